import { formatMilli } from '../../domain/points'
import { type Category, type Group, type Item, isItem, type Rubric } from '../../domain/rubric/rubric'
import { weightWords } from '../filed-words'
import { heightFor, partsFor, rowHeight } from '../row-height'
import { fullCell, STYLES, textCell } from '../sheet-styles'
import { WORKBOOK_TEXT } from '../workbook-text'
import { workbookFile } from '../xlsx-writer/workbook-file'
import type { Cell, Row, Sheet } from '../xlsx-writer/workbook-model'
import { STANDARD_WORDS as T } from './standard-words'

const WIDTHS = [9, 16, 34, 46, 7, 8, 8, 36] as const
const COLUMNS = WIDTHS.length
const ALL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0)
/** Room for two lines of handwriting. */
const LEAST_HEIGHT = 34
const NO_TIME = '1980-01-01T00:00:00.000Z'

/**
 * A score sheet to be filled in by hand (.xlsx): A4 landscape, heads on every page, room for what is taken off and
 * why, lines for signatures. For one subject give the standard as it holds for it (`rubricFor`).
 */
export function blankSheetWorkbook(rubric: Rubric, at: string = NO_TIME): Uint8Array {
  return workbookFile({ title: T.blankTitle(rubric.title), at, sheets: [blankSheet(rubric)] })
}

function blankSheet(rubric: Rubric): Sheet {
  const notice = WORKBOOK_TEXT.standard(rubric.title, rubric.version, rubric.notice)
  const [subject, round, day, scorer] = T.blankFacts
  const head: readonly Row[] = [
    { cells: [textCell(T.blankTitle(rubric.title), STYLES.title, COLUMNS)], height: 32 },
    { cells: [textCell(notice, STYLES.notice, COLUMNS)], height: heightFor(notice, ALL_WIDTH * 1.1, 12) },
    {
      cells: [
        textCell(subject, STYLES.fact, 2),
        textCell(round, STYLES.fact),
        textCell(day, STYLES.fact),
        textCell(scorer, STYLES.fact, 4),
      ],
      height: 24,
    },
    { cells: T.blankHeads.map((word) => textCell(word, STYLES.head)), height: 20 },
  ]
  return {
    name: T.blankSheet,
    columnWidths: WIDTHS,
    rows: [
      ...head,
      ...rubric.categories.flatMap(categoryRows),
      sumRow(isPlainSum(rubric) ? T.total : T.weightedTotal, rubric.points),
      { cells: [textCell('', STYLES.plain, COLUMNS)], height: 12 },
      signatureRow(),
    ],
    frozenRows: head.length,
    repeatedRows: [head.length, head.length],
    footer: { left: T.footer(rubric.title, rubric.version), right: '' },
  }
}

/** Where it is not, the categories count by their weights, and what stands above must not be added up. */
function isPlainSum({ categories, points }: Rubric): boolean {
  return categories.reduce((sum, category) => sum + category.points, 0) === points
}

function categoryRows(category: Category): readonly Row[] {
  const { code, title, weight, points } = category
  const head = T.category(code, title, weightWords(weight), formatMilli(points))
  return [
    { cells: [textCell(head, STYLES.category, COLUMNS)], height: 20 },
    ...category.children.flatMap(nodeRows),
    sumRow(T.subtotal(title), points),
  ]
}

function nodeRows(node: Group | Item): readonly Row[] {
  if (isItem(node)) return itemRows(node)
  const head = T.node(node.code, node.title, formatMilli(node.points))
  return [{ cells: [textCell(head, STYLES.group, COLUMNS)], height: 18 }, ...node.children.flatMap(nodeRows)]
}

/** One row an item; a wording that no row can hold goes on below. */
function itemRows(item: Item): readonly Row[] {
  const contents = partsFor(item.content, WIDTHS[2])
  const rules = partsFor(item.rule, WIDTHS[3])
  return Array.from({ length: Math.max(contents.length, rules.length) }, (_, at): Row => {
    const [content = '', rule = ''] = [contents[at], rules[at]]
    const title = at === 0 ? item.title : ''
    const words = [
      [title, WIDTHS[1]],
      [content, WIDTHS[2]],
      [rule, WIDTHS[3]],
    ] as const
    return {
      height: Math.max(LEAST_HEIGHT, rowHeight(words)),
      cells: [
        textCell(at === 0 ? item.code : T.continued(item.code), STYLES.code),
        textCell(title),
        textCell(content),
        textCell(rule),
        at === 0 ? pointsCell(item) : textCell('', STYLES.middle),
        textCell('', STYLES.middle),
        textCell('', STYLES.middle),
        textCell(''),
      ],
    }
  })
}

function pointsCell({ kind, points }: Item): Cell {
  return kind === 'normal' ? fullCell(points) : textCell(T.kinds[kind], STYLES.middle)
}

function sumRow(label: string, points: number): Row {
  return {
    cells: [
      textCell(label, STYLES.sumText, 4),
      fullCell(points, STYLES.sum),
      textCell('', STYLES.sum),
      textCell('', STYLES.sum),
      textCell('', STYLES.sumText),
    ],
    height: 24,
  }
}

function signatureRow(): Row {
  const [one, two, three, four] = WORKBOOK_TEXT.signatures
  return {
    cells: [
      textCell(one, STYLES.signature, 2),
      textCell(two, STYLES.signature),
      textCell(three, STYLES.signature),
      textCell(four, STYLES.signature, 4),
    ],
    height: 36,
  }
}
