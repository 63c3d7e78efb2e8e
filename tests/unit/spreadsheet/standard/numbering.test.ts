import { describe, expect, it } from 'vitest'
import { allItems } from '../../../../shared/domain/rubric/rubric'
import { methodsOf } from '../../../../shared/spreadsheet/standard/methods-of'
import { inChinese } from '../../../../shared/spreadsheet/standard/numbering'
import { standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import { unitsOf } from '../../../../shared/spreadsheet/standard/units-of'
import { weightsOf } from '../../../../shared/spreadsheet/standard/weights-of'
import { item, readingOf } from './small-reading'

/** Items as 'category/group/…#number'. */
function codes(...places: readonly string[]) {
  const list = places.map((place) => {
    const [path = '', number = ''] = place.split('#')
    const titles = path.split('/')
    return item({ path: titles, category: titles[0] ?? '', number: number === '' ? null : number })
  })
  const { rubric } = standardOf(readingOf(list, 0), { id: 'own', file: 'x.xlsx', sha256: '0'.repeat(64) })
  return {
    codes: allItems(rubric).map(({ code }) => code),
    ids: allItems(rubric).map(({ id }) => id),
    categories: rubric.categories.map(({ code }) => code),
    groups: rubric.categories.flatMap(({ children }) =>
      children.flatMap((child) => ('children' in child ? [child.code] : [])),
    ),
  }
}

describe('codes', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['that go on are as printed', ['市容#1', '市容#2', '环卫#3'], ['1', '2', '3'], ['i-1', 'i-2', 'i-3']],
    [
      'that begin anew have the category in front',
      ['市容#1', '市容#2', '环卫#1', '环卫#2'],
      ['一.1', '一.2', '二.1', '二.2'],
      ['i-c1.1', 'i-c1.2', 'i-c2.1', 'i-c2.2'],
    ],
    [
      'that begin anew in groups have the group in front',
      ['市容/街面#1', '市容/街面#2', '市容/立面#1'],
      ['一（一）.1', '一（一）.2', '一（二）.1'],
      ['i-c1.g1.1', 'i-c1.g1.2', 'i-c1.g2.1'],
    ],
    [
      'of several levels are as printed',
      ['市容#1-1-1', '环卫#2-1-1'],
      ['1-1-1', '2-1-1'],
      ['i-1-1-1', 'i-2-1-1'],
    ],
    [
      'that are not printed are by place',
      ['市容#', '市容#', '环卫#'],
      ['一-1', '一-2', '二-1'],
      ['i-c1-1', 'i-c1-2', 'i-c2-1'],
    ],
    [
      'that are printed twice stay so, with ids of their own',
      ['市容#1', '市容#1'],
      ['1', '1'],
      ['i-1', 'i-1:2'],
    ],
    ['of other signs make plain ids', ['市容#（1）', '市容#①'], ['（1）', '①'], ['i-1', 'i-1:2']],
  ])('%s', (_name, places, expected, ids) => {
    const made = codes(...places)
    expect([made.codes, made.ids]).toEqual([expected, ids])
  })

  it('of categories and groups are told apart from those of items', () => {
    const made = codes('一、市容/街面#1', '一、市容/立面#2', '3.环卫/街面#3', '丙、绿化/公园#4')
    expect([made.categories, made.groups]).toEqual([
      ['一', '二', '三'],
      ['一（一）', '一（二）', '二（一）', '三（一）'],
    ])
  })

  it('a group that is taken up again stands twice, so that no item changes its place', () => {
    expect(codes('市容/街面#1', '市容/立面#2', '市容/街面#3').codes).toEqual(['1', '2', '3'])
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
  ])('%i in Chinese', (no, text) => expect(inChinese(no)).toBe(text))
})

describe('weights', () => {
  it.each<[readonly number[], readonly number[]]>([
    [
      [120, 100, 780],
      [1200, 1000, 7800],
    ],
    [
      [1, 1, 1],
      [3334, 3333, 3333],
    ],
    [
      [20, 30, 22, 24],
      [2083, 3125, 2292, 2500],
    ],
    [
      [5, 0],
      [10_000, 0],
    ],
    [[], []],
    [
      [0, 0],
      [0, 0],
    ],
  ])('of %j', (points, weights) => expect(weightsOf(points)).toEqual(weights))
})

describe('methods as printed', () => {
  it.each([
    ['夜间实地查看', '现场'],
    ['查阅资料', '资料'],
    ['系统调取', '系统'],
    ['视频巡查', '系统'],
    ['现场视频检查', '现场 系统'],
    ['电话回访', '问卷'],
    ['电话暗访', '暗访'],
    ['明察暗访', '现场 暗访'],
    ['入户访谈', '问卷'],
    ['案卷评查', '资料'],
    ['现场', '现场'],
    ['第三方检测', ''],
  ])('%s', (printed, methods) => expect(methodsOf([printed]).join(' ')).toBe(methods))
})

describe('units', () => {
  it.each<[readonly string[], readonly string[], readonly string[]]>([
    [['市城管局', '各区'], ['市城管局', '各区'], []],
    [['市城管局（牵头）', '各区'], ['市城管局'], ['各区']],
    [['牵头单位：市城管局', '配合单位：各区'], ['市城管局'], ['各区']],
    [['市城管局', '各区（配合）'], ['市城管局'], ['各区']],
    [['市城管局', '市城管局'], ['市城管局'], []],
    [[], [], []],
  ])('%j', (printed, lead, support) => expect(unitsOf(printed)).toEqual({ lead, support }))
})

it('ten thousand items with as many decisions take less than a moment', () => {
  const list = Array.from({ length: 10_000 }, (_, at) =>
    item({
      category: `类${at % 20}`,
      path: [`类${at % 20}`, `组${Math.floor(at / 5)}`],
      number: String(at + 1),
    }),
  )
  const reading = readingOf(list, 0)
  const groups = list.map(({ path }, at) => ({ path, name: '组', points: null, sheet: '标准', row: at + 3 }))
  const decisions = list.map((_, at) => ({ item: at + 1, clause: 0, decision: 'confirm' as const }))
  const { rubric, imported } = standardOf(
    { ...reading, groups },
    { id: 'own', file: 'x.xlsx', sha256: '0'.repeat(64), decisions },
  )
  expect([allItems(rubric).length, imported.decisions.length]).toEqual([10_000, 10_000])
}, 10_000)
