import { describe, expect, it } from 'vitest'
import { type Milli, points } from '../../../../shared/domain/points'
import type { PlainClause } from '../../../../shared/domain/rubric/clause'
import { isMarkFor } from '../../../../shared/domain/scoring/forms'
import type { MarkValue } from '../../../../shared/domain/sheet/mark'
import { saysTheSame } from '../../../../shared/domain/versions/mark-meaning'
import { isSureClear } from '../../../../shared/domain/versions/sure-clear'
import { type Bare, clauseOf, itemOf, rounding, settingFor } from '../scoring/small-standard'
import { CLAUSES } from './every-form'

type Form = Exclude<Bare['form'], 'by-subject'>
type BareOf<F extends Form> = Extract<Bare, { form: F }>
type Change<F extends Form> = (clause: BareOf<F>) => Bare

const milli = (value: number) => value as Milli
const plain = (bare: Bare) => clauseOf(bare) as PlainClause
const other = { label: '另一率', unit: '%' }
const labels = {
  form: 'tier',
  tiers: [
    { id: 'a', label: '优', outcome: { effect: 'full' } },
    { id: 'b', label: '良', outcome: { effect: 'full' } },
    { id: 'c', label: '差', outcome: { effect: 'deduct', points: points(1_000) } },
  ],
} as const satisfies Bare

/** A clause as it was and as it is: of a form, or one that is given. */
function pair<F extends Form>(form: F | BareOf<F>, change: Change<F>): readonly [PlainClause, PlainClause] {
  const before = (typeof form === 'string' ? CLAUSES[form] : form) as BareOf<F>
  return [plain(before), plain(change(before))]
}

const renamed = <T extends { readonly id?: string; readonly label: string }>(all: readonly T[], at: number) =>
  all.map((one, no) => (no === at ? { ...one, label: `${one.label}（新）` } : one))
const measured: MarkValue = { kind: 'value', value: milli(70_000) }
const count: MarkValue = { kind: 'count', n: 2 }
const sizes = (id: string): MarkValue => ({ kind: 'counts', bySeverity: { [id]: 2 } })
const zone: MarkValue = { kind: 'zoned', zone: 'main', value: milli(9_000) }
const found = (finder: string, time: number): MarkValue => ({
  kind: 'found',
  found: [{ finder, time, n: 1 }],
})
const band: MarkValue = { kind: 'points', bandId: 'x', points: points(600) }
const samples: MarkValue = { kind: 'samples', population: 20, passed: 9, failed: 1 }

describe('a mark says the same of a clause that is not as it was', () => {
  const tell = ([before, after]: readonly [PlainClause, PlainClause], value: MarkValue) => {
    expect(isMarkFor(before, value)).toBe(true)
    return saysTheSame(before, after, value)
  }

  it.each<[what: string, clauses: readonly [PlainClause, PlainClause], value: MarkValue]>([
    ['places counted', pair('per-occurrence', (c) => ({ ...c, unit: '件' })), sizes('small')],
    ['findings', pair('escalation', (c) => ({ ...c, unit: '件' })), found('city', 1)],
    ['bonuses', pair('bonus', (c) => ({ ...c, unit: '件' })), count],
    ['penalties', pair('penalty', (c) => ({ ...c, unit: '件' })), count],
    ['a threshold', pair('threshold', (c) => ({ ...c, measure: other })), measured],
    ['a tier', pair('tier', (c) => ({ ...c, measure: other })), measured],
    ['a shortfall', pair('linear', (c) => ({ ...c, measure: other })), measured],
    ['a proportion', pair('proportional', (c) => ({ ...c, measure: other })), measured],
    ['a zone', pair('zone-limit', (c) => ({ ...c, measure: other })), zone],
    ['a rank', pair('rank', (c) => ({ ...c, measure: other })), { kind: 'rank', rank: 2 }],
    ['a pass rate', pair('pass-rate', (c) => ({ ...c, measure: other })), samples],
    ['a judgement', pair('judgement', (c) => ({ ...c, effect: 'gain' })), band],
  ])('unless another thing is looked at: %s', (_what, clauses, value) => {
    expect(tell(clauses, value)).toBe(false)
    expect(tell([clauses[0], clauses[0]], value)).toBe(true)
  })

  const severities: Change<'per-occurrence'> = (c) => ({ ...c, severities: renamed(c.severities ?? [], 0) })
  const tiers: Change<'tier'> = (c) => ({ ...c, tiers: renamed(c.tiers, 1) })
  const parts: Change<'additive'> = (c) => ({ ...c, parts: renamed(c.parts, 0) })
  const zones: Change<'zone-limit'> = (c) => ({ ...c, zones: renamed(c.zones, 0) })
  const finders: Change<'escalation'> = (c) => ({ ...c, finders: renamed(c.finders, 0) })
  const repeats: Change<'escalation'> = (c) => ({ ...c, repeats: renamed(c.repeats, 1) })
  const bands: Change<'judgement'> = (c) => ({ ...c, bands: renamed(c.bands, 0) })
  const two = { ...CLAUSES.judgement, bands: [{ id: 'y', label: '一般', min: points(0), max: points(400) }] }
  const withTwo = {
    ...two,
    bands: [...two.bands, { id: 'x', label: '较差', min: points(500), max: points(1_500) }],
  } as BareOf<'judgement'>

  it.each<
    [what: string, clauses: readonly [PlainClause, PlainClause], chosen: MarkValue, unchosen: MarkValue]
  >([
    ['a size', pair('per-occurrence', severities), sizes('small'), sizes('large')],
    ['a tier', pair(labels, tiers), { kind: 'choice', id: 'b' }, { kind: 'choice', id: 'c' }],
    [
      'a part',
      pair('additive', parts),
      { kind: 'missing', parts: ['p0'] },
      { kind: 'missing', parts: ['p1'] },
    ],
    [
      'a part that does not apply',
      pair('additive', parts),
      { kind: 'missing', parts: ['p1'], notApplicable: ['p0'] },
      { kind: 'missing', parts: [], notApplicable: ['p1'] },
    ],
    ['a zone', pair('zone-limit', zones), zone, { ...zone, zone: 'side' } as MarkValue],
    ['a finder', pair('escalation', finders), found('city', 1), found('province', 1)],
    ['a time', pair('escalation', repeats), found('city', 2), found('city', 1)],
    [
      'a band',
      pair(withTwo, bands),
      { kind: 'points', bandId: 'y', points: points(300) },
      { kind: 'points', bandId: 'x', points: points(600) },
    ],
    [
      'at one of several places',
      pair('per-occurrence', severities),
      {
        kind: 'places',
        at: [
          { place: '甲', value: { kind: 'counts', bySeverity: { large: 1 } } },
          { place: '乙', value: { kind: 'counts', bySeverity: { small: 1 } } },
        ],
      },
      { kind: 'places', at: [{ place: '甲', value: { kind: 'counts', bySeverity: { large: 1 } } }] },
    ],
  ])('unless what was chosen has another name: %s', (_what, clauses, chosen, unchosen) => {
    expect(tell(clauses, chosen)).toBe(false)
    expect(tell(clauses, unchosen)).toBe(true)
  })

  it('unless it is of another form', () => {
    expect(saysTheSame(plain(CLAUSES['all-or-nothing']), plain(CLAUSES.veto), { kind: 'flag' })).toBe(false)
  })
})

describe('nothing wrong on a clause', () => {
  const setting = settingFor(itemOf('i', 4_000, []), rounding('half-up', 10))
  const isSure = ([before, after]: readonly [PlainClause, PlainClause]) =>
    isSureClear(before, after, { before: setting, after: setting })
  const wholeSteps = {
    ...CLAUSES.linear,
    partial: 'whole-steps',
    pointsPerUnit: points(1),
  } as BareOf<'linear'>
  const above = { ...wholeSteps, direction: 'above' } as BareOf<'linear'>
  const zones = { ...CLAUSES['zone-limit'], partial: 'whole-steps' } as BareOf<'zone-limit'>
  const rate = (rule: BareOf<'pass-rate'>['rule']) =>
    ({ ...CLAUSES['pass-rate'], rule }) as BareOf<'pass-rate'>
  const fullFrom = (min: number) =>
    rate({
      kind: 'tiers',
      tiers: [
        { id: 'a', label: '合格', min: milli(min), outcome: { effect: 'full' } },
        { id: 'b', label: '其余', outcome: { effect: 'zero' } },
      ],
    })
  const steps = (per: number, from = 95_000) =>
    rate({
      kind: 'shortfall',
      from: milli(from),
      per: milli(per),
      pointsPerUnit: points(1),
      partial: 'whole-steps',
    })
  const cheap = (from: number) =>
    rate({
      kind: 'shortfall',
      from: milli(from),
      per: milli(1_000),
      pointsPerUnit: points(1),
      partial: 'exact',
    })
  const share = (base: number) => rate({ kind: 'proportional', base: points(base) })
  const threshold = (cmp: '<' | '<=') =>
    ({
      form: 'threshold',
      measure: other,
      thresholds: [{ cmp, value: milli(80_000), outcome: { effect: 'zero' } }],
    }) as const satisfies Bare
  const first = (to: number) =>
    ({
      ...CLAUSES.rank,
      steps: [
        { id: 'a', label: '前列', to, outcome: { effect: 'full' } },
        { id: 'b', label: '其余', outcome: { effect: 'zero' } },
      ],
    }) as BareOf<'rank'>

  it.each<[what: string, clauses: readonly [PlainClause, PlainClause]]>([
    ['what other clauses leave', pair('overflow', () => ({ ...CLAUSES.overflow, mode: 'continue' }) as Bare)],
    ['another price', pair('per-occurrence', (c) => ({ ...c, cap: points(300) }))],
    ['as many free', pair('per-occurrence', (c) => ({ ...c, allowance: 1, cap: points(300) }))],
    ['more free', pair('per-occurrence', (c) => ({ ...c, allowance: 3 }))],
    ['counted every three', pair('per-occurrence', (c) => ({ ...c, per: 3 }))],
    ['a size fewer', pair('per-occurrence', (c) => ({ ...c, severities: c.severities?.slice(1) ?? [] }))],
    ['a tier fewer', pair(labels, (c) => ({ ...c, tiers: c.tiers.slice(0, 2) }))],
    ['a finder fewer', pair('escalation', (c) => ({ ...c, finders: c.finders.slice(1) }))],
    ['a longer step', pair(wholeSteps, (c) => ({ ...c, per: milli(2_000) }))],
    ['a longer step in zones', pair(zones, (c) => ({ ...c, per: milli(2_000) }))],
    ['full from less', pair(fullFrom(90_000), () => fullFrom(88_000))],
    ['a longer step of a rate', pair(steps(1_000), () => steps(2_000))],
    ['a price of a rate', pair(share(1_000), () => share(2_000))],
    ['more ranks without loss', pair(first(3), () => first(5))],
    ['a bound that is no longer held', pair(threshold('<='), () => threshold('<'))],
  ])('still says so: %s', (_what, clauses) => expect(isSure(clauses)).toBe(true))

  it.each<[what: string, clauses: readonly [PlainClause, PlainClause]]>([
    ['another unit', pair('per-occurrence', (c) => ({ ...c, unit: '件' }))],
    ['another form', [plain(CLAUSES['all-or-nothing']), plain(CLAUSES.veto)]],
    ['counted one by one', pair('per-occurrence', (c) => ({ ...c, per: 1 }))],
    ['counted one by one, by default', pair('per-occurrence', ({ per: _per, ...c }) => c)],
    [
      'a size more',
      pair('per-occurrence', (c) => ({
        ...c,
        severities: [...(c.severities ?? []), { id: 'z', label: '极大', points: points(900) }],
      })),
    ],
    [
      'a tier more',
      pair(labels, (c) => ({
        ...c,
        tiers: [...c.tiers, { id: 'd', label: '极差', outcome: { effect: 'zero' } }],
      })),
    ],
    [
      'a tier that cost nothing',
      pair(labels, (c) => ({
        ...c,
        tiers: c.tiers.map((one) => (one.id === 'b' ? { ...one, outcome: { effect: 'zero' } } : one)),
      })),
    ],
    [
      'a band more',
      pair('judgement', (c) => ({
        ...c,
        bands: [...c.bands, { id: 'y', label: '一般', min: points(100), max: points(400) }],
      })),
    ],
    [
      'a finder more',
      pair('escalation', (c) => ({
        ...c,
        finders: [...c.finders, { id: 'z', label: '媒体曝光', points: points(900) }],
      })),
    ],
    [
      'a zone more',
      pair('zone-limit', (c) => ({
        ...c,
        zones: [...c.zones, { id: 'z', label: '背街小巷', limit: milli(90_000) }],
      })),
    ],
    ['a shorter step', pair(wholeSteps, (c) => ({ ...c, per: milli(500) }))],
    ['a shorter step upwards', pair(above, (c) => ({ ...c, per: milli(500) }))],
    ['the other direction', pair(wholeSteps, (c) => ({ ...c, direction: 'above' }))],
    ['a limit by so little that no price shows it', pair('linear', (c) => ({ ...c, from: milli(95_001) }))],
    ['a shorter step in zones', pair(zones, (c) => ({ ...c, per: milli(500) }))],
    [
      'a shorter step in zones, downwards',
      pair({ ...zones, direction: 'below' }, (c) => ({ ...c, per: milli(500) })),
    ],
    [
      'a limit of a zone by as little',
      pair({ ...zones, partial: 'exact', pointsPerUnit: points(1) }, (c) => ({
        ...c,
        zones: c.zones.map((one) => ({ ...one, limit: milli(one.limit - 1) })),
      })),
    ],
    ['a whole by as little', pair('proportional', (c) => ({ ...c, fullAt: milli(100_001) }))],
    ['full from more', pair(fullFrom(90_000), () => fullFrom(90_001))],
    ['a shorter step of a rate', pair(steps(1_000), () => steps(500))],
    ['a shortfall by as little', pair(steps(1), () => steps(1, 95_001))],
    ['a shortfall by less than any price shows', pair(cheap(95_000), () => cheap(95_001))],
    ['a proportion that asks for the whole, at no price', pair(fullFrom(99_999), () => share(1))],
    ['a proportion instead of tiers', pair(fullFrom(90_000), () => share(1_000))],
    ['tiers up to the whole instead of a proportion', pair(steps(1_000), () => share(1))],
    ['fewer ranks without loss', pair(first(3), () => first(2))],
    ['a bound that is now held', pair(threshold('<'), () => threshold('<='))],
  ])('does not any more: %s', (_what, clauses) => expect(isSure(clauses)).toBe(false))
})
