import { type Points, points } from '../../../../shared/domain/points'
import type { ReadItem, Reading } from '../../../../shared/spreadsheet/reading/reading'
import type { ReadClause, ReadForm } from '../../../../shared/spreadsheet/wording/read-clause'

/** A read clause that is sure; `text` is what it was read from. */
export function read(form: ReadForm, text: string, change: Partial<ReadClause> = {}): ReadClause {
  const base = {
    no: null,
    span: [0, text.length],
    untilZero: false,
    confidence: 1,
    evidence: [],
    pattern: form.form,
  }
  return { ...base, text, ...form, ...change } as ReadClause
}

const FLAG = read({ form: 'all-or-nothing', deduct: 'all' }, '未落实的不得分')

/** An item of 2 points with one clause. */
export function item(
  change: Partial<Omit<ReadItem, 'points'>> & { readonly points?: number | null } = {},
): ReadItem {
  return {
    seq: 1,
    sheet: '标准',
    row: 3,
    number: '1',
    category: '一、市容',
    path: ['一、市容'],
    title: '责任落实',
    name: '责任落实',
    content: '责任落实到人。',
    pointsText: '2',
    kind: 'normal',
    rule: '未落实的不得分。',
    clauses: [FLAG],
    methods: ['现场'],
    units: ['城管局'],
    cells: { number: 'A3', rule: 'D3' },
    ...change,
    points: change.points === undefined ? points(2000) : (change.points as Points | null),
  }
}

/** A reading of one table: items in order, categories from their paths. */
export function readingOf(list: readonly ReadItem[], total: number): Reading {
  const items = list.map((one, at) => ({ ...one, seq: at + 1, row: at + 3 }))
  const titles = [...new Set(items.map(({ category }) => category))]
  return {
    format: 'rubric-reading/1',
    file: '标准.xls',
    title: '小标准',
    total: { declared: points(total), sum: points(total) },
    tables: [],
    ignoredSheets: [],
    categories: titles.map((title) => {
      const own = items.filter(({ category }) => category === title)
      const sum = points(
        own.reduce((all, { points: each, kind }) => all + (kind === 'normal' ? (each ?? 0) : 0), 0),
      )
      return {
        title,
        name: title.replace(/^.*、/, ''),
        points: null,
        sum,
        items: own.length,
        sheet: '标准',
        row: own[0]?.row ?? 3,
      }
    }),
    groups: [],
    items,
    otherRows: [],
    notes: ['说明：本表实行百分制。'],
    diagnostics: [],
    counts: {
      categories: titles.length,
      items: items.length,
      clauses: 0,
      sum: points(total),
      problems: 0,
      forms: {},
    },
  }
}
