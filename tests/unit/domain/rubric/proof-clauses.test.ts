import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { sampleCategory, sampleItem, sampleRubric, whole } from './sample-item'

/** Everything that is said of a standard of one item (of 2 points, unless it is of another kind). */
function said(clauses: readonly object[], kind: Item['kind'] = 'normal'): readonly string[] {
  const worth = whole(kind === 'normal' ? 2 : 0)
  const item = sampleItem({
    kind,
    points: worth,
    exclusion: 'not-allowed',
    clauses: clauses.map((clause, at) => ({ id: `c${at}`, text: '…', ...clause }) as Clause),
  })
  const sound = sampleItem({ id: 'x-002', code: '1.2' })
  const category = sampleCategory({ points: points(worth + 2_000), children: [sound, item] })
  return proveRubric(sampleRubric({ categories: [category] })).map(({ code, detail }) =>
    `${code} ${detail}`.trim(),
  )
}

const measure = { label: '率', unit: '%' }
const full = { effect: 'full' }
const zero = { effect: 'zero' }
const cost = (amount: number) => ({ effect: 'deduct', points: amount })
const count = (more: object = {}) => ({ form: 'per-occurrence', unit: '处', pointsPerUnit: 200, ...more })
const size = (id: string, amount: number) => ({ id, label: id, points: amount })
const sizes = (...list: object[]) => ({ form: 'per-occurrence', unit: '处', severities: list })
const tier = (id: string, bounds: object, outcome: object = zero) => ({ id, label: id, outcome, ...bounds })
const tiers = (...list: object[]) => ({ form: 'tier', measure, tiers: list })
const choices = (...list: object[]) => ({ form: 'tier', tiers: list })
const threshold = (cmp: string, value: number, outcome: object = zero) => ({ cmp, value, outcome })
const thresholds = (...list: object[]) => ({ form: 'threshold', measure, thresholds: list })
const line = (more: object = {}) => ({
  form: 'linear',
  measure,
  from: 95_000,
  direction: 'below',
  per: 1_000,
  pointsPerUnit: 250,
  partial: 'exact',
  ...more,
})
const share = (more: object = {}) => ({
  form: 'proportional',
  measure,
  base: 2_000,
  fullAt: 100_000,
  ...more,
})
const band = (min: number, max: number) => ({ id: `${min}-${max}`, label: '档', min, max })
const judged = (...bands: object[]) => ({ form: 'judgement', effect: 'deduct', bands })
const parts = (...list: object[]) => ({ form: 'additive', parts: list })
const bonus = (more: object = {}) => ({ form: 'bonus', unit: '次', pointsPerUnit: 500, cap: 2_000, ...more })
const penalty = (more: object = {}) => ({ form: 'penalty', unit: '次', pointsPerUnit: 500, ...more })
const veto = (scope: string, more: object = {}) => ({ form: 'veto', scope, ...more })
const high = tier('a', { min: 90_000 }, full)
const middle = tier('b', { min: 80_000, max: 90_000 }, cost(500))
const low = tier('c', { max: 80_000 })

describe('a sound clause has nothing to say', () => {
  test.each<[what: string, clause: object]>([
    ['counted', count()],
    ['counted up to all', count({ pointsPerUnit: 2_000, cap: 2_000 })],
    ['counted in groups, some free', count({ per: 2, allowance: 1 })],
    ['by size', sizes(size('s', 200), size('l', 2_000))],
    ['bounds of two kinds', thresholds(threshold('<', 80_000, cost(500)), threshold('<=', 80_000))],
    ['bounds of one kind', thresholds(threshold('<', 80_000, cost(500)), threshold('<', 60_000))],
    ['tiers, the best first', tiers(high, middle, low)],
    ['tiers, the worst first', tiers(low, middle, high)],
    ['tiers from nothing', tiers(high, tier('c', { min: 0, max: 90_000 }))],
    [
      'tiers up to the whole',
      tiers(tier('a', { min: 90_000, max: 100_000, isMaxClosed: true }, full), tier('b', { max: 90_000 })),
    ],
    [
      'tiers whose bounds are the lower one’s',
      tiers(tier('a', { min: 90_000, isMinOpen: true }, full), tier('b', { max: 90_000, isMaxClosed: true })),
    ],
    ['one tier for all', tiers(tier('a', { min: 0 }))],
    ['choices', choices(tier('a', {}, full), tier('b', {}))],
    ['a shortfall', line()],
    ['an excess from nothing', line({ from: 0, direction: 'above' })],
    ['a shortfall up to all', line({ pointsPerUnit: 2_000, cap: 2_000 })],
    ['a share', share()],
    ['a share from somewhere', share({ floor: 60_000 })],
    ['bands, the worst first', judged(band(1_000, 2_000), band(500, 1_000), band(0, 500))],
    ['bands, the worst last', judged(band(0, 500), band(500, 1_000), band(1_000, 2_000))],
    ['one band', judged(band(2_000, 2_000))],
    ['a band of what is given', { ...judged(band(0, 2_000)), effect: 'gain' }],
    ['parts', parts(size('a', 1_500), size('b', 500))],
    [
      'parts that take each other’s points over',
      { ...parts(size('a', 1_500), size('b', 500)), isNormalised: true },
    ],
    ['one part', parts(size('a', 2_000))],
    ['all of it', { form: 'all-or-nothing', deduct: 'all' }],
    ['so much of it', { form: 'all-or-nothing', deduct: 2_000 }],
  ])('%s', (_what, clause) => expect(said([clause])).toEqual([]))

  test.each<[what: string, clauses: readonly object[], kind: Item['kind']]>([
    [
      'a bonus beside others, of more than the item',
      [count(), bonus({ pointsPerUnit: 3_000, cap: 5_000 })],
      'normal',
    ],
    [
      'a penalty beside others, of more than the item',
      [count(), penalty({ pointsPerUnit: 3_000 })],
      'normal',
    ],
    ['a veto beside others', [count(), veto('item')], 'normal'],
    ['a bonus', [bonus()], 'bonus'],
    ['a bonus that is given once', [bonus({ pointsPerUnit: 2_000 })], 'bonus'],
    ['a penalty', [penalty()], 'penalty'],
    ['a penalty with a cap', [penalty({ cap: 500 })], 'penalty'],
    ['a veto of all', [veto('total')], 'veto'],
    ['a veto of its category', [veto('category')], 'veto'],
    ['a veto that imposes a grade', [veto('grade', { grade: '不合格' })], 'veto'],
  ])('%s', (_what, clauses, kind) => expect(said(clauses, kind)).toEqual([]))
})

describe('a clause that is not sound has that to say, and nothing else', () => {
  test.each<[clause: object, wanted: readonly string[]]>([
    [count({ cap: 150 }), ['rate-above-cap 0.2 > 0.15']],
    [count({ pointsPerUnit: 2_001 }), ['size-above-item 2.001 > 2']],
    [count({ pointsPerUnit: undefined }), ['rate-or-severities exactly one of the two is needed']],
    [
      { ...sizes(size('s', 200)), pointsPerUnit: 100 },
      ['rate-or-severities exactly one of the two is needed'],
    ],
    [sizes(size('s', 200), size('s', 300)), ['id-twice-in-clause']],
    [{ ...sizes(size('s', 200)), allowance: 1 }, ['severities-with-count 1']],
    [{ ...sizes(size('s', 200)), per: 2, allowance: 1 }, ['severities-with-count 2 1']],
    [{ ...sizes(size('s', 2_001)) }, ['size-above-item 2.001 > 2']],
    [{ ...sizes(size('s', 200)), cap: 100 }, ['rate-above-cap 0.2 > 0.1']],
    [count({ per: 0 }), ['count-not-positive 0']],
    [count({ allowance: -1 }), ['count-not-positive -1']],
    [thresholds(), ['empty-list thresholds']],
    [thresholds(threshold('<', 1), threshold('<', 1)), ['threshold-twice <1 <1']],
    [thresholds(threshold('<', 1, cost(2_001))), ['size-above-item 2.001 > 2']],
    [tiers(), ['empty-list tiers']],
    [tiers(high, tier('b', {})), ['tier-bounds a numeric tier has no bound']],
    [choices(high, tier('b', { max: 90_000 })), ['tier-bounds bounds without a measure']],
    [tiers(middle, high, low), ['tiers-unordered c,b,a']],
    [tiers(high, low), ['tiers-gap-or-overlap c / a']],
    [
      tiers(tier('a', { min: 90_000, isMinOpen: true }, full), tier('b', { max: 90_000 })),
      ['tiers-gap-or-overlap b / a'],
    ],
    [tiers(high, tier('b', { max: 90_000, isMaxClosed: true })), ['tiers-gap-or-overlap b / a']],
    [tiers(high, middle), ['tiers-leave-values-out b / a']],
    [tiers(high, tier('b', { min: 0, isMinOpen: true, max: 90_000 })), ['tiers-leave-values-out b / a']],
    [
      tiers(tier('a', { min: 90_000, max: 100_000 }, full), tier('b', { max: 90_000 })),
      ['tiers-leave-values-out b / a'],
    ],
    [
      {
        ...tiers(
          tier('a', { min: 90_000, max: 100_000, isMaxClosed: true }, full),
          tier('b', { max: 90_000 }),
        ),
        measure: { label: '数', unit: '处' },
      },
      ['tiers-leave-values-out b / a'],
    ],
    [
      tiers(tier('a', { min: 90_000, max: 99_000, isMaxClosed: true }, full), tier('b', { max: 90_000 })),
      ['tiers-leave-values-out b / a'],
    ],
    [
      tiers(tier('a', { min: 90_000 }), tier('b', { max: 90_000, min: 80_000 }, full), low),
      ['outcomes-unordered 2 0 2'],
    ],
    [tiers(high, { ...middle, id: 'a' }, low), ['id-twice-in-clause']],
    [line({ per: 0 }), ['count-not-positive 0']],
    [line({ from: -1 }), ['bound-out-of-range -0.001']],
    [line({ cap: 100 }), ['rate-above-cap 0.25 > 0.1']],
    [share({ fullAt: 0 }), ['count-not-positive 0']],
    [share({ floor: 0 }), ['floor-out-of-range 0']],
    [share({ floor: 100_000 }), ['floor-out-of-range 100']],
    [share({ base: 2_001 }), ['size-above-item 2.001 > 2', 'worth-above-item 2.001 > 2']],
    [judged(), ['empty-list bands']],
    [judged(band(500, 2_000), band(0, 700)), ['bands-unordered 500-2000 0-700']],
    [judged(band(0, 700), band(500, 2_000)), ['bands-unordered 0-700 500-2000']],
    [judged(band(-1, 2_000)), ['band-empty']],
    [judged(band(2_000, 1_000), band(0, 500)), ['band-empty']],
    [judged(band(0, 2_001)), ['size-above-item 2.001 > 2']],
    [{ ...judged(band(0, 1_500)), effect: 'gain' }, ['reach-short clauses can take 1.5 of 2']],
    [parts(), ['empty-list parts', 'parts-sum 0, item 2']],
    [
      parts(size('a', 2_001)),
      ['size-above-item 2.001 > 2', 'worth-above-item 2.001 > 2', 'parts-sum 2.001, item 2'],
    ],
    [parts(size('a', 1_000), size('a', 1_000)), ['id-twice-in-clause']],
    [{ ...parts(size('a', 2_000)), isNormalised: true }, ['normalised-alone']],
    [parts(size('a', 0), size('b', 2_000)), ['size-not-positive 0']],
    [{ form: 'all-or-nothing', deduct: 0 }, ['size-not-positive 0']],
  ])('%o', (clause, wanted) => expect(said([clause])).toEqual(wanted))

  test.each<[clause: object, kind: Item['kind'], wanted: readonly string[]]>([
    [veto('item'), 'veto', ['veto-without-effect its item has no points']],
    [veto('grade'), 'veto', ['grade-unknown']],
    [veto('grade', { grade: '优良' }), 'veto', ['grade-unknown 优良']],
    [veto('grade', { grade: '合格' }), 'veto', ['veto-without-effect 合格']],
    [veto('total', { grade: '不合格' }), 'veto', ['grade-not-wanted 不合格']],
    [bonus({ cap: 400 }), 'bonus', ['rate-above-cap 0.5 > 0.4']],
    [bonus({ pointsPerUnit: 0 }), 'bonus', ['size-not-positive 0']],
    [penalty({ cap: 400 }), 'penalty', ['rate-above-cap 0.5 > 0.4']],
    [penalty(), 'bonus', ['clause-in-wrong-kind penalty in a bonus item']],
    [bonus(), 'veto', ['clause-in-wrong-kind bonus in a veto item']],
    [count(), 'penalty', ['clause-in-wrong-kind per-occurrence in a penalty item']],
  ])('%o of a %s item', (clause, kind, wanted) => expect(said([clause], kind)).toEqual(wanted))
})
