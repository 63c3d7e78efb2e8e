import type { Rubric } from '../../domain/rubric/rubric'
import { STYLES, textCell } from '../sheet-styles'
import { workbookFile } from '../xlsx-writer/workbook-file'
import type { CellStyle, Row, Sheet } from '../xlsx-writer/workbook-model'
import { DATA_FORMAT, dataNodes, digestOf } from './data-rows'
import { standardSheet, summarySheet } from './standard-sheet'
import { STANDARD_WORDS as T } from './standard-words'

const DATA_WIDTHS = [6, 10, 12, 30, 6, 100] as const
/** JSON is not wrapped: a row stays one line high. */
const JSON_STYLE = { ...STYLES.plain, format: '@', horizontal: 'left' } as const satisfies CellStyle
/** The first day that a ZIP can name: the same standard gives the same bytes. */
const NO_TIME = '1980-01-01T00:00:00.000Z'

/**
 * A standard as a workbook of our own layout (.xlsx): a plain table for people, what each category is worth, and a
 * sheet of data from which `readStandardWorkbook` reads the very same standard. `at`: ISO 8601 UTC, said in its
 * properties; without it the same standard gives the same bytes.
 */
export function standardWorkbook(rubric: Rubric, at: string = NO_TIME): Uint8Array {
  return workbookFile({
    title: rubric.title,
    at,
    sheets: [standardSheet(rubric), summarySheet(rubric), dataSheet(rubric)],
  })
}

function dataSheet(rubric: Rubric): Sheet {
  const digest = digestOf(rubric)
  const plain = (text: string) => textCell(text, JSON_STYLE)
  const nodes = dataNodes(rubric).flatMap(({ depth, type, code, title, parts }) =>
    parts.map(
      (part, no): Row => ({
        cells: [
          plain(String(depth)),
          plain(type),
          plain(code),
          plain(title.slice(0, 200)),
          plain(String(no + 1)),
          plain(part),
        ],
        height: 15,
      }),
    ),
  )
  return {
    name: T.dataSheet,
    columnWidths: DATA_WIDTHS,
    rows: [
      { cells: [plain(DATA_FORMAT), plain(digest)], height: 15 },
      { cells: [textCell(T.dataTitle(digest), STYLES.notice, DATA_WIDTHS.length)], height: 15 },
      { cells: [textCell(T.dataNotice, STYLES.notice, DATA_WIDTHS.length)], height: 30 },
      { cells: T.dataHeads.map((word) => textCell(word, STYLES.head)), height: 20 },
      ...nodes,
    ],
    frozenRows: 4,
    repeatedRows: [4, 4],
    footer: { left: T.footer(rubric.title, rubric.version), right: '' },
  }
}
