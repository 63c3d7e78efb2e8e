import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { sampleItem } from './sample-item'

const full = { effect: 'full' } as const
const zero = { effect: 'zero' } as const
const gain = (amount: number) => ({ effect: 'gain', points: points(amount) }) as const

function codes(text: string, clause: object): string[] {
  const whole = { id: 'a', text, ...clause } as Clause
  return agreement(sampleItem({ rule: text, clauses: [whole] })).map(({ code }) => code)
}

const zones = (direction: string, ...list: readonly (readonly [string, number])[]) => ({
  form: 'zone-limit',
  measure: { label: '废弃物', unit: '处' },
  zones: list.map(([label, limit], at) => ({ id: `z${at}`, label, limit: limit * 1000 })),
  direction,
  per: 1_000,
  pointsPerUnit: 200,
  partial: 'exact',
})
const repeated = (...factors: readonly number[]) => ({
  form: 'escalation',
  unit: '处',
  finders: [{ id: 'f', label: '市级', points: 500 }],
  repeats: factors.map((factor, at) => ({ label: `第${'一二三四'[at]}次`, factor })),
})
const rank = (...steps: readonly (readonly [to: number | undefined, outcome: object])[]) => ({
  form: 'rank',
  measure: { label: '案件数', unit: '件' },
  first: 'lowest',
  steps: steps.map(([to, outcome], at) => ({
    id: `r${at}`,
    label: `${at}`,
    ...(to === undefined ? {} : { to }),
    outcome,
  })),
})
const sampled = (...samples: readonly (readonly [from: number, atLeast: number])[]) => ({
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: samples.map(([from, atLeast]) => ({ from, atLeast })),
  rule: { kind: 'proportional', base: 2_000 },
})
const ranked = (text: string) => `按案件数由低到高排名，${text}`
const rated = (text: string) => `${text}，按合格率计2分`

describe('wording and clause agree', () => {
  test.each<[text: string, clause: object]>([
    // What is too much, or too little, says the same limit.
    ['主干道超过2处，支路超过4处的，每超1处扣0.2分', zones('above', ['主干道', 2], ['支路', 4])],
    ['主干道少于2处，支路少于4处的，每少1处扣0.2分', zones('below', ['主干道', 2], ['支路', 4])],
    // One name may end in another.
    ['主干道不超过2处，干道不超过4处，每超1处扣0.2分', zones('above', ['主干道', 2], ['干道', 4])],
    ['干道不超过4处，主干道不超过2处，每超1处扣0.2分', zones('above', ['干道', 4], ['主干道', 2])],
    ['市级每处扣0.5分，第二次按2.5倍，第三次按10倍', repeated(1_000, 2_500, 10_000)],
    ['市级每处扣0.5分，第二次翻倍', repeated(1_000, 2_000)],
    // The plain price need not be said.
    ['市级每处扣0.5分', repeated(1_000)],
    [ranked('第1至3名得满分，其余不得分'), rank([3, full], [undefined, zero])],
    [
      ranked('第1名得满分，第2至5位得1分，第6名以后不得分'),
      rank([1, full], [5, gain(1_000)], [undefined, zero]),
    ],
    [ranked('前3名得满分，其他不得分'), rank([3, full], [undefined, zero])],
    [ranked('前3名得满分，第4名得1分'), rank([3, full], [4, gain(1_000)])],
    [rated('30座以上的抽查不少于10座'), sampled([30, 10])],
    [
      rated('不足30座的抽查不少于5座，30座以上的抽查不少于10座，100座以上的抽查不少于20座'),
      sampled([0, 5], [30, 10], [100, 20]),
    ],
    [rated('30座以上不足100座的抽查不少于10座，100座以上的抽查不少于20座'), sampled([30, 10], [100, 20])],
  ])('%s', (text, clause) => expect(codes(text, clause)).toEqual([]))
})

describe('a disagreement is named', () => {
  test.each<[code: string, text: string, clause: object]>([
    [
      'comparison-differs',
      '主干道不少于2处，支路不少于4处，每超1处扣0.2分',
      zones('above', ['主干道', 2], ['支路', 4]),
    ],
    [
      'comparison-differs',
      '主干道不超过2处，支路不超过4处，每少1处扣0.2分',
      zones('below', ['主干道', 2], ['支路', 4]),
    ],
    [
      'numbers-differ',
      '主干道不超过4处，干道不超过2处，每超1处扣0.2分',
      zones('above', ['主干道', 2], ['干道', 4]),
    ],
    ['numbers-differ', '市级每处扣0.5分，第二次按25倍', repeated(1_000, 2_500)],
    ['numbers-differ', '市级每处扣0.5分，第二次按2倍', repeated(1_000, 1_000)],
    ['label-not-printed', '市级每处扣0.5分，再次的加倍', repeated(1_000, 2_000)],
    // The first three are among the first ten: what they get is said twice.
    [
      'numbers-differ',
      ranked('前3名得满分，前10名得1分，其余不得分'),
      rank([3, full], [10, gain(1_000)], [undefined, zero]),
    ],
    [
      'numbers-differ',
      ranked('前3名得满分，第4至10个得1分，其余不得分'),
      rank([3, full], [10, gain(1_000)], [undefined, zero]),
    ],
    ['numbers-differ', ranked('前3名得满分，第5名以后不得分'), rank([3, full], [undefined, zero])],
    ['numbers-differ', ranked('前3名得满分，余下的不得分'), rank([3, full], [undefined, zero])],
    ['outcome-differs', ranked('前3名得满分，其余扣1分'), rank([3, full], [undefined, zero])],
    ['comparison-differs', rated('不足30座的抽查不少于10座'), sampled([30, 10])],
    ['numbers-differ', rated('抽查不少于10座'), sampled([30, 10])],
    [
      'numbers-differ',
      rated('30座以上不足90座的抽查不少于10座，100座以上的抽查不少于20座'),
      sampled([30, 10], [100, 20]),
    ],
  ])('%s: %s', (code, text, clause) => expect(codes(text, clause)).toContain(code))
})
