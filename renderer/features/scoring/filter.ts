import type { Row } from './rows'

export const SHOWN = ['all', 'unchecked', 'lost', 'excluded'] as const
export type Shown = (typeof SHOWN)[number]

/** What the grid is narrowed to. Empty strings mean everything. */
export interface Filter {
  readonly shown: Shown
  readonly category: string
  readonly unit: string
  readonly words: string
}

export const EVERYTHING: Filter = { shown: 'all', category: '', unit: '', words: '' }

/** The rows that pass; a heading stays only while something stands below it. */
export function filterRows(rows: readonly Row[], filter: Filter): Row[] {
  const words = filter.words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const kept: Row[] = []
  let open: Row[] = []
  for (const row of rows) {
    if (row.kind === 'heading') {
      open = [...open.filter((one) => one.kind === 'heading' && one.level < row.level), row]
    } else if (passes(row, filter, words)) {
      kept.push(...open, row)
      open = []
    }
  }
  return kept
}

function passes(row: Extract<Row, { kind: 'item' }>, filter: Filter, words: readonly string[]): boolean {
  const { item, status, score } = row
  if (filter.shown === 'unchecked' && status !== 'unchecked') return false
  if (filter.shown === 'excluded' && status !== 'excluded') return false
  if (
    filter.shown === 'lost' &&
    score.lost === 0 &&
    score.low === score.high &&
    score.extraHigh === 0 &&
    score.vetoes.length === 0
  )
    return false
  if (filter.shown === 'lost' && status !== 'scored') return false
  if (filter.category !== '' && row.category !== filter.category) return false
  if (filter.unit !== '' && ![...item.units.lead, ...item.units.support].includes(filter.unit)) return false
  if (words.length === 0) return true
  const text = [item.code, item.title, item.content, item.rule, row.remark]
    .join('\n')
    .normalize('NFKC')
    .toLowerCase()
  return words.every((word) => (/^\d[\d.]*$/.test(word) ? item.code.startsWith(word) : text.includes(word)))
}
