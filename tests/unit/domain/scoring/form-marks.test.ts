import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { isMarkFor, isNothing, needsReason } from '../../../../shared/domain/scoring/forms'
import type { PlainValue } from '../../../../shared/domain/sheet/mark'
import { deduct, flag, full, give, m, missing, n, pick, rate, v, zero } from './check-form'
import { type Bare, clauseOf } from './small-standard'

/** A mark of each kind; each fits some form, by the same names and within its bounds. */
const VALUES: Readonly<Record<string, PlainValue>> = {
  count: n(2),
  counts: { kind: 'counts', bySeverity: { a: 2 } },
  flag,
  value: v(50_000),
  choice: pick('a'),
  points: give('a', 500),
  missing: missing('a'),
  zoned: { kind: 'zoned', zone: 'a', value: m(50_000) },
  found: { kind: 'found', found: [{ finder: 'a', time: 1, n: 2 }] },
  rank: { kind: 'rank', rank: 2 },
  samples: { kind: 'samples', population: 20, passed: 5, failed: 5 },
}
const p = points
const steps = { direction: 'below', per: m(1_000), pointsPerUnit: p(100), partial: 'exact' } as const
const named = { id: 'a', label: 'a' }

const FORMS: readonly (readonly [what: string, bare: Bare, kinds: readonly string[], reason?: boolean])[] = [
  ['per occurrence', { form: 'per-occurrence', unit: '处', pointsPerUnit: p(100) }, ['count']],
  [
    'by severity',
    { form: 'per-occurrence', unit: '处', severities: [{ ...named, points: p(100) }] },
    ['counts'],
  ],
  ['all or nothing', { form: 'all-or-nothing', deduct: 'all' }, ['flag']],
  [
    'threshold',
    { form: 'threshold', measure: rate, thresholds: [{ cmp: '<', value: m(60_000), outcome: zero }] },
    ['value'],
  ],
  ['tier', { form: 'tier', measure: rate, tiers: [{ ...named, min: m(0), outcome: full }] }, ['value']],
  ['labels', { form: 'tier', tiers: [{ ...named, outcome: full }] }, ['choice']],
  ['linear', { form: 'linear', measure: rate, from: m(60_000), ...steps }, ['value']],
  ['proportional', { form: 'proportional', measure: rate, base: p(1_000), fullAt: m(100_000) }, ['value']],
  [
    'judgement',
    { form: 'judgement', effect: 'deduct', bands: [{ ...named, min: p(0), max: p(900) }] },
    ['points'],
    true,
  ],
  [
    'judgement that gives',
    { form: 'judgement', effect: 'gain', bands: [{ ...named, min: p(0), max: p(900) }] },
    ['points'],
    true,
  ],
  ['additive', { form: 'additive', parts: [{ ...named, points: p(500) }] }, ['missing']],
  ['bonus', { form: 'bonus', unit: '项', pointsPerUnit: p(500), cap: p(900) }, ['count']],
  ['penalty', { form: 'penalty', unit: '次', pointsPerUnit: p(500) }, ['count']],
  ['veto', { form: 'veto', scope: 'item' }, ['flag'], true],
  [
    'zone limit',
    { form: 'zone-limit', measure: rate, zones: [{ ...named, limit: m(60_000) }], ...steps },
    ['zoned'],
  ],
  [
    'escalation',
    {
      form: 'escalation',
      unit: '处',
      finders: [{ ...named, points: p(100) }],
      repeats: [{ label: '', factor: m(1_000) }],
    },
    ['found'],
  ],
  ['overflow', { form: 'overflow', mode: 'add', points: p(500) }, []],
  [
    'rank',
    { form: 'rank', measure: rate, first: 'highest', steps: [{ ...named, outcome: deduct(100) }] },
    ['value', 'rank'],
  ],
  [
    'pass rate',
    { form: 'pass-rate', measure: rate, samples: [], rule: { kind: 'proportional', base: p(500) } },
    ['samples'],
  ],
]

for (const [what, bare, kinds, reason = false] of FORMS)
  describe(what, () => {
    const clause = clauseOf(bare)

    it('takes its own kinds of mark and no other', () => {
      const taken = Object.keys(VALUES).filter((kind) => isMarkFor(clause, VALUES[kind] ?? flag))
      expect(taken).toEqual(kinds)
    })

    it('is told that nothing is wrong by none of them', () => {
      for (const value of Object.values(VALUES)) expect(isNothing(clause, value)).toBe(false)
    })

    it('asks why only where a person judges', () => {
      expect(needsReason(clause)).toBe(reason)
    })
  })
