import type { ItemRow, Row } from './rows'

/** The item rows among rows. */
export function itemRows(rows: readonly Row[]): ItemRow[] {
  return rows.filter((row): row is ItemRow => row.kind === 'item')
}

/** The item `by` places further, stopping at the ends; the first where `from` is not among them. */
export function step(rows: readonly ItemRow[], from: string, by: number): string {
  const at = rows.findIndex(({ id }) => id === from)
  const to = at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))
  return rows[to]?.id ?? from
}

/** The next unchecked item after `from`, going round once; null when all are checked. */
export function nextUnchecked(rows: readonly ItemRow[], from: string): string | null {
  const at = rows.findIndex(({ id }) => id === from)
  const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return round.find(({ status }) => status === 'unchecked')?.id ?? null
}

/** The first item of the category before (−1) or after (1) the one that `from` stands in. */
export function stepCategory(rows: readonly ItemRow[], from: string, by: 1 | -1): string {
  const categories = [...new Set(rows.map(({ category }) => category))]
  const here = rows.find(({ id }) => id === from)?.category ?? ''
  const to = categories[Math.min(categories.length - 1, Math.max(0, categories.indexOf(here) + by))]
  return rows.find(({ category }) => category === to)?.id ?? from
}
