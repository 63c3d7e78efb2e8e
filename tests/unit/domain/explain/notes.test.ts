import { describe, expect, it } from 'vitest'
import { explainItem } from '../../../../shared/domain/explain/explain-item'
import { explain, explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import type { Explanation } from '../../../../shared/domain/explain/explanation'
import { points } from '../../../../shared/domain/points'
import type { Group, Guarantee, Item } from '../../../../shared/domain/rubric/rubric'
import type { ItemMark, Mark, MarkValue } from '../../../../shared/domain/sheet/mark'
import { deduct, flag, full, n, rate, v } from '../scoring/check-form'
import {
  type Bare,
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rounding,
  rubricOf,
  scored,
  sheetOf,
} from '../scoring/small-standard'

const p = points
const each = (size: number, cap?: number): Bare => ({
  form: 'per-occurrence',
  unit: '处',
  pointsPerUnit: p(size),
  ...(cap === undefined ? {} : { cap: p(cap) }),
})
const veto = (scope: 'item' | 'category' | 'total'): Bare => ({ form: 'veto', scope })
const rank: Bare = {
  form: 'rank',
  measure: rate,
  first: 'highest',
  steps: [
    { id: 'a', label: '前3名', to: 3, outcome: full },
    { id: 'b', label: '其余', outcome: deduct(1_000) },
  ],
}
const rubric = rubricOf([])
const OUT = excludedFor('无此设施')
const said = ({ notes }: Explanation) =>
  notes.map(({ code, detail }) => (detail === '' ? code : `${code} ${detail}`))
/** Scored with one mark on the first clause. */
const marked = (value: MarkValue, more: Partial<Mark> = {}): ItemMark => ({
  ...CLEAR,
  status: 'scored',
  marks: { a: { value, reason: '', ...more } },
})

describe('the notes of an item', () => {
  const answering = { units: { lead: ['城管局', '住建局'], support: [] } }
  it.each<[what: string, item: Item, mark: ItemMark | undefined, notes: readonly string[]]>([
    ['open', itemOf('i', 3_000, [each(200)]), undefined, ['unchecked']],
    [
      'open, and may be left out',
      itemOf('i', 3_000, [each(200)], { exclusion: 'normalise' }),
      undefined,
      ['unchecked', 'may-be-left-out'],
    ],
    [
      'open, and may count nothing',
      itemOf('i', 3_000, [each(200)], { exclusion: 'leave-out' }),
      undefined,
      ['unchecked', 'may-be-left-out'],
    ],
    [
      'open, and would count in full',
      itemOf('i', 3_000, [each(200)], { exclusion: 'full-marks' }),
      undefined,
      ['unchecked'],
    ],
    ['clear', itemOf('i', 3_000, [each(200)], { exclusion: 'normalise' }), CLEAR, ['clear']],
    ['scored', itemOf('i', 3_000, [each(200)]), marked(n(2)), []],
    [
      'scored, and answered for',
      itemOf('i', 3_000, [each(200)], answering),
      marked(n(3)),
      ['loss-share 城管局 0.3', 'loss-share 住建局 0.3'],
    ],
    ['clear, and nothing to answer for', itemOf('i', 3_000, [each(200)], answering), CLEAR, ['clear']],
    ['open, and nothing to answer for', itemOf('i', 3_000, [each(200)], answering), undefined, ['unchecked']],
    ['just gone', itemOf('i', 3_000, [each(1_500)]), marked(n(2)), []],
    [
      'more taken than there is',
      itemOf('i', 3_000, [each(2_000), each(2_000)]),
      scored({ a: n(1), b: n(1) }),
      ['floored'],
    ],
    [
      'under a shared cap',
      itemOf('i', 3_000, [each(200), each(200)], { sharedCaps: [{ clauses: ['a', 'b'], cap: p(500) }] }),
      scored({ a: n(2), b: n(2) }),
      ['shared-cap'],
    ],
    [
      'just at a shared cap',
      itemOf('i', 3_000, [each(200), each(200)], { sharedCaps: [{ clauses: ['a', 'b'], cap: p(500) }] }),
      scored({ a: n(1), b: n(1) }),
      [],
    ],
    [
      'open, with a shared cap',
      itemOf('i', 3_000, [each(200), each(200)], { sharedCaps: [{ clauses: ['a', 'b'], cap: p(500) }] }),
      undefined,
      ['unchecked'],
    ],
    [
      'below nothing',
      itemOf('i', 1_000, [each(1_000), { form: 'overflow', mode: 'add', points: p(500) }]),
      marked(n(1)),
      ['beyond -0.5'],
    ],
    [
      'at nothing, with more that could go',
      itemOf('i', 1_000, [each(1_000), { form: 'overflow', mode: 'continue', points: p(500) }]),
      marked(n(1)),
      [],
    ],
    [
      'a bonus',
      itemOf('i', 0, [{ form: 'bonus', unit: '项', pointsPerUnit: p(500), cap: p(900) }]),
      marked(n(1)),
      [],
    ],
    [
      'a penalty',
      itemOf('i', 0, [{ form: 'penalty', unit: '次', pointsPerUnit: p(500) }], { kind: 'penalty' }),
      marked(n(1)),
      [],
    ],
    [
      'a bonus beside',
      itemOf('i', 3_000, [{ form: 'bonus', unit: '项', pointsPerUnit: p(500), cap: p(900) }]),
      marked(n(1)),
      [],
    ],
    [
      'out of the sum',
      itemOf('i', 3_000, [each(200)], { exclusion: 'normalise', ...answering }),
      OUT,
      ['excluded-normalise 无此设施'],
    ],
    [
      'counted in full',
      itemOf('i', 3_000, [each(200)], { exclusion: 'full-marks', ...answering }),
      OUT,
      ['excluded-full-marks 无此设施'],
    ],
    [
      'counting nothing',
      itemOf('i', 3_000, [each(200)], { exclusion: 'leave-out', ...answering }),
      OUT,
      ['excluded-leave-out 无此设施', 'loss-share 城管局 1.5', 'loss-share 住建局 1.5'],
    ],
    [
      'excluded before it might not be',
      itemOf('i', 3_000, [each(200)]),
      OUT,
      ['excluded-normalise 无此设施'],
    ],
  ])('%s', (_what, item, mark, notes) => {
    expect(said(explainItem(rubric, item, mark))).toEqual(notes)
  })

  it('say that it was rounded, where it was', () => {
    const coarse = { ...rubric, rounding: { ...rubric.rounding, item: rounding('half-up', 500) } }
    expect(said(explainItem(coarse, itemOf('i', 3_000, [each(200)]), marked(n(1))))).toEqual(['rounded'])
    expect(said(explainItem(coarse, itemOf('i', 3_000, [each(500)]), marked(n(1))))).toEqual([])
    expect(said(explainItem(coarse, itemOf('i', 3_000, [each(3_000)]), marked(n(1))))).toEqual([])
    expect(said(explainItem(coarse, itemOf('i', 3_000, [each(200)])))).toEqual(['unchecked'])
  })

  it('stand beside what is printed of it', () => {
    const item = itemOf('i', 3_000, [each(200), { form: 'penalty', unit: '次', pointsPerUnit: p(500) }], {
      title: '卫生',
      rule: '每处扣0.2分',
    })
    const found = explainItem(rubric, item, scored({ a: n(2), b: n(1) }))
    expect(found).toMatchObject({
      kind: 'item',
      id: 'i',
      code: 'i',
      title: '卫生',
      wording: '每处扣0.2分',
      facts: [],
      full: 3_000,
    })
    expect(found.children).toMatchObject([
      {
        kind: 'clause',
        id: 'i/a',
        code: 'a',
        title: '',
        wording: '每发现一处扣分',
        facts: ['2处'],
        full: 0,
        children: [],
      },
      { kind: 'extra', id: 'i/b', code: 'b', title: '', facts: ['1次'], full: 0, children: [] },
    ])
    expect(found.children.map(({ worst, best }) => [worst.value, best.value])).toEqual([
      [400, 400],
      [-500, -500],
    ])
  })
})

describe('the notes of a clause', () => {
  const clauseOf = (bare: Bare, mark: ItemMark | undefined) => {
    const [clause] = explainItem(rubric, itemOf('i', 3_000, [bare]), mark).children
    if (clause === undefined) throw new Error('a clause')
    return clause
  }
  const passing = {
    form: 'pass-rate',
    measure: rate,
    samples: [{ from: 0, atLeast: 5 }],
    rule: { kind: 'proportional', base: p(500) },
  } as const
  const looked = (passed: number): MarkValue => ({ kind: 'samples', population: 20, passed, failed: 0 })
  it.each<[what: string, bare: Bare, mark: ItemMark | undefined, notes: readonly string[]]>([
    ['open', each(200), undefined, ['unchecked']],
    ['open, that may veto', veto('category'), undefined, ['unchecked', 'veto-category']],
    [
      'open, that may set the grade',
      { form: 'veto', scope: 'grade', grade: '合格' },
      undefined,
      ['unchecked', 'veto-grade 合格'],
    ],
    ['marked', each(200), marked(n(1)), []],
    ['marked at a place', each(200), marked(n(1), { place: '人民路' }), ['place 人民路']],
    ['marked at no place', each(200), marked(n(1), { place: '' }), []],
    ['marked with a reason', each(200), marked(n(1), { reason: '见照片' }), ['reason 见照片']],
    [
      'counted elsewhere',
      each(200),
      marked(n(1), { place: '人民路', sameAs: { item: 'j', clause: 'b' } }),
      ['place 人民路', 'counted-elsewhere j/b'],
    ],
    ['under its own cap', each(200, 1_000), marked(n(6)), ['capped 1']],
    ['just at its cap', each(200, 1_000), marked(n(5)), []],
    ['under the item', each(2_000), marked(n(2)), ['capped 3']],
    [
      'a form without a cap under the item',
      { form: 'all-or-nothing', deduct: p(9_000) },
      marked(flag),
      ['capped 3'],
    ],
    ['a short sample', passing, marked(looked(4)), ['sample-short']],
    ['a sample of enough', passing, marked(looked(5)), []],
    ['a rank that is not known', rank, marked(v(90_000)), ['rank-pending']],
    ['a rank that is', rank, marked({ kind: 'rank', rank: 4 }), []],
    ['a veto', veto('category'), marked(flag, { reason: '瞒报' }), ['veto-category', 'reason 瞒报']],
    [
      'a veto on the grade',
      { form: 'veto', scope: 'grade', grade: '合格' },
      marked(flag),
      ['veto-grade 合格'],
    ],
  ])('%s', (_what, bare, mark, notes) => {
    expect(said(clauseOf(bare, mark))).toEqual(notes)
  })

  it('stand beside what it takes at worst and at best', () => {
    const sides = (bare: Bare, mark?: ItemMark) => {
      const { worst, best } = clauseOf(bare, mark)
      return [worst.value, best.value]
    }
    expect(sides(each(200, 1_000))).toEqual([1_000, 0])
    expect(sides(rank, marked(v(90_000)))).toEqual([1_000, 0])
    expect(
      sides({ ...rank, steps: [{ id: 'a', label: '', outcome: deduct(400) }] } as Bare, marked(v(1))),
    ).toEqual([400, 400])
    const two = {
      ...rank,
      steps: [
        { id: 'a', label: '', to: 3, outcome: deduct(400) },
        { id: 'b', label: '', outcome: deduct(900) },
      ],
    } as Bare
    expect(sides(two, marked(v(1)))).toEqual([900, 400])
    expect(sides(each(200), marked(n(3), { sameAs: { item: 'j', clause: 'b' } }))).toEqual([0, 0])
  })
})

const item = (id: string, size: number, more: Partial<Item> = {}, ...clauses: readonly Bare[]) =>
  itemOf(id, size, [each(1_000), ...clauses], more)
const kept: Guarantee = {
  id: 'g',
  text: '保证项得零分的，大项为零',
  items: ['x1'],
  anyAtZero: true,
  zeroes: { scope: 'category', category: 'x' },
}

describe('the notes of a category', () => {
  const x = categoryOf('x', 6_250, [
    item('x1', 40_000, { exclusion: 'normalise' }),
    item('x2', 60_000, { exclusion: 'normalise' }),
  ])
  const y = categoryOf('y', 3_750, [item('y1', 100_000)])
  const plain = rubricOf([x, y])
  const vetoed = rubricOf([
    { ...x, children: [...x.children, itemOf('x3', 0, [veto('category')], { kind: 'veto' })] },
    y,
  ])
  const first = (standard: typeof plain, marks: Record<string, ItemMark>) => {
    const [category] = explainSheet(standard, sheetOf(marks)).children
    if (category === undefined) throw new Error('a category')
    return category
  }
  const lost = (count: number) => scored({ a: n(count) })
  const clear = { x1: CLEAR, x2: CLEAR, y1: CLEAR }

  it.each<[what: string, standard: typeof plain, marks: Record<string, ItemMark>, notes: readonly string[]]>([
    ['all clear', plain, clear, ['weight 62.5', 'grade 优秀']],
    ['open', plain, {}, ['weight 62.5', 'grade 不合格 – 优秀']],
    ['one excluded', plain, { ...clear, x1: OUT }, ['normalised 60 / 100', 'weight 62.5', 'grade 优秀']],
    ['all excluded', plain, { x1: OUT, x2: OUT }, ['left-out', 'weight 62.5']],
    [
      'one that the lowest leaves out',
      rubricOf([
        categoryOf('x', 6_250, [
          itemOf('x1', 40_000, [each(1_000, 2_000)], { exclusion: 'normalise' }),
          item('x2', 60_000),
        ]),
        y,
      ]),
      { x2: lost(30) },
      ['worst-leaves-out 1 · 60 / 100', 'weight 62.5', 'grade 不合格 – 合格'],
    ],
    [
      'vetoed',
      vetoed,
      { ...clear, x3: scored({ a: flag }) },
      ['veto-category', 'weight 62.5', 'grade 不合格'],
    ],
    ['that may be vetoed', vetoed, clear, ['may-be-vetoed x3', 'weight 62.5', 'grade 不合格 – 优秀']],
    ['with a veto that did not come', vetoed, { ...clear, x3: CLEAR }, ['weight 62.5', 'grade 优秀']],
    [
      'forfeited',
      { ...plain, guarantees: [kept] },
      { ...clear, x1: lost(40) },
      ['forfeited', 'weight 62.5', 'grade 不合格'],
    ],
    [
      'that may be forfeited',
      {
        ...plain,
        guarantees: [
          { ...kept, id: 'h', text: '另一大项', zeroes: { scope: 'category', category: 'y' } },
          kept,
        ],
      },
      { x2: CLEAR },
      ['may-be-forfeited 保证项得零分的，大项为零', 'weight 62.5', 'grade 不合格 – 优秀'],
    ],
    ['whose guarantee holds', { ...plain, guarantees: [kept] }, clear, ['weight 62.5', 'grade 优秀']],
  ])('%s', (_what, standard, marks, notes) => {
    expect(said(first(standard, marks))).toEqual(notes)
  })

  it('stand beside what is printed of it', () => {
    expect(first(plain, clear)).toMatchObject({
      kind: 'category',
      id: 'x',
      code: 'x',
      title: 'x',
      wording: '',
      facts: [],
      full: 100_000,
    })
  })

  it('of a group say what is due in it', () => {
    const group: Group = { id: 'g', code: '1.1', title: '组', points: p(100_000), children: x.children }
    const grouped = rubricOf([{ ...x, children: [group] }, y], { exclusionScope: 'group' })
    const found = explain(grouped, sheetOf({ ...clear, x1: OUT, x2: lost(6) }), 'g')
    expect(found).toMatchObject({
      kind: 'group',
      id: 'g',
      code: '1.1',
      title: '组',
      wording: '',
      facts: [],
      full: 100_000,
    })
    if (found === null) throw new Error('a group')
    expect(said(found)).toEqual(['normalised 60 / 100'])
    expect([found.worst.value, found.best.value]).toEqual([90_000, 90_000])
  })
})

describe('the notes of the total', () => {
  const x = categoryOf('x', 10_000, [item('x1', 40_000), item('x2', 60_000)])
  const apart = (id: string, kind: Item['kind'], clause: Bare) => itemOf(id, 0, [clause], { kind })
  const standard = rubricOf(
    [
      {
        ...x,
        children: [
          ...x.children,
          apart('b', 'bonus', { form: 'bonus', unit: '项', pointsPerUnit: p(2_000), cap: p(9_000) }),
          apart('q', 'penalty', { form: 'penalty', unit: '次', pointsPerUnit: p(4_000) }),
          apart('t', 'veto', veto('total')),
          apart('u', 'veto', { form: 'veto', scope: 'grade', grade: '合格' }),
        ],
      },
    ],
    { guarantees: [{ ...kept, zeroes: { scope: 'total' } }] },
  )
  const clear = { x1: CLEAR, x2: CLEAR, b: CLEAR, q: CLEAR, t: CLEAR, u: CLEAR }

  it.each<[what: string, marks: Record<string, ItemMark>, notes: readonly string[]]>([
    ['all clear', clear, ['grade 优秀']],
    [
      'open',
      {},
      ['may-be-vetoed t', `may-be-forfeited ${kept.text}`, 'may-veto-grade 合格 ← u', 'grade 不合格 – 优秀'],
    ],
    ['bonuses up to the cap', { ...clear, b: scored({ a: n(2) }) }, ['grade 优秀']],
    ['bonuses past it', { ...clear, b: scored({ a: n(3) }) }, ['bonus-cap 5', 'grade 优秀']],
    ['penalties past theirs', { ...clear, q: scored({ a: n(3) }) }, ['penalty-cap 10', 'grade 优秀']],
    ['penalties under it', { ...clear, q: scored({ a: n(2) }) }, ['grade 优秀']],
    ['vetoed', { ...clear, t: scored({ a: flag }) }, ['veto-total', 'grade 不合格']],
    ['graded by veto', { ...clear, u: scored({ a: flag }) }, ['veto-grade 合格', 'grade 合格']],
    ['forfeited', { ...clear, x1: scored({ a: n(40) }) }, [`forfeited ${kept.text}`, 'grade 不合格']],
    [
      'with nothing left of the guaranteed item to lose',
      { ...clear, x1: scored({ a: n(39) }) },
      ['grade 合格'],
    ],
  ])('%s', (_what, marks, notes) => {
    const total = explainSheet(standard, sheetOf(marks))
    expect(said(total)).toEqual(notes)
    expect(total).toMatchObject({
      kind: 'total',
      id: 'total',
      code: '',
      title: '小样本标准',
      wording: '非官方文本',
      facts: [],
      full: 100_000,
    })
  })

  it('are found by the id of their node, and nowhere else', () => {
    const sheet = sheetOf(clear)
    expect(explain(standard, sheet, 'total')?.kind).toBe('total')
    expect(explain(standard, sheet, 'x')?.kind).toBe('category')
    expect(explain(standard, sheet, 'x1')?.kind).toBe('item')
    expect(explain(standard, sheetOf({}), 'x1/a')).toMatchObject({ kind: 'clause', id: 'x1/a' })
    for (const id of ['z', 'x/a', 'x1/z', '']) expect(explain(standard, sheetOf({}), id)).toBeNull()
  })
})
