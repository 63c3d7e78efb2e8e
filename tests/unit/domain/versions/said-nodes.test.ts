import { expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Category, Group, Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { differenceOf } from '../../../../shared/domain/versions/difference'
import { DIFFERENCE_WORDS } from '../../../../shared/domain/versions/difference-words'
import type { FieldChange } from '../../../../shared/domain/versions/field'
import { fieldTitle, writeValue } from '../../../../shared/domain/versions/write-field'
import { type Bare, categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { CLAUSES } from './every-form'

const words = DIFFERENCE_WORDS.zh
const said = (change: FieldChange) => {
  const [before, after] = [change.before, change.after].map((one) =>
    one === null ? '—' : writeValue(one.value, words),
  )
  return `${fieldTitle(change, words)}: ${before} → ${after}`
}

const flag = { form: 'all-or-nothing', deduct: points(500) } as const satisfies Bare
const item = (id: string, more: Partial<Item> = {}) => itemOf(id, 2_000, [flag, CLAUSES.bonus], more)
const group = (id: string, more: Partial<Group> = {}): Group => {
  const { weight: _weight, ...rest } = categoryOf(id, 0, [item(`${id}1`)])
  return { ...rest, ...more }
}
const category = (more: Partial<Category> = {}) => ({
  ...categoryOf('c', 10_000, [item('i'), group('g')]),
  ...more,
})

/** What is read of one node: the kinds of change, and its lines. */
function read(before: Rubric, after: Rubric, id: string) {
  const change = differenceOf(before, after).changes.find((one) => one.id === id)
  return [change?.level, ...(change?.kinds ?? []), ...(change?.fields ?? []).map(said)]
}
const withTexts = (found: Item): Item => ({
  ...found,
  clauses: found.clauses.map((clause) => ({ ...clause, text: clause.id === 'a' ? '甲款' : '乙款' })),
})
const one = (more: Partial<Item> = {}) => rubricOf([categoryOf('c', 10_000, [withTexts(item('i', more))])])

test('an item says everything that is otherwise', () => {
  const shares = [
    { unit: '城管局', parts: 8 },
    { unit: '街道', parts: 2 },
  ]
  const other = one({
    code: '1.1',
    title: '道路',
    content: '路面干净',
    rule: '每处扣0.2分',
    points: points(3_000),
    kind: 'bonus',
    exclusion: 'full-marks',
    onlyFor: ['县', '区'],
    methods: ['资料'],
    methodWords: ['查阅台账'],
    papers: ['台账', '照片'],
    units: { lead: ['城管局'], support: ['公安局'] },
    sharedCaps: [{ clauses: ['a', 'b'], cap: points(700) }],
    lossShares: shares,
  })
  const lines = [
    ['编号', 'i', '1.1'],
    ['标题', 'i', '道路'],
    ['考核内容', '', '路面干净'],
    ['评分标准', '', '每处扣0.2分'],
    ['分值', '2 分', '3 分'],
    ['类别', '普通项', '加分项'],
    ['合理缺项', '不得缺项', '按满分计'],
    ['只适用于', '—', '县、区'],
    ['检查方法', '现场', '资料'],
    ['检查方法原文', '—', '查阅台账'],
    ['资料', '—', '台账、照片'],
    ['牵头单位', '—', '城管局'],
    ['配合单位', '—', '公安局'],
    ['合计最多扣（甲款 + 乙款）', '—', '0.7 分'],
    ['失分分担（城管局）', '—', '8'],
    ['失分分担（街道）', '—', '2'],
  ] as const
  const kinds = [
    'reworded',
    'repointed',
    'clauses',
    'exclusion',
    'conditions',
    'units',
    'papers',
    'methods',
    'renumbered',
  ]
  expect(read(one(), other, 'i')).toEqual([
    'item',
    ...kinds,
    ...lines.map(([title, was, is]) => `${title}: ${was} → ${is}`),
  ])
  // The other way round, what is gone stands behind; and so it is said.
  const turned = ['item', ...kinds, ...lines.map(([title, was, is]) => `${title}: ${is} → ${was}`)]
  expect([...read(other, one(), 'i')].sort()).toEqual(turned.sort())
})

test('an item says that its clauses stand in another order, and of which there are more nothing else', () => {
  const turned = (more: readonly Item['clauses'][number][] = []): Rubric => {
    const { clauses, ...rest } = withTexts(item('i'))
    return rubricOf([categoryOf('c', 10_000, [{ ...rest, clauses: [...more, ...[...clauses].reverse()] }])])
  }
  expect(read(one(), turned(), 'i')).toEqual(['item', 'clauses', '条款次序: 甲款、乙款 → 乙款、甲款'])
  const third = { id: 'z', text: '丙款', form: 'all-or-nothing', deduct: 'all' } as const
  expect(read(one(), turned([third]), 'i')).toEqual(['item', 'clauses', '条款次序: 甲款、乙款 → 乙款、甲款'])
  const added = rubricOf([
    categoryOf('c', 10_000, [{ ...withTexts(item('i')), clauses: [third, ...withTexts(item('i')).clauses] }]),
  ])
  expect(read(one(), added, 'i')).toEqual(['item', 'clauses'])
})

test('a group, a category and a head say everything that is otherwise', () => {
  const before = rubricOf([category()])
  const after = rubricOf([
    category({
      code: '9',
      title: '市容',
      points: points(50_000),
      weight: 9_000,
      children: [item('i'), group('g', { code: '8', title: '组', points: points(1), onlyFor: ['县'] })],
    }),
  ])
  expect(read(before, after, 'c')).toEqual([
    'category',
    'reworded',
    'repointed',
    'reweighted',
    'renumbered',
    '编号: c → 9',
    '标题: c → 市容',
    '分值: 4 分 → 50 分',
    '权重: 100% → 90%',
  ])
  expect(read(before, after, 'g')).toEqual([
    'group',
    'reworded',
    'repointed',
    'conditions',
    'renumbered',
    '编号: g → 8',
    '标题: g → 组',
    '分值: 2 分 → 0.001 分',
    '只适用于: — → 县',
  ])
  const head = {
    ...before,
    id: 'other',
    title: '新',
    source: '来源',
    notice: '说明',
    points: points(1),
    penaltyCap: points(2),
    rounding: { ...before.rounding, category: before.rounding.item },
  }
  expect(differenceOf(before, head).head.map(said)).toEqual([
    '标准代号: small → other',
    '标题: 小样本标准 → 新',
    '来源: 自编 → 来源',
    '说明: 非官方文本 → 说明',
    '分值: 100 分 → 0.001 分',
    '大项取舍: 四舍五入到 0.01 分 → 四舍五入到 0.001 分',
    '追加扣分上限: 10 分 → 0.002 分',
  ])
})
