import { describe, expect, test } from 'vitest'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import type { ReadItem, Reading } from '../../../../shared/spreadsheet/reading/reading'
import { type DrawnSheet, drawnBook } from './drawn-book'

const EACH = '每处扣0.2分，扣完为止'
const NONE = '未达标的不得分'

function read(...sheets: readonly DrawnSheet[]): Reading {
  return readRubric(drawnBook(...sheets))
}

/** '1.1 市容>街面 占道:无占道经营 5 bonus': number, path, title and content, points in 分, kind unless normal. */
function line({ number, path, title, content, points, kind }: ReadItem): string {
  const text = title === null ? content : `${title}:${content}`
  const worth = points === null ? '-' : String(points / 1000)
  return [number ?? '-', path.join('>') || '-', text, worth, ...(kind === 'normal' ? [] : [kind])].join(' ')
}

function problems({ diagnostics }: Reading): readonly string[] {
  return diagnostics.filter(({ level }) => level === 'problem').map(({ kind, row }) => `${kind} ${row}`)
}

function others({ otherRows }: Reading): string {
  return otherRows.map(({ row, kind }) => `${row} ${kind}`).join(', ')
}

test('a header of three rows, each level with points of its own', () => {
  const reading = read({
    rows: [
      ['某某县城市管理考核办法'],
      ['序号', '指标体系', '', '', '', '考核评价', '', '', '备注'],
      ['', '一级指标', '', '二级指标', '', '考核内容', '评分', '', ''],
      ['', '名称', '分值', '名称', '分值', '', '评分细则', '分值', ''],
      [1, '市容', 10, '街面', 6, '无占道', EACH, 4, ''],
      [2, '', '', '', '', '无乱贴', EACH, 2, ''],
      [3, '', '', '广告', 4, '广告安全', NONE, 4, ''],
      [4, '环卫', 5, '清扫', 5, '路面整洁', EACH, 5, 'x'],
    ],
    merges: 'A1:I1 A2:A4 B2:E2 F2:H2 I2:I4 B3:C3 D3:E3 F3:F4 G3:H3 B5:B7 C5:C7 D5:D6 E5:E6'.split(' '),
  })
  expect(reading.tables[0]?.headerRows).toEqual([2, 3, 4])
  expect(reading.tables[0]?.columns).toMatchObject({
    category: 'B',
    group: 'D',
    content: 'F',
    rule: 'G',
    points: 'H',
  })
  expect(reading.categories.map(({ points, pointsCell }) => [points, pointsCell])).toEqual([
    [10000, 'C5'],
    [5000, 'C8'],
  ])
  expect(reading.groups.map(({ points }) => points)).toEqual([6000, 4000, 5000])
  expect(reading.items.map(line)).toEqual([
    '1 市容>街面 无占道 4',
    '2 市容>街面 无乱贴 2',
    '3 市容>广告 广告安全 4',
    '4 环卫>清扫 路面整洁 5',
  ])
})

test('parts, chapters and sections of three kinds of number, and a part of bonuses', () => {
  const reading = read({
    rows: [
      ['考核标准'],
      ['编号', '项目', '考核内容及要求', '分值', '考核办法', '责任单位'],
      ['第一部分 城市管理（20分）'],
      ['一、市容环境（12分）'],
      ['（一）街面（8分）'],
      [1, '占道', '无占道经营', 5, EACH, '城管局'],
      [2, '张贴', '无乱张贴', 3, EACH, '城管局'],
      ['（二）环卫（4分）'],
      [3, '清扫', '路面整洁', 4, EACH, '环卫处'],
      ['二、设施（8分）'],
      [4, '路灯', '亮灯率98%', 8, '每低1个百分点扣0.5分', '路灯所'],
      ['第二部分 加分项'],
      [5, '创新', '经验推广', '', '每项加1分，最高5分', '各单位'],
    ],
    merges: ['A3:F3', 'A4:F4', 'A5:F5', 'A8:F8', 'A10:F10', 'A12:F12'],
  })
  expect(reading.items.map(line)).toEqual([
    '1 第一部分 城市管理（20分）>一、市容环境（12分）>（一）街面（8分） 占道:无占道经营 5',
    '2 第一部分 城市管理（20分）>一、市容环境（12分）>（一）街面（8分） 张贴:无乱张贴 3',
    '3 第一部分 城市管理（20分）>一、市容环境（12分）>（二）环卫（4分） 清扫:路面整洁 4',
    '4 第一部分 城市管理（20分）>二、设施（8分） 路灯:亮灯率98% 8',
    '5 第二部分 加分项 创新:经验推广 - bonus',
  ])
  expect(reading.categories.map(({ name, kind }) => [name, kind])).toEqual([
    ['城市管理', undefined],
    ['加分项', 'adjustment'],
  ])
  expect(problems(reading)).toEqual([])
})

test('sections in the column of what is asked for, told by their number', () => {
  const chinese = read({
    rows: [
      ['考核细则（100分）'],
      ['序号', '考核内容', '评分标准', '标准分'],
      ['一', '市容秩序', '', 10],
      [1, '无占道经营', EACH, 6],
      [2, '无乱张贴', EACH, 4],
      ['二', '环境卫生', '', 90],
      [1, '路面整洁', EACH, 50],
      [2, '公厕干净', EACH, 40],
      ['', '合计', '', 100],
    ],
  })
  expect(chinese.items.map(line)).toEqual([
    '1 市容秩序 无占道经营 6',
    '2 市容秩序 无乱张贴 4',
    '1 环境卫生 路面整洁 50',
    '2 环境卫生 公厕干净 40',
  ])
  const dotted = read({
    rows: [
      ['编号', '考核内容', '分值', '评分标准', '数据来源'],
      ['1', '市容秩序', 20],
      ['1.1', '无占道经营', 12, EACH, '现场'],
      ['1.2', '无乱张贴', 8, EACH, '现场'],
      ['2', '环境卫生', 10],
      ['2.1', '路面整洁', 10, EACH, '现场'],
      ['', '合计', 30],
    ],
  })
  expect(dotted.items.map(line)).toEqual([
    '1.1 市容秩序 无占道经营 12',
    '1.2 市容秩序 无乱张贴 8',
    '2.1 环境卫生 路面整洁 10',
  ])
  expect([...problems(chinese), ...problems(dotted)]).toEqual([])
})

test('nothing merged: sections in the number column, sums at the beginning of each, a signature below', () => {
  const reading = read({
    rows: [
      ['项次', '检查项目', '检查内容', '扣分标准', '分\n值', '实得分', '扣分原因'],
      ['一、市容秩序（20分）'],
      ['小计', '', '', '', 20],
      ['1', '占道', '无占道经营', EACH, 12],
      ['2', '张贴', '无乱张贴', EACH, 8],
      ['二、环境卫生（10分）'],
      ['小 计', '', '', '', 10],
      ['1', '清扫', '路面整洁', EACH, 10],
      ['总　计', '', '', '', 30],
      ['检查人：', '', '', '', '日期：'],
    ],
  })
  expect(others(reading)).toBe('1 header, 2 category, 3 subtotal, 6 category, 7 subtotal, 9 total, 10 other')
  expect(reading.total).toEqual({ declared: 30000, sum: 30000 })
  expect(problems(reading)).toEqual([])
})

test('points merged over several items are those of their heading; an item has what its parts print', () => {
  const reading = read({
    rows: [
      ['类别', '项目', '分值', '考核内容', '评分标准'],
      ['市容', '街面', 5, '无占道', '1.占道每处扣0.2分。（2分）\n2.不整改的不得分。（1分）'],
      ['', '', '', '无乱贴', '1.张贴每处扣0.5分。（1分）\n2.涂写每处扣0.1分。（1分）'],
      ['环卫', '清扫', 4, '路面整洁', EACH],
      ['', '', '', '无积水', NONE],
    ],
    merges: ['A2:A3', 'B2:B3', 'C2:C3', 'A4:A5', 'B4:B5', 'C4:C5'],
  })
  expect(reading.groups.map(({ name, points }) => [name, points])).toEqual([
    ['街面', 5000],
    ['清扫', 4000],
  ])
  expect(reading.items.map(line)).toEqual([
    '- 市容>街面 无占道 3',
    '- 市容>街面 无乱贴 2',
    '- 环卫>清扫 路面整洁 -',
    '- 环卫>清扫 无积水 -',
  ])
  expect(problems(reading)).toEqual(['missing-points 4', 'missing-points 5'])
})

test('one column for what is asked for and how it is scored', () => {
  const { items, tables } = read({
    rows: [
      ['序号', '考核项目', '考核内容及评分标准', '分值', '检查方式'],
      [1, '占道', '无占道经营。发现一处扣0.5分。', 5, '现场'],
      [2, '张贴', '无乱张贴；每处扣0.1分，扣完为止。', 5, '现场'],
      [3, '清扫', '每处垃圾扣0.2分。', 5, '现场'],
    ],
  })
  expect(tables[0]?.columns).toMatchObject({ title: 'B', content: null, rule: 'C' })
  expect(items.map(({ content, rule }) => [content, rule])).toEqual([
    ['', '无占道经营。发现一处扣0.5分。'],
    ['', '无乱张贴；每处扣0.1分，扣完为止。'],
    ['', '每处垃圾扣0.2分。'],
  ])
})

describe('several sheets', () => {
  const header = ['序号', '项目', '考核内容', '评分标准', '分值']
  test('each a category; instructions and a summary are left out', () => {
    const reading = read(
      { name: '填表说明', rows: [['填表说明'], ['1.本表满分100分。'], ['2.每月一次。']] },
      {
        name: '汇总',
        rows: [['汇总表'], ['序号', '类别', '分值'], [1, '市容', 60], [2, '环卫', 40], ['合计', '', 100]],
      },
      {
        name: '市容',
        rows: [
          ['某市考核标准'],
          header,
          [1, '占道', '无占道', EACH, 40],
          [2, '张贴', '无张贴', EACH, 20],
          ['合计', '', '', '', 60],
        ],
      },
      {
        name: '环卫',
        rows: [['某市考核标准'], header, [1, '清扫', '整洁', EACH, 40], ['合计', '', '', '', 40]],
      },
    )
    expect(reading.ignoredSheets).toEqual(['填表说明', '汇总'])
    expect(reading.categories.map(({ title, points, pointsFrom }) => [title, points, pointsFrom])).toEqual([
      ['市容', 60000, '合计'],
      ['环卫', 40000, '合计'],
    ])
    // What instructions explain of a total is not printed in the table.
    expect(reading.total).toEqual({ declared: null, sum: 100000 })
    expect(others(reading)).toBe('1 title, 2 header, 5 subtotal, 1 title, 2 header, 4 subtotal')
  })

  test('one table on two of them', () => {
    const reading = read(
      { name: '考核标准1', rows: [header, [1, '市容', '无占道', EACH, 5], [2, '', '无张贴', EACH, 5]] },
      {
        name: '考核标准2',
        rows: [
          header,
          [3, '环卫', '路面干净', EACH, 5],
          [4, '', '公厕干净', EACH, 5],
          ['', '合计', '', '', 20],
        ],
      },
    )
    expect(reading.items.map(line)).toEqual([
      '1 市容 无占道 5',
      '2 市容 无张贴 5',
      '3 环卫 路面干净 5',
      '4 环卫 公厕干净 5',
    ])
    expect(reading.total).toEqual({ declared: 20000, sum: 20000 })
  })
})

test('a hidden row is read where the printed sum asks for it, and left out where it does not', () => {
  const rows = [
    ['序号', '考核内容', '评分标准', '分值'],
    [1, '路面整洁无垃圾', EACH, 4],
    [2, '公厕清洁无异味', EACH, 6],
    [3, '绿地养护到位', NONE, 5],
  ]
  const needed = read({ rows: [...rows, ['合计', '', '', 15]], hiddenRows: [3] })
  expect(needed.items).toHaveLength(3)
  const left = read({ rows: [...rows, ['合计', '', '', 9]], hiddenRows: [3] })
  expect(left.items).toHaveLength(2)
  expect(others(left)).toBe('1 header, 3 hidden, 5 total')
  for (const { diagnostics } of [needed, left])
    expect(diagnostics).toContainEqual({ kind: 'hidden-row', level: 'note', sheet: 'Sheet1', rows: [3] })
})

test('bonuses and deductions with points stand outside a total that does not count them', () => {
  const rows = (total: number) => [
    ['序号', '类别', '考核内容', '评分标准', '分值'],
    [1, '市容', '无占道经营', EACH, 60],
    [2, '环卫', '路面整洁', EACH, 40],
    [3, '加分项', '经验推广', '每项加1分', 5],
    [4, '扣分项', '媒体曝光', '每次扣1分', 7],
    [5, '一票否决', '安全事故', '发生事故一票否决', ''],
    ['总分', '', '', '', total],
  ]
  const kinds = (total: number) => read({ rows: rows(total) }).items.map(({ kind }) => kind)
  expect(kinds(100)).toEqual(['normal', 'normal', 'bonus', 'penalty', 'veto'])
  expect(kinds(107)).toEqual(['normal', 'normal', 'bonus', 'normal', 'veto'])
  expect(kinds(112)).toEqual(['normal', 'normal', 'normal', 'normal', 'veto'])
})

test('depth is uneven: headings merged over the columns of deeper ones', () => {
  const reading = read({
    rows: [
      ['大项', '中项', '小项', '考核要求', '评分办法', '分值'],
      ['市容', '街面', '占道', '无占道经营', EACH, 5],
      ['', '', '张贴', '无张贴的', EACH, 5],
      ['满意度', '', '', '电话调查', '按得分率计分', 10],
      ['创新', '', '做法', '有创新', '酌情得1-3分', 3],
    ],
    merges: ['A2:A3', 'B2:B3', 'A4:C4', 'A5:B5'],
  })
  expect(reading.items.map(line)).toEqual([
    '- 市容>街面 占道:无占道经营 5',
    '- 市容>街面 张贴:无张贴的 5',
    '- 满意度 电话调查 10',
    '- 创新 做法:有创新 3',
  ])
})

test('numbers in circles and brackets, points in brackets of all sorts, a number left out', () => {
  const reading = read({
    rows: [
      ['序号', '考核项目', '考核标准', '评分标准', '分值'],
      ['（一）', '市容', '', '', '12分'],
      ['①', '占道', '无占道', EACH, '[5]'],
      ['②', '张贴', '无张贴', EACH, '（７分）'],
      ['（二）', '环卫', '', '', '8 分'],
      ['①', '清扫', '干净', EACH, '五分'],
      ['③', '公厕', '干净', EACH, '3'],
    ],
  })
  expect(reading.items.map(line)).toEqual([
    '① 市容 占道:无占道 5',
    '② 市容 张贴:无张贴 7',
    '① 环卫 清扫:干净 5',
    '③ 环卫 公厕:干净 3',
  ])
  expect(problems(reading)).toEqual(['number-gap 7'])
})

test('units of two columns and of one cell, methods at the end of the content', () => {
  const { items } = read({
    rows: [
      ['序号', '指标', '考核内容', '评分标准', '分值', '牵头单位', '配合单位'],
      [1, '街面', '无占道经营（现场查看）', EACH, 5, '市城管局', '各区政府、市市场监管局'],
      [2, '路灯', '亮灯（现场查看、查阅资料）', EACH, 5, '牵头：市城管局；配合：供电公司 各街道', ''],
      [3, '水', '干净', EACH, 5, '市水务局\n市住建局（物业科、房管科）', '无'],
    ],
  })
  expect(items.map(({ units }) => units)).toEqual([
    ['市城管局', '各区政府', '市市场监管局'],
    ['市城管局', '供电公司', '各街道'],
    ['市水务局', '市住建局（物业科、房管科）'],
  ])
  expect(items.map(({ methods }) => methods)).toEqual([['现场查看'], ['现场查看', '查阅资料'], []])
})

test('no heading at all: the title is the only category', () => {
  const { items, categories } = read({
    rows: [
      ['街道办考核表'],
      ['考核内容', '考核标准', '满分'],
      ['路面整洁无垃圾', '每处扣0.1分', 10],
      ['公厕清洁无异味', '每座扣0.5分', 10],
    ],
  })
  expect(categories).toMatchObject([{ title: '街道办考核表', row: 1, items: 2, points: null }])
  expect(items.map(({ category, path, content }) => [category, path, content])).toEqual([
    ['街道办考核表', ['街道办考核表'], '路面整洁无垃圾'],
    ['街道办考核表', ['街道办考核表'], '公厕清洁无异味'],
  ])
})

test('no table: no items, every sheet left out', () => {
  const reading = read({ rows: [['会议纪要'], ['今天开会讨论了考核办法。']] }, { name: '空', rows: [] })
  expect(reading.items).toEqual([])
  expect(reading.ignoredSheets).toEqual(['Sheet1'])
})

test('a number that is merged over several items counts their heading and is none of theirs', () => {
  const { items } = read({
    rows: [
      ['编号', '二级指标', '考核要点', '评分细则', '标准分值'],
      [1, '占道经营', '主干道无占道', EACH, 3],
      ['', '', '背街无占道', NONE, 2],
      [2, '乱张贴', '无乱张贴的', EACH, 5],
    ],
    merges: ['A2:A3', 'B2:B3'],
  })
  expect(items.map(line)).toEqual([
    '- 占道经营 主干道无占道 3',
    '- 占道经营 背街无占道 2',
    '2 乱张贴 无乱张贴的 5',
  ])
})

test('three tables side by side, read from the left', () => {
  const words = ['序号', '考核内容', '评分标准', '分值']
  const reading = read({
    rows: [
      ['考核表（满分30分）'],
      [...words, ...words, ...words],
      [1, '无占道经营', EACH, 5, 3, '无张贴的', EACH, 5, 5, '路面干净', EACH, 5],
      [2, '无店外经营', EACH, 5, 4, '无涂写的', EACH, 5, 6, '公厕干净', EACH, 5],
    ],
  })
  expect(reading.tables.map(({ ref }) => ref)).toEqual(['A2:D4', 'E2:H4', 'I2:L4'])
  expect(reading.items.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(reading.total).toEqual({ declared: 30000, sum: 30000 })
})

test('sums of groups, of categories and of the whole', () => {
  const reading = read({
    rows: [
      ['大类', '项目', '考核内容', '评分标准', '分值'],
      ['市容', '街面', '无占道经营', EACH, 5],
      ['', '', '无乱张贴的', EACH, 5],
      ['', '小计', '', '', 10],
      ['', '广告', '广告安全的', EACH, 5],
      ['', '小计', '', '', 5],
      ['合计', '', '', '', 15],
      ['环卫', '清扫', '路面干净', EACH, 4],
      ['', '小计', '', '', 4],
      ['合计', '', '', '', 5],
      ['总计', '', '', '', 19],
    ],
  })
  expect(reading.groups.map(({ name, points }) => [name, points])).toEqual([
    ['街面', 10000],
    ['广告', 5000],
    ['清扫', 4000],
  ])
  expect(reading.categories.map(({ points }) => points)).toEqual([15000, 5000])
  expect(reading.diagnostics).toEqual([
    {
      kind: 'sum-mismatch',
      level: 'problem',
      sheet: 'Sheet1',
      row: 10,
      cell: 'E10',
      path: ['环卫'],
      declared: 5000,
      sum: 4000,
    },
  ])
})

test('points in the texts where no column holds them', () => {
  const reading = read({
    rows: [
      ['序号', '考核项目', '考核内容', '评分标准'],
      [1, '市容（10分）', '无占道经营（6分）', EACH],
      [2, '', '无张贴的（4分）', EACH],
      [3, '环卫[6]', '路面干净　５分', EACH],
    ],
    merges: ['B2:B3'],
  })
  expect(reading.tables[0]?.columns.points).toBeNull()
  expect(reading.items.map(line)).toEqual([
    '1 市容（10分） 无占道经营（6分） 6',
    '2 市容（10分） 无张贴的（4分） 4',
    '3 环卫[6] 路面干净　５分 5',
  ])
  expect(problems(reading)).toEqual(['sum-mismatch 4'])
})

test('a section that is scored itself, among sections that are not', () => {
  const reading = read({
    rows: [
      ['序号', '考核内容', '评分标准', '分值'],
      ['一', '市容秩序', '', 10],
      ['1', '无占道经营', EACH, 10],
      ['二', '群众满意度', '按满意率得分', 20],
      ['三', '环境卫生', '', 5],
      ['1', '路面干净', EACH, 5],
    ],
  })
  expect(reading.items.map(line)).toEqual([
    '1 市容秩序 无占道经营 10',
    '二 群众满意度 群众满意度 20',
    '1 环境卫生 路面干净 5',
  ])
  expect(problems(reading)).toEqual([])
})

test('headers above every section, remarks between and below, a table far from the corner', () => {
  const words = ['', '', '序 号', '检查内容', '评 分\n标 准', '分　值', '备注']
  const reading = read({
    rows: [
      [],
      ['', '', '县考核细则'],
      [],
      ['', '', '一、市容（10分）'],
      words,
      ['', '', 1, '无占道经营', EACH, 5, '早市除外'],
      ['', '', '注：按日检查。'],
      ['', '', 2, '无张贴的', EACH, 5],
      ['', '', '二、环卫（5分）'],
      words,
      ['', '', 1, '路面干净', EACH, 5],
      ['', '', '说明：'],
      ['', '', '1.本表自发布起施行。'],
    ],
    merges: ['C4:G4', 'C7:G7', 'C9:G9'],
  })
  expect(reading.title).toBe('县考核细则')
  expect(others(reading)).toBe(
    '2 title, 4 category, 5 header, 7 note, 9 category, 10 page-header, 12 note, 13 note',
  )
  expect(reading.notes).toEqual(['注：按日检查。', '说明：', '1.本表自发布起施行。'])
  expect(reading.items.map(({ path, cells }) => [path[0], cells.rule])).toEqual([
    ['一、市容（10分）', 'E6'],
    ['一、市容（10分）', 'E8'],
    ['二、环卫（5分）', 'E11'],
  ])
})

test('a weight in per cent beside points is no points; alone it is what there is', () => {
  const header = ['一级指标', '权重', '考核内容', '评分标准', '分值']
  const rows = [
    ['市容', '60%', '无占道', EACH, 40],
    ['', '', '无张贴', EACH, 20],
    ['环卫', '40%', '整洁', EACH, 40],
  ]
  const merges = ['A3:A4', 'B3:B4']
  const beside = read({ rows: [['标准'], header, ...rows], merges })
  expect(beside.items.map(line)).toEqual(['- 市容 无占道 40', '- 市容 无张贴 20', '- 环卫 整洁 40'])
  expect(beside.categories.map(({ points }) => points)).toEqual([null, null])
  const alone = read({
    rows: [
      ['标准'],
      ['一级指标', '考核内容', '评分标准', '权重'],
      ['市容', '无占道', EACH, '60%'],
      ['环卫', '整洁', EACH, '40%'],
    ],
  })
  expect(alone.items.map(({ points }) => points)).toEqual([60000, 40000])
})

test('points of a category printed once beside its repeated title, items all worth the same', () => {
  const { items, categories } = read({
    rows: [
      ['标准'],
      ['类别', '分值', '考核内容', '评分标准', '分值'],
      ['市容', 4, '无占道', EACH, 2],
      ['市容', '', '无张贴', EACH, 2],
      ['环卫', 4, '整洁', EACH, 2],
      ['环卫', '', '无垃圾', EACH, 2],
    ],
  })
  expect(items.map(({ points }) => points)).toEqual([2000, 2000, 2000, 2000])
  expect(categories.map(({ points }) => points)).toEqual([4000, 4000])
})

test('扣分说明 is the rule where it says in every row how points are lost', () => {
  const { items } = read({
    rows: [
      ['标准'],
      ['类别', '考核内容', '分值', '扣分说明'],
      ['市容', '无占道', 2, EACH],
      ['市容', '无张贴', 3, NONE],
    ],
  })
  expect(items.map(({ rule, filled }) => [rule, filled])).toEqual([
    [EACH, undefined],
    [NONE, undefined],
  ])
})
