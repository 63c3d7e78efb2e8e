import { formatMilli } from '../../../shared/domain/points'
import {
  type Category,
  type Group,
  type Item,
  isItem,
  type Rubric,
} from '../../../shared/domain/rubric/rubric'
import type { ItemScore } from '../../../shared/domain/scoring/score'
import { type ItemMark, type ItemStatus, type Mark, UNTOUCHED } from '../../../shared/domain/sheet/mark'
import type { SheetView } from '../../db/sheet-session'

/** One item as the grid shows it; a new object only when its mark or score changed. */
export interface ItemRow {
  readonly kind: 'item'
  readonly id: string
  readonly category: string
  readonly item: Item
  readonly mark: ItemMark
  readonly score: ItemScore
  readonly status: ItemStatus
  /** What was found or why it is excluded, for the note column. */
  readonly remark: string
}

export interface HeadingRow {
  readonly kind: 'heading'
  readonly id: string
  readonly category: string
  readonly level: number
  readonly code: string
  readonly title: string
  readonly points: string
}

export type Row = ItemRow | HeadingRow

interface Outline {
  readonly rows: readonly (
    | HeadingRow
    | { readonly kind: 'item'; readonly category: string; readonly item: Item }
  )[]
}

const outlines = new WeakMap<Rubric, Outline>()
const made = new WeakMap<Item, ItemRow>()

/** All rows in printed order, headings between them. */
export function rowsOf({ rubric, state, score }: Pick<SheetView, 'rubric' | 'state' | 'score'>): Row[] {
  const scores = new Map(score.items.map((one) => [one.item, one]))
  return outlineOf(rubric).rows.flatMap((row): Row[] => {
    if (row.kind === 'heading') return [row]
    const itemScore = scores.get(row.item.id)
    if (itemScore === undefined) return []
    return [itemRow(row.category, row.item, state.items.get(row.item.id) ?? UNTOUCHED, itemScore)]
  })
}

function itemRow(category: string, item: Item, mark: ItemMark, score: ItemScore): ItemRow {
  const last = made.get(item)
  if (last !== undefined && last.mark === mark && last.score === score) return last
  const row: ItemRow = {
    kind: 'item',
    id: item.id,
    category,
    item,
    mark,
    score,
    status: mark.status,
    remark: remarkOf(mark),
  }
  made.set(item, row)
  return row
}

function remarkOf(mark: ItemMark): string {
  const reasons = Object.values(mark.marks).map(findingOf)
  return [mark.reason, ...reasons, mark.note].filter((text) => text !== '').join('；')
}

/** Where it was found and why: '人民路（满溢）、建设街：卫生差'. */
function findingOf({ value, place, reason }: Mark): string {
  const places =
    value.kind === 'places'
      ? value.at.map((one) => (one.note === undefined ? one.place : `${one.place}（${one.note}）`))
      : [place ?? '']
  return [places.join('、'), reason].filter((text) => text !== '').join('：')
}

function outlineOf(rubric: Rubric): Outline {
  const known = outlines.get(rubric)
  if (known !== undefined) return known
  const outline = { rows: rubric.categories.flatMap((category) => below(category, category.id, 0)) }
  outlines.set(rubric, outline)
  return outline
}

function below(node: Category | Group, category: string, level: number): Outline['rows'] {
  const heading: HeadingRow = {
    kind: 'heading',
    id: `heading:${node.id}`,
    category,
    level,
    code: node.code,
    title: node.title,
    points: formatMilli(node.points),
  }
  const rest = node.children.flatMap((child): Outline['rows'] =>
    isItem(child) ? [{ kind: 'item', category, item: child }] : below(child, category, level + 1),
  )
  return [heading, ...rest]
}
