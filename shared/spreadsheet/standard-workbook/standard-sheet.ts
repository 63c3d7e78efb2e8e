import { formatMilli } from '../../domain/points'
import {
  allItems,
  type Category,
  type Group,
  type Item,
  isItem,
  itemsOf,
  type Rubric,
} from '../../domain/rubric/rubric'
import { weightWords } from '../filed-words'
import { heightFor, rowHeight } from '../row-height'
import { fullCell, STYLES, textCell } from '../sheet-styles'
import type { Row, Sheet } from '../xlsx-writer/workbook-model'
import { STANDARD_WORDS as T } from './standard-words'

const WIDTHS = [16, 16, 9, 18, 36, 44, 8, 12, 18, 16, 16, 10] as const
const ALL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0)
const SUMMARY_WIDTHS = [10, 40, 10, 12, 12] as const

/** The standard as a plain table: one row an item, nothing merged below the title, so that it sorts and filters. */
export function standardSheet(rubric: Rubric): Sheet {
  const facts = T.facts(rubric.version, formatMilli(rubric.points), allItems(rubric).length)
  const head = [
    { cells: [textCell(rubric.title, STYLES.title, WIDTHS.length)], height: 32 },
    ...[facts, T.source(rubric.source), rubric.notice].map((text) => ({
      cells: [textCell(text, STYLES.notice, WIDTHS.length)],
      height: heightFor(text, ALL_WIDTH * 1.1, 12),
    })),
    { cells: T.standardHeads.map((word) => textCell(word, STYLES.head)), height: 20 },
  ]
  return {
    name: T.standardSheet,
    columnWidths: WIDTHS,
    rows: [...head, ...rubric.categories.flatMap((category) => rowsBelow(category, category, []))],
    frozenRows: head.length,
    repeatedRows: [head.length, head.length],
    footer: { left: T.footer(rubric.title, rubric.version), right: '' },
  }
}

/** What each category is worth: full marks and, apart from them, its weight. */
export function summarySheet(rubric: Rubric): Sheet {
  const title = T.summaryTitle(rubric.title)
  const count = rubric.categories.reduce((sum, category) => sum + itemsOf(category).length, 0)
  const weight = rubric.categories.reduce((sum, category) => sum + category.weight, 0)
  const full = rubric.categories.reduce((sum, category) => sum + category.points, 0)
  const row = (code: string, name: string, items: number, points: number, share: number): Row => ({
    cells: [
      textCell(code, STYLES.code),
      textCell(name),
      fullCell(items * 1000),
      fullCell(points),
      textCell(weightWords(share), STYLES.middle),
    ],
  })
  return {
    name: T.summarySheet,
    columnWidths: SUMMARY_WIDTHS,
    rows: [
      { cells: [textCell(title, STYLES.title, SUMMARY_WIDTHS.length)], height: 32 },
      { cells: T.summaryHeads.map((word) => textCell(word, STYLES.head)), height: 20 },
      ...rubric.categories.map((one) =>
        row(one.code, one.title, itemsOf(one).length, one.points, one.weight),
      ),
      row('', T.sum, count, full, weight),
    ],
    frozenRows: 2,
    repeatedRows: [1, 2],
    footer: { left: T.footer(rubric.title, rubric.version), right: '' },
  }
}

function rowsBelow(category: Category, node: Category | Group, path: readonly string[]): readonly Row[] {
  return node.children.flatMap((child) => {
    if (isItem(child)) return [itemRow(category, path, child)]
    return rowsBelow(category, child, [...path, T.node(child.code, child.title, formatMilli(child.points))])
  })
}

function itemRow(category: Category, path: readonly string[], item: Item): Row {
  const { methods, methodWords = methods, papers, units, kind } = item
  const before = [T.node(category.code, category.title, formatMilli(category.points)), path.join(T.path)]
  const texts = [...before, item.code, item.title, item.content, item.rule] as const
  const lists = [methodWords, papers, units.lead, units.support].map((list) => list.join(T.list))
  const [codeColumn, pointsColumn] = [2, 6] as const
  const cells = [
    ...texts.map((text, column) => textCell(text, column === codeColumn ? STYLES.code : STYLES.text)),
    kind === 'normal' ? fullCell(item.points) : textCell(T.outside, STYLES.middle),
    ...lists.map((text) => textCell(text)),
    textCell(T.kinds[kind], STYLES.middle),
  ]
  const widths = [...texts, '', ...lists].map(
    (text, column) => [text, WIDTHS[column] ?? WIDTHS[pointsColumn]] as const,
  )
  return { cells, height: rowHeight(widths) }
}
