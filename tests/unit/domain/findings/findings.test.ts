import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../../shared/domain/evidence/evidence'
import { looseEvidence } from '../../../../shared/domain/findings/evidence-by-finding'
import { findingsOf } from '../../../../shared/domain/findings/findings-of'
import { byItem, byPlace, byUnit } from '../../../../shared/domain/findings/groups'
import { points } from '../../../../shared/domain/points'
import type { Place } from '../../../../shared/domain/round/place'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { opening } from '../../../../shared/domain/sheet/event'
import type { Mark, MarkValue, Observation } from '../../../../shared/domain/sheet/mark'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { headerOf, NEW, run, write } from '../sheet/journal'

const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200), cap: points(500) } as const
const rate = { label: '清扫率', unit: '%' }
const swept = {
  form: 'linear',
  measure: rate,
  from: 90_000,
  direction: 'below',
  per: 1_000,
  pointsPerUnit: points(100),
  partial: 'exact',
} as never
const passed = {
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: [],
  rule: { kind: 'proportional', base: points(1_000) },
} as never
const bonus = { form: 'bonus', unit: '次', pointsPerUnit: points(200), cap: points(1_000) } as const
const rubric = rubricOf([
  categoryOf('k', 10_000, [
    itemOf('x', 3_000, [litter, swept, bonus], { units: { lead: ['城管局'], support: ['公安局'] } }),
    itemOf('y', 3_000, [litter, passed], { units: { lead: ['城管局', '住建局'], support: [] } }),
    itemOf('z', 3_000, [{ form: 'all-or-nothing', deduct: 'all' }]),
  ]),
])
const LISTED: readonly Place[] = [
  { name: '人民路', kind: 'road' },
  { name: '东关市场', kind: 'market' },
  { name: '汽车站', kind: 'station' },
]
const begun = write(rubric, NEW, opening(headerOf(), LISTED))
const sheet = (...commands: readonly SheetCommand[]) => run(rubric, begun, commands)
const found = (...commands: readonly SheetCommand[]) => {
  const { state, lines } = sheet(...commands)
  return findingsOf(rubric, state, lines)
}
const mark = (item: string, clause: string, value: MarkValue, more: Partial<Mark> = {}): SheetCommand => ({
  type: 'mark',
  item,
  clause,
  mark: { value, reason: '', ...more },
})
const count = (n: number) => ({ kind: 'count', n }) as const
const at = (...all: readonly Observation[]): MarkValue => ({ kind: 'places', at: all })
const photo = (no: number): Evidence => ({
  sha256: no.toString(16).padStart(64, '0'),
  name: `${no}.jpg`,
  media: 'image/jpeg',
  size: 9,
  flags: [],
})

describe('findings', () => {
  it('are one for each place of a clause, in printed order, each with what it takes by itself', () => {
    const findings = found(
      mark('z', 'a', { kind: 'flag' }, { reason: '未建制度' }),
      mark(
        'x',
        'a',
        at({ place: '人民路', value: count(2), note: '垃圾满溢' }, { place: '汽车站', value: count(9) }),
        {
          reason: '卫生差',
        },
      ),
    )
    expect(findings.map(({ key, takes, note }) => [key, takes, note])).toEqual([
      ['x/a/人民路', 400, '垃圾满溢'],
      ['x/a/汽车站', 500, '卫生差'],
      ['z/a/', 3_000, '未建制度'],
    ])
    expect(findings[0]).toMatchObject({ of: { code: 'x' }, value: count(2), place: '人民路', by: '甲' })
  })

  it('are only what is wrong: no clean place, no rate that is reached, nothing that was earned', () => {
    const findings = found(
      mark('x', 'a', at({ place: '人民路', value: count(0) }, { place: '汽车站', value: count(1) })),
      mark('x', 'b', { kind: 'value', value: 95_000 as never }),
      mark('x', 'c', count(2)),
    )
    expect(findings.map(({ key }) => key)).toEqual(['x/a/汽车站'])
  })

  it('of samples are the places where something failed', () => {
    const samples: MarkValue = {
      kind: 'samples',
      population: 20,
      passed: 3,
      failed: 1,
      at: [
        { place: '甲厕', passed: 2, failed: 0 },
        { place: '乙厕', passed: 1, failed: 1, note: '无纸' },
      ],
    }
    const [finding, ...others] = found(mark('y', 'b', samples))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      place: '乙厕',
      note: '无纸',
      takes: 500,
      value: { passed: 1, failed: 1 },
    })
  })

  it('that are counted elsewhere take nothing, and say where', () => {
    const findings = found(
      mark('x', 'a', at({ place: '人民路', value: count(1) })),
      mark('y', 'a', at({ place: '人民路', value: count(1), sameAs: { item: 'x', clause: 'a' } }), {
        reason: '同一问题',
      }),
    )
    expect(findings.map(({ takes, sameAs }) => [takes, sameAs])).toEqual([
      [200, null],
      [0, { item: 'x', clause: 'a' }],
    ])
  })

  it('have the time when they were last said so: another place, an undo, a reset and back change nothing', () => {
    const one = at({ place: '人民路', value: count(1) })
    const two = at({ place: '人民路', value: count(1) }, { place: '汽车站', value: count(1) })
    const seconds = (...commands: readonly SheetCommand[]) =>
      found(...commands).map((finding) => finding.at.slice(17, 19))
    expect(seconds(mark('x', 'a', one))).toEqual(['02'])
    expect(seconds(mark('x', 'a', one), mark('x', 'a', two))).toEqual(['02', '03'])
    expect(seconds(mark('x', 'a', one), mark('x', 'a', two), { type: 'undo' })).toEqual(['02'])
    expect(seconds(mark('x', 'a', one), { type: 'reset', item: 'x' }, mark('x', 'a', one))).toEqual(['04'])
    expect(seconds(mark('x', 'a', one), { type: 'reset', item: 'x' }, { type: 'undo' })).toEqual(['02'])
    const later = at({ place: '人民路', value: count(3) })
    expect(seconds(mark('x', 'a', one), mark('x', 'a', later))).toEqual(['03'])
  })

  it('without a journal have the time of their item', () => {
    const { state } = sheet(mark('x', 'a', count(1)), mark('x', 'b', { kind: 'value', value: 0 as never }))
    expect(findingsOf(rubric, state).map((finding) => finding.at.slice(17, 19))).toEqual(['03', '03'])
  })

  it('show the evidence of their clause and place, or what can only be theirs', () => {
    const marks = [
      mark('x', 'a', at({ place: '人民路', value: count(1) }, { place: '汽车站', value: count(1) })),
      mark('z', 'a', { kind: 'flag' }),
    ]
    const attach = (
      item: string,
      no: number,
      where: { clause?: string; place?: string } = {},
    ): SheetCommand => ({
      type: 'attach',
      item,
      ...where,
      evidence: [photo(no)],
    })
    const { state, lines } = sheet(
      ...marks,
      attach('x', 1, { clause: 'a', place: '人民路　' }),
      attach('x', 2, { clause: 'a' }),
      attach('x', 3),
      attach('x', 4, { place: '汽车站' }),
      attach('z', 5),
    )
    const findings = findingsOf(rubric, state, lines)
    expect(findings.map(({ key, evidence }) => [key, evidence.map(({ name }) => name)])).toEqual([
      ['x/a/人民路', ['1.jpg']],
      ['x/a/汽车站', ['4.jpg']],
      ['z/a/', ['5.jpg']],
    ])
    const own = findings.filter(({ item }) => item === 'x')
    expect(looseEvidence(own, state.items.get('x') ?? {}).map(({ name }) => name)).toEqual(['2.jpg', '3.jpg'])
  })
})

describe('findings together', () => {
  const journal = sheet(
    mark('x', 'a', at({ place: '人民路 ', value: count(1) }, { place: '黄河路', value: count(1) })),
    mark('y', 'a', at({ place: '东关市场', value: count(0) }, { place: '人民路', value: count(2) })),
    mark('z', 'a', { kind: 'flag' }),
    { type: 'list-places', places: [{ name: '汽车站', kind: 'station', isSeen: true }] },
    { type: 'list-places', places: [{ name: '文化宫', kind: 'office' }] },
  )
  const findings = findingsOf(rubric, journal.state, journal.lines)

  it('by place: the list in its order, with what was clean and where nobody was, then the others', () => {
    const groups = byPlace(findings, { places: journal.state.places, items: journal.state.items.values() })
    expect(
      groups.map(({ name, kind, stand, findings: own, takes }) => [name, kind, stand, own.length, takes]),
    ).toEqual([
      ['人民路', 'road', 'found', 2, 600],
      ['东关市场', 'market', 'clean', 0, 0],
      ['汽车站', 'station', 'clean', 0, 0],
      ['文化宫', 'office', 'unseen', 0, 0],
      ['黄河路', null, 'found', 1, 200],
      ['', null, 'found', 1, 3_000],
    ])
  })

  it('by unit: under each that leads, apart from what it supports, nobody’s last', () => {
    expect(
      byUnit(findings).map(({ unit, findings: own, supports }) => [unit, own.length, supports.length]),
    ).toEqual([
      ['城管局', 3, 0],
      ['住建局', 1, 0],
      ['公安局', 0, 2],
      ['', 1, 0],
    ])
  })

  it('by item: in printed order', () => {
    expect(byItem(findings).map(({ item, takes }) => [item, takes])).toEqual([
      ['x', 400],
      ['y', 400],
      ['z', 3_000],
    ])
  })
})
