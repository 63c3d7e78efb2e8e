import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Points, points } from '../../../../shared/domain/points'
import { proveDraft } from '../../../../shared/domain/rubric/edit/blanks'
import { allItems } from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { ANY_SUBJECT, playCommands } from '../../../../shared/domain/sheet/play-commands'
import { draftRubricSchema } from '../../../../shared/schema/draft-schema'
import { rubricSchema } from '../../../../shared/schema/rubric-schema'
import type { ReadItem } from '../../../../shared/spreadsheet/reading/reading'
import { standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import type {
  ReadClause,
  ReadForm,
  ReadResult,
  ReadTier,
} from '../../../../shared/spreadsheet/wording/read-clause'
import { runs } from '../../domain/runs'
import { item, read, readingOf } from './small-reading'

/** Ordinary numbers mostly; now and then one that no standard holds. */
const size: fc.Arbitrary<Points> = fc
  .oneof(
    { weight: 8, arbitrary: fc.constantFrom(100, 200, 500, 1000, 2000, 5000) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 2_000_000_000, 900_000_000_000_000) },
  )
  .map((value) => points(value))
const cap = fc.option(size)
const measured = fc.oneof(
  fc.constantFrom(0, 0.1, 0.5, 1, 2, 5, 50, 80, 85, 90, 95, 100, 1000),
  fc.constantFrom(-1, 0.0001, 1e15, Number.MAX_VALUE),
)
const unit = fc.constantFrom('处', '%', '个百分点', '小时', '平方米', '', '单'.repeat(30), '__proto__')
const maybeUnit = fc.option(unit)
const label = fc.constantFrom('省级', '市级', '其余', '', '长'.repeat(300), '无台账')
const bound = fc.record({ value: measured, unit })
const result: fc.Arbitrary<ReadResult> = fc.oneof(
  fc.record({ effect: fc.constantFrom('gain' as const, 'deduct' as const), points: size }),
  fc.record({ effect: fc.constantFrom('full' as const, 'zero' as const, 'none' as const) }),
)
const cmp = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '=' as const)
const tier: fc.Arbitrary<ReadTier> = fc.oneof(
  fc.record({ cmp, value: measured, unit, result }),
  fc.record({
    min: measured,
    max: measured,
    unit,
    minInclusive: fc.boolean(),
    maxInclusive: fc.boolean(),
    result,
  }),
  fc.record({ label, result }),
)
const levels = fc.array(fc.record({ label, points: size }), { maxLength: 60 })
const scope = fc.constantFrom('item' as const, 'category' as const, 'total' as const)
const counted = { unit: maybeUnit, per: measured, pointsPerUnit: cap }

const form: fc.Arbitrary<ReadForm> = fc.oneof(
  fc.record(
    {
      form: fc.constant('per-occurrence' as const),
      ...counted,
      cap,
      range: fc.tuple(size, size),
      allowance: measured,
      full: size,
    },
    { requiredKeys: ['form', 'unit', 'per', 'pointsPerUnit', 'cap'] },
  ),
  fc.record(
    {
      form: fc.constant('all-or-nothing' as const),
      deduct: fc.oneof(fc.constant('all' as const), size),
      gain: size,
    },
    { requiredKeys: ['form', 'deduct'] },
  ),
  fc.record({
    form: fc.constant('threshold' as const),
    thresholds: fc.array(fc.record({ value: measured, unit, cmp, result }), { maxLength: 25 }),
  }),
  fc.record(
    {
      form: fc.constant('linear' as const),
      unit,
      per: measured,
      pointsPerUnit: size,
      cap,
      direction: fc.constantFrom('above' as const, 'below' as const),
      from: fc.option(bound),
      full: size,
    },
    { requiredKeys: ['form', 'unit', 'per', 'pointsPerUnit', 'cap', 'direction', 'from'] },
  ),
  fc.record(
    {
      form: fc.constant('proportional' as const),
      base: cap,
      from: fc.option(bound),
      floor: fc.option(bound),
      terms: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['form', 'base', 'from', 'floor'] },
  ),
  fc.record({
    form: fc.constant('tier' as const),
    unit: maybeUnit,
    tiers: fc.array(tier, { maxLength: 60 }),
  }),
  fc.record({ form: fc.constant('judgement' as const), min: cap, max: cap }),
  fc.record({ form: fc.constant('additive' as const), parts: levels }),
  fc.record({ form: fc.constant('additive' as const), unit, per: measured, pointsPerUnit: size, cap }),
  fc.record(
    { form: fc.constant('bonus' as const), ...counted, levels, cap },
    { requiredKeys: ['form', 'unit', 'per', 'pointsPerUnit', 'cap'] },
  ),
  fc.record(
    { form: fc.constant('penalty' as const), ...counted, levels, cap, scope },
    { requiredKeys: ['form', 'unit', 'per', 'pointsPerUnit', 'cap', 'scope'] },
  ),
  fc.record({ form: fc.constant('veto' as const), scope }),
  fc.record({ form: fc.constant('unparsed' as const) }),
)

const clause: fc.Arbitrary<ReadClause> = fc
  .tuple(
    form,
    fc.option(fc.constantFrom('1', '2')),
    fc.boolean(),
    fc.constantFrom('省级加2分，市级加1分', '完成率', '', '长'.repeat(5000)),
  )
  .map(([made, no, isOpen, text]) =>
    read(made, text, { no, ...(isOpen ? { forPerson: true as const } : {}) }),
  )

const anyItem: fc.Arbitrary<ReadItem> = fc
  .record({
    clauses: fc.array(clause, { maxLength: 6 }),
    size: fc.option(size),
    kind: fc.constantFrom('normal' as const, 'bonus' as const, 'penalty' as const, 'veto' as const),
    number: fc.option(fc.constantFrom('1', '1', '一', '2-1', ' ', '号'.repeat(80), '__proto__')),
    category: fc.constantFrom('一、市容', '二、环卫（20分）', '', '__proto__'),
    below: fc.array(fc.constantFrom('甲', '乙', ''), { maxLength: 3 }),
    parts: fc.array(fc.record({ no: fc.constantFrom('1', '2', '3'), points: size }), { maxLength: 3 }),
    caps: fc.array(fc.record({ points: size, clauses: fc.array(fc.nat(7), { maxLength: 4 }) }), {
      maxLength: 3,
    }),
    words: fc.array(fc.constantFrom('现场', '查阅资料', '第三方', '', '法'.repeat(300)), { maxLength: 3 }),
    title: fc.option(fc.constantFrom('题', '', '长'.repeat(300), '两\n行')),
  })
  .map(({ clauses, size: own, below, words, title, ...rest }) => {
    const rule = clauses.map(({ text }) => text).join('；')
    const names = title === null ? { title, name: undefined } : { title, name: title }
    return {
      ...item(),
      ...rest,
      ...names,
      points: own,
      rule,
      clauses,
      methods: words,
      units: words,
      path: [rest.category, ...below],
    } as ReadItem
  })

function byCategory(a: ReadItem, b: ReadItem): number {
  return a.category < b.category ? -1 : a.category > b.category ? 1 : 0
}

it('whatever was read, the standard is one that can be a draft, be proved and be scored', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 6 }), (list) => {
      // A category's items stand together, whatever stands between them on the sheet.
      const reading = readingOf([...list].sort(byCategory), 100_000)
      const { rubric } = standardOf(reading, { id: 'own', file: '标准.xls', sha256: '0'.repeat(64) })
      const filled = JSON.parse(JSON.stringify(rubric).replaceAll('""', '"…"'))
      const found = rubricSchema.safeParse(filled)
      const isDraft = draftRubricSchema.safeParse(rubric).success
      // Sums past a million points are no draft; the items by themselves are.
      const isHuge =
        JSON.stringify(rubric).match(
          /"(?:points|bonusCap|penaltyCap)":\d{11,}|"(?:points|bonusCap|penaltyCap)":[2-9]\d{9}/,
        ) !== null
      if (!isHuge) expect(found.error?.issues ?? []).toEqual([])
      expect(isDraft || isHuge).toBe(true)
      const items = allItems(rubric)
      expect(items.map(({ rule }) => rule)).toEqual(reading.items.map(({ rule }) => rule.slice(0, 4000)))
      if (proveDraft(rubric).some(({ level }) => level === 'error')) return
      const { state } = playCommands(
        rubric,
        ANY_SUBJECT,
        items.map(({ id }) => ({ type: 'clear', item: id })),
      )
      expect(scoreSheet(rubric, state).low).toBe(rubric.points)
    }),
    runs(400),
  )
})
