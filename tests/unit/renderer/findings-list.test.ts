import { describe, expect, it } from 'vitest'
import { type ListFilter, listRows } from '../../../renderer/features/scoring/findings/list-rows'
import { findingsOf } from '../../../shared/domain/findings/findings-of'
import { lastFinding } from '../../../shared/domain/findings/last-finding'
import { points } from '../../../shared/domain/points'
import type { SheetCommand } from '../../../shared/domain/sheet/command'
import { opening } from '../../../shared/domain/sheet/event'
import type { Mark, Observation } from '../../../shared/domain/sheet/mark'
import { categoryOf, itemOf, rubricOf } from '../domain/scoring/small-standard'
import { headerOf, NEW, run, write } from '../domain/sheet/journal'

const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) } as const
const rubric = rubricOf([
  categoryOf('k', 10_000, [
    itemOf('x', 5_000, [litter], { units: { lead: ['城管局'], support: ['公安局'] } }),
    itemOf('y', 5_000, [litter], { units: { lead: ['住建局'], support: [] } }),
  ]),
])
const begun = write(
  rubric,
  NEW,
  opening(headerOf(), [
    { name: '人民路', kind: 'road', zone: '建成区' },
    { name: '东关市场', kind: 'market' },
  ]),
)
const mark = (item: string, at: readonly Observation[], more: Partial<Mark> = {}): SheetCommand => ({
  type: 'mark',
  item,
  clause: 'a',
  mark: { value: { kind: 'places', at }, reason: '', ...more },
})
const one = (place: string, note?: string): Observation => ({
  place,
  value: { kind: 'count', n: 1 },
  ...(note === undefined ? {} : { note }),
})
const sheet = run(rubric, begun, [
  mark('x', [one('人民路', '满溢')]),
  mark('y', [one('人民路'), one('黄河路')]),
])
const keys = (filter: Partial<ListFilter>) => {
  const findings = findingsOf(rubric, sheet.state, sheet.lines)
  const listed = listRows(rubric, findings, sheet.state, { by: 'place', shown: 'all', words: '', ...filter })
  return { ...listed, rows: listed.rows.map(({ key }) => key) }
}

describe('the list of findings', () => {
  it('by place: headings with what was found below them, and how far one has come', () => {
    expect(keys({})).toEqual({
      places: 3,
      seen: 2,
      rows: [
        'place 人民路',
        'place 人民路//x/a/人民路',
        'place 人民路//y/a/人民路',
        'place 东关市场',
        'place 黄河路',
        'place 黄河路//y/a/黄河路',
      ],
    })
  })

  it.each<[what: string, filter: Partial<ListFilter>, rows: readonly string[]]>([
    ['places where nobody was', { shown: 'unseen' }, ['place 东关市场']],
    ['words of a finding', { words: '满溢' }, ['place 人民路', 'place 人民路//x/a/人民路']],
    [
      'the zone, with all that was found there',
      { words: '建成' },
      ['place 人民路', 'place 人民路//x/a/人民路', 'place 人民路//y/a/人民路'],
    ],
    ['nothing', { words: '没有' }, []],
    [
      'a unit',
      { by: 'unit', words: '公安' },
      ['unit 城管局', 'unit 城管局//x/a/人民路', 'unit 公安局', 'unit 公安局//x/a/人民路'],
    ],
    ['items', { by: 'item', words: '黄河' }, ['item y', 'item y//y/a/黄河路']],
  ])('narrowed to %s', (_what, filter, rows) => {
    expect(keys(filter).rows).toEqual(rows)
  })
})

describe('the last finding', () => {
  const last = (journal: typeof sheet, item = 'z') =>
    lastFinding(journal.state, journal.lines, { item, clause: 'a' })

  it('is the place that was named last, on another clause', () => {
    expect(last(sheet)).toEqual({ place: '黄河路', note: '' })
    expect(last(sheet, 'y')).toEqual({ place: '人民路', note: '满溢' })
  })

  it('is the one that was changed last, where a clause has several', () => {
    const changed = run(rubric, sheet, [mark('y', [one('人民路', '破损'), one('黄河路')])])
    expect(last(changed)).toEqual({ place: '人民路', note: '破损' })
  })

  it('is not one that was taken back, nor one that says neither where nor what', () => {
    expect(last(run(rubric, sheet, [{ type: 'undo' }]))).toEqual({ place: '人民路', note: '满溢' })
    const bare: SheetCommand = {
      type: 'mark',
      item: 'x',
      clause: 'a',
      mark: { value: { kind: 'count', n: 1 }, reason: '' },
    }
    expect(last(run(rubric, begun, [bare]))).toBeNull()
  })
})
