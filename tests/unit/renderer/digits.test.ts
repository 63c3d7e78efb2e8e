import { describe, expect, it } from 'vitest'
import { type Press, press } from '../../../renderer/features/scoring/digits'
import { points } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { MarkValue, PlainValue } from '../../../shared/domain/sheet/mark'

const counter: Clause = { id: 'a', text: '', form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) }
const sized: Clause = {
  ...counter,
  severities: [
    { id: 's', label: '小', points: points(100) },
    { id: 'l', label: '大', points: points(500) },
  ],
}
const flag: Clause = { id: 'a', text: '', form: 'all-or-nothing', deduct: 'all' }
const rate: Clause = {
  id: 'a',
  text: '',
  form: 'proportional',
  measure: { label: '完成率', unit: '%' },
  base: points(2000),
  fullAt: 100_000 as never,
}
const labels: Clause = {
  id: 'a',
  text: '',
  form: 'tier',
  tiers: [
    { id: 'good', label: '好', outcome: { effect: 'full' } },
    { id: 'bad', label: '差', outcome: { effect: 'zero' } },
  ],
}
const parts: Clause = {
  id: 'a',
  text: '',
  form: 'additive',
  parts: [
    { id: 'x', label: '制度', points: points(1000) },
    { id: 'y', label: '专人', points: points(1000) },
  ],
}

const away: Clause = { ...parts, isNormalised: true }
const zones: Clause = {
  id: 'a',
  text: '',
  form: 'zone-limit',
  measure: { label: '积存垃圾', unit: '处' },
  zones: [
    { id: 'main', label: '主干道', limit: 3000 as never },
    { id: 'side', label: '次干道', limit: 5000 as never },
  ],
  direction: 'above',
  per: 1000 as never,
  pointsPerUnit: points(200),
  partial: 'exact',
}
const finders: Clause = {
  id: 'a',
  text: '',
  form: 'escalation',
  unit: '处',
  finders: [
    { id: 'city', label: '市级', points: points(500) },
    { id: 'province', label: '省级', points: points(1000) },
  ],
  repeats: [
    { label: '首次', factor: 1000 as never },
    { label: '重复', factor: 2000 as never },
  ],
}
const rank: Clause = {
  id: 'a',
  text: '',
  form: 'rank',
  measure: { label: '天数', unit: '天' },
  first: 'highest',
  steps: [{ id: 's', label: '其余', outcome: { effect: 'zero' } }],
}
const rate20: Clause = {
  id: 'a',
  text: '',
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: [],
  rule: { kind: 'proportional', base: points(2000) },
}
const beyond: Clause = { id: 'a', text: '', form: 'overflow', mode: 'add', points: points(3000) }
const byKind: Clause = {
  id: 'a',
  text: '',
  form: 'by-subject',
  cases: [],
  otherwise: { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) },
}
const cell = (finder: string, time: number, n: number) => ({ finder, time, n })

const value = (made: PlainValue): Press => ({ kind: 'value', value: made })
const none: Press = { kind: 'none' }
const keep: Press = { kind: 'keep' }
const count = (n: number): PlainValue => ({ kind: 'count', n })

describe('a key on the active clause', () => {
  it.each<[string, Clause, MarkValue | undefined, string, string, Press]>([
    ['a digit sets the count', counter, undefined, '3', '3', value(count(3))],
    ['digits in a row make a number', counter, count(1), '2', '12', value(count(12))],
    ['0 takes the count away', counter, count(4), '0', '0', none],
    ['+ counts one more', counter, count(4), '+', '+', value(count(5))],
    ['+ begins at one', counter, undefined, '+', '+', value(count(1))],
    ['− takes the last one away', counter, count(1), '-', '-', none],
    ['a count has an end', counter, undefined, '9', '999999999', value(count(99_999))],
    [
      'a digit adds one of that severity',
      sized,
      { kind: 'counts', bySeverity: { l: 1 } },
      '2',
      '2',
      value({ kind: 'counts', bySeverity: { l: 2 } }),
    ],
    [
      '− takes one of the last severity',
      sized,
      { kind: 'counts', bySeverity: { s: 1, l: 1 } },
      '-',
      '-',
      value({ kind: 'counts', bySeverity: { s: 1 } }),
    ],
    ['any digit says that it applies', flag, undefined, '1', '1', value({ kind: 'flag' })],
    ['0 says that it does not', flag, { kind: 'flag' }, '0', '0', none],
    ['a digit picks the label', labels, undefined, '2', '2', value({ kind: 'choice', id: 'bad' })],
    ['a digit past the labels changes nothing', labels, undefined, '7', '7', keep],
    ['0 takes the label away', labels, { kind: 'choice', id: 'bad' }, '0', '0', none],
    ['a digit turns a part to missing', parts, undefined, '2', '2', value({ kind: 'missing', parts: ['y'] })],
    ['the same digit turns it back', parts, { kind: 'missing', parts: ['y'] }, '2', '2', none],
    [
      'a second press says that the part does not apply',
      away,
      { kind: 'missing', parts: ['y'] },
      '2',
      '2',
      value({ kind: 'missing', parts: [], notApplicable: ['y'] }),
    ],
    [
      'a third press takes that back',
      away,
      { kind: 'missing', parts: [], notApplicable: ['y'] },
      '2',
      '2',
      none,
    ],
    [
      'the last part that applies stays',
      away,
      { kind: 'missing', parts: ['x'], notApplicable: ['y'] },
      '1',
      '1',
      value({ kind: 'missing', parts: [], notApplicable: ['y'] }),
    ],
    [
      'a digit picks the zone, its value is typed next',
      zones,
      undefined,
      '2',
      '2',
      { kind: 'type', text: null, pick: 'side' },
    ],
    ['a digit past the zones changes nothing', zones, undefined, '3', '3', keep],
    [
      'a digit adds one of that finder and time',
      finders,
      { kind: 'found', found: [cell('province', 2, 1)] },
      '4',
      '4',
      value({ kind: 'found', found: [cell('province', 2, 2)] }),
    ],
    [
      'another digit another',
      finders,
      undefined,
      '2',
      '2',
      value({ kind: 'found', found: [cell('city', 2, 1)] }),
    ],
    ['− takes one of the last', finders, { kind: 'found', found: [cell('city', 1, 1)] }, '-', '-', none],
    [
      'a digit past the cells changes nothing',
      finders,
      { kind: 'found', found: [cell('city', 1, 1)] },
      '5',
      '5',
      keep,
    ],
    ['first the value', rank, undefined, '3', '3', { kind: 'type', text: '3', pick: 'value' }],
    [
      'then the rank',
      rank,
      { kind: 'value', value: 300_000 as never },
      '5',
      '5',
      { kind: 'type', text: '5', pick: 'rank' },
    ],
    [
      '+ goes back to the value',
      rank,
      { kind: 'value', value: 300_000 as never },
      '+',
      '+',
      { kind: 'type', text: null, pick: 'value' },
    ],
    [
      'a sample begins with how many there are',
      rate20,
      undefined,
      '4',
      '4',
      { kind: 'type', text: '4', pick: 'population' },
    ],
    ['nothing is entered past the item', beyond, undefined, '4', '4', keep],
    ['a clause by kind of subject is what it says for others', byKind, undefined, '4', '4', value(count(4))],
    ['a measured value goes on in its field', rate, undefined, '8', '8', { kind: 'type', text: '8' }],
    ['+ opens the field empty', rate, undefined, '+', '+', { kind: 'type', text: '' }],
    [
      'digits that come before the field has the focus are all there',
      rate,
      undefined,
      '7',
      '87',
      { kind: 'type', text: '87' },
    ],
    [
      'a zone and its value in one go',
      zones,
      undefined,
      '7',
      '27',
      { kind: 'type', text: '7', pick: 'side' },
    ],
    ['− takes the measured value away', rate, undefined, '-', '-', none],
  ])('%s', (_name, clause, now, key, typed, expected) => {
    expect(press(clause, now, key, typed)).toEqual(expected)
  })
})
