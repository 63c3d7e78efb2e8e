import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../../shared/domain/explain/expression'
import { type Milli, points } from '../../../../shared/domain/points'
import { assembleRubric } from '../../../../shared/domain/rubric/assemble'
import type { Clause, PlainClause } from '../../../../shared/domain/rubric/clause'
import { allItems, type Item, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { clauseFor, rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { accountFor, isMarkFor, reachOf, takeFor } from '../../../../shared/domain/scoring/forms'
import { floorOf } from '../../../../shared/domain/scoring/item-limit'
import { canBeObserved } from '../../../../shared/domain/scoring/places'
import { scoreItem, settingOf } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import {
  type ItemMark,
  type MarkValue,
  type PlainValue,
  UNTOUCHED,
} from '../../../../shared/domain/sheet/mark'
import { CLEAR, excludedFor } from './small-standard'

const FOLDER = join(__dirname, '../../../../resources/rubrics/demonstration')
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
const files = readdirSync(FOLDER).filter((file) => /^\d\d-.*\.json$/.test(file))
const standard: Rubric = assembleRubric(read('standard.json'), files.sort().map(read))
/** As it is for a 省辖市, which has every item. */
const rubric = rubricFor(standard, { league: '省辖市' })
const items = allItems(rubric)

const measured = (value: number): PlainValue => ({ kind: 'value', value: value as Milli })

/** The worst marks that a person could make on a clause: one of them takes all that it can take. */
function worstMarks(clause: Clause): readonly MarkValue[] {
  const plain = clauseFor(clause, null)
  if (!canBeObserved(plain)) return worstValues(plain)
  const places = plain.aggregate === 'sum' ? 100 : 1
  return worstValues(plain).map((value) => ({
    kind: 'places',
    at: Array.from({ length: places }, (_, at) => ({ place: `第${at + 1}点`, value })),
  }))
}

function worstValues(clause: PlainClause): readonly PlainValue[] {
  switch (clause.form) {
    case 'per-occurrence': {
      const severities = clause.severities?.map(({ id }) => [id, 1_000])
      return [
        severities === undefined
          ? { kind: 'count', n: 1_000 }
          : { kind: 'counts', bySeverity: Object.fromEntries(severities) },
      ]
    }
    case 'all-or-nothing':
    case 'veto':
      return [{ kind: 'flag' }]
    case 'threshold':
      return clause.thresholds.flatMap(({ value }) => [measured(Math.max(0, value - 1)), measured(value + 1)])
    case 'tier':
      if (clause.measure === undefined) return clause.tiers.map(({ id }) => ({ kind: 'choice', id }))
      return clause.tiers
        .flatMap(({ min, max }) => [min, max])
        .flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]))
        .map(measured)
        .filter((value) => isMarkFor(clause, value))
    case 'linear':
      return [measured(clause.direction === 'below' ? 0 : 999_999_999)]
    case 'proportional':
      return [measured(0)]
    case 'judgement':
      return clause.bands.flatMap(({ id, min, max }) =>
        [min, max].map((size): PlainValue => ({ kind: 'points', bandId: id, points: size })),
      )
    case 'additive':
      return [{ kind: 'missing', parts: clause.parts.map(({ id }) => id) }]
    case 'bonus':
    case 'penalty':
      return [{ kind: 'count', n: 1_000 }]
    case 'zone-limit':
      return clause.zones.map(({ id }) => ({
        kind: 'zoned',
        zone: id,
        value: (clause.direction === 'below' ? 0 : 999_999_999) as Milli,
      }))
    case 'escalation':
      return [{ kind: 'found', found: [{ finder: clause.finders[0]?.id ?? '', time: 1, n: 1_000 }] }]
    case 'rank':
      return clause.steps.map((_, at) => ({ kind: 'rank', rank: (clause.steps[at - 1]?.to ?? 0) + 1 }))
    case 'pass-rate': {
      const mins = clause.rule.kind === 'tiers' ? clause.rule.tiers.map(({ min = 0 }) => min) : []
      return [0, ...mins.map((min) => Math.max(0, min * 10 - 1))].map((passed) => ({
        kind: 'samples',
        population: 1_000_000,
        passed,
        failed: 1_000_000 - passed,
      }))
    }
    // It takes no mark: what the other clauses take goes on past the item's points.
    case 'overflow':
      return []
  }
}

/** An ordinary finding: one occurrence past what is free, a little short of what is asked. */
function plausibleMark(clause: Clause): MarkValue {
  const plain = clauseFor(clause, null)
  const value = plausibleValue(plain)
  return canBeObserved(plain) ? { kind: 'places', at: [{ place: '人民路', value }] } : value
}

function plausibleValue(clause: PlainClause): PlainValue {
  switch (clause.form) {
    case 'per-occurrence': {
      const [first] = clause.severities ?? []
      const n = (clause.allowance ?? 0) + (clause.per ?? 1)
      return first === undefined ? { kind: 'count', n } : { kind: 'counts', bySeverity: { [first.id]: 1 } }
    }
    case 'threshold':
      return measured(clause.thresholds[0]?.value ?? 0)
    case 'linear':
      return measured(clause.direction === 'below' ? clause.from - clause.per : clause.from + clause.per)
    case 'proportional':
      return measured(Math.floor(clause.fullAt * 0.9))
    case 'judgement': {
      const band = clause.bands[0]
      return { kind: 'points', bandId: band?.id ?? '', points: band?.max ?? points(0) }
    }
    case 'additive':
      return { kind: 'missing', parts: clause.parts.slice(0, 1).map(({ id }) => id) }
    case 'bonus':
    case 'penalty':
      return { kind: 'count', n: 1 }
    case 'tier':
      return clause.measure === undefined
        ? { kind: 'choice', id: clause.tiers[0]?.id ?? '' }
        : measured(clause.tiers[0]?.min ?? (clause.tiers[0]?.max ?? 0) - 1)
    case 'zone-limit': {
      const { id = '', limit = 0 } = clause.zones[0] ?? {}
      const value = clause.direction === 'below' ? limit - clause.per : limit + clause.per
      return { kind: 'zoned', zone: id, value: value as Milli }
    }
    case 'escalation':
      return { kind: 'found', found: [{ finder: clause.finders[0]?.id ?? '', time: 2, n: 1 }] }
    case 'rank':
      return { kind: 'rank', rank: 5 }
    case 'pass-rate':
      return { kind: 'samples', population: 60, passed: 9, failed: 1 }
    default:
      return { kind: 'flag' }
  }
}

/** Every clause marked with the worst of its marks. */
function worst(item: Item): ItemMark {
  const setting = settingOf(rubric, item)
  const marks = item.clauses.flatMap((clause) => {
    const [first, ...others] = worstMarks(clause)
    if (first === undefined) return []
    const cost = (value: MarkValue) => {
      const { lost, extra } = takeFor(clause, { value }, setting)
      return lost - extra
    }
    const value = others.reduce((one, other) => (cost(other) > cost(one) ? other : one), first)
    return [[clause.id, { value, reason: '现场核实' }] as const]
  })
  return { ...UNTOUCHED, status: 'scored', marks: Object.fromEntries(marks) }
}

describe('the demonstration standard', () => {
  it('has the 291 items that it promises', () => {
    expect([items.length, rubric.categories.length]).toEqual([291, 10])
  })

  it.each(items.map((item) => [item.code, item] as const))('%s: clear is full marks', (_code, item) => {
    expect(scoreItem(rubric, item, CLEAR)).toMatchObject({ low: item.points, high: item.points, lost: 0 })
  })

  it.each(items.map((item) => [item.code, item] as const))(
    '%s: every clause takes an ordinary mark, and all together never fall below nothing',
    (_code, item) => {
      const setting = settingOf(rubric, item)
      for (const clause of item.clauses) {
        if (clause.form === 'overflow') continue
        const value = plausibleMark(clause)
        expect(isMarkFor(clause, value), `${item.code}/${clause.id} ${clause.form}`).toBe(true)
        const mark: ItemMark = {
          ...UNTOUCHED,
          status: 'scored',
          marks: { [clause.id]: { value, reason: '核实' } },
        }
        const score = scoreItem(rubric, item, mark)
        expect(score.low).toBeGreaterThanOrEqual(0)
        expect(score.low).toBeLessThanOrEqual(item.points)
        const { extra, lost } = takeFor(clause, { value }, setting)
        expect(evaluate(accountFor(clause, value, setting).sum)).toBe(lost + extra)
      }
      expect(scoreItem(rubric, item, worst(item)).low).toBeGreaterThanOrEqual(floorOf(item))
    },
  )

  it.each(items.map((item) => [item.code, item] as const))(
    '%s: each clause can take just what its range says, and so can the item',
    (_code, item) => {
      const setting = settingOf(rubric, item)
      for (const clause of item.clauses) {
        const reach = reachOf(clause, setting)
        const taken = worstMarks(clause).map((value) => takeFor(clause, { value }, setting))
        expect(Math.max(0, ...taken.map(({ lost }) => lost))).toBe(reach.lost)
        if (clause.form === 'bonus') expect(taken[0]?.extra).toBe(reach.extraHigh)
      }
      const worstScore = scoreItem(rubric, item, worst(item)).low
      const open = scoreItem(rubric, item)
      expect(open.low).toBe(item.exclusion === 'leave-out' ? 0 : worstScore)
    },
  )

  it('can lose at least nine tenths of every item but 2.4.1, whose wording leaves 0.5 of its 3', () => {
    const short = items.filter(
      (item) => item.points > 0 && scoreItem(rubric, item, worst(item)).low * 10 > item.points,
    )
    expect(short.map(({ code }) => code)).toEqual(['2.4.1'])
  })

  it('is 100 when all is clear, and 0 to 100 with its bonuses while nothing is checked', () => {
    const clear = new Map(items.map(({ id }) => [id, CLEAR]))
    expect(scoreSheet(rubric, { items: clear })).toMatchObject({
      low: 100_000,
      high: 100_000,
      gradeLow: '优秀',
      checked: 291,
      count: 291,
    })
    expect(scoreSheet(rubric, { items: new Map() })).toMatchObject({
      low: 0,
      high: 105_000,
      gradeLow: '不合格',
      checked: 0,
    })
  })

  it('is 0 when everything is as bad as it can be', () => {
    const bad = new Map(items.map((item) => [item.id, worst(item)]))
    // 0, and 5 of bonus less 10 of penalty.
    expect(scoreSheet(rubric, { items: bad })).toMatchObject({
      low: 0,
      high: 0,
      bonus: 5_000,
      penalty: 10_000,
      gradeHigh: '不合格',
      checked: 291,
    })
  })

  it('stays full marks when all that may be excluded is', () => {
    const marks = new Map(
      items.map((item) => [item.id, item.exclusion === 'normalise' ? excludedFor('无此设施') : CLEAR]),
    )
    expect(scoreSheet(rubric, { items: marks })).toMatchObject({ low: 100_000, high: 100_000 })
  })
})
