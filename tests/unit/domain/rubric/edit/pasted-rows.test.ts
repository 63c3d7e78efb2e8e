import { describe, expect, it } from 'vitest'
import {
  isTable,
  pastedCells,
  pastedItems,
  proposeColumns,
} from '../../../../../shared/domain/rubric/edit/pasted-rows'

const SHEET = [
  '1\t主次干道实行每日两次普扫，路面见本色。\t2\t每发现一处扣0.2分，扣完为止。',
  '2\t机械化清扫率达到90%。\t1.5分\t"90%以上得2分，\n低于80%不得分。"',
  '',
  '3\t应急清除及时，""预案""齐全。\t1\t未启动预案的不得分。',
].join('\r\n')

describe('rows pasted from a spreadsheet', () => {
  it('are cells, with line breaks inside of quotes', () => {
    const rows = pastedCells(SHEET)
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4])
    expect(rows[1]?.[3]).toBe('90%以上得2分，\n低于80%不得分。')
    expect(pastedCells('"a ""b"" c"\td')).toEqual([['a "b" c', 'd']])
    expect(pastedCells('')).toEqual([])
  })

  it('are a table when they are more than one field takes', () => {
    expect(isTable('一个名称\n')).toBe(false)
    expect(isTable('一\t二')).toBe(true)
    expect(isTable('一\n二')).toBe(true)
  })

  it('have columns that are proposed, and items as the columns say', () => {
    const rows = pastedCells(SHEET)
    const columns = proposeColumns(rows)
    expect(columns).toEqual(['code', 'content', 'points', 'rule'])
    expect(pastedItems(rows, columns).map(({ code, points }) => [code, points])).toEqual([
      ['1', 2000],
      ['2', 1500],
      ['3', 1000],
    ])
    expect(pastedItems(rows, ['skip', 'title', 'skip', 'skip'])[0]).toEqual({
      code: '',
      title: '主次干道实行每日两次普扫，路面见本色。',
      content: '',
      rule: '',
      points: null,
    })
    expect(pastedItems(rows, ['skip', 'skip', 'points', 'skip'])).toEqual([])
    expect(proposeColumns(pastedCells('道路保洁\n垃圾收运\n公厕管理'))).toEqual(['title'])
    expect(proposeColumns([])).toEqual([])
  })

  it('keep what is inside of quotes, and nothing of what is around', () => {
    expect(pastedCells(' a \t"b\tc"\td\re\r\n\r\n\t\r\n"x ""y"""\t')).toEqual([
      ['a', 'b\tc', 'de'],
      ['x "y"', ''],
    ])
    // A quote inside of a cell is a quote.
    expect(pastedCells('3"管\t5')).toEqual([['3"管', '5']])
    expect(pastedCells('"未完')).toEqual([['未完']])
    expect(pastedCells('行\n'.repeat(2_500))).toHaveLength(2_000)
  })

  it('are no table for the white space behind them', () => {
    expect(isTable('一个名称 \n\t\n')).toBe(false)
    expect(isTable('一个 名称')).toBe(false)
  })

  it.each<[what: string, text: string, columns: readonly string[]]>([
    [
      'a name in a few words, what is asked for in a sentence',
      '道路\t路面干净，见本色。',
      ['title', 'content'],
    ],
    ['of two texts without a stop the longer is the name', '甲区\t道路清扫保洁', ['skip', 'title']],
    ['a number in brackets, in Chinese, with a stop', '（一）\t道路\n二、\t绿化', ['code', 'title']],
    ['not what only has a number in it', '第1条路\t道路清扫保洁情况', ['skip', 'title']],
    ['what gives points is a rule too', '道路\t达标得满分', ['title', 'rule']],
    ['or gives so many', '道路\t达标得2分\n绿化\t达标加1分', ['title', 'rule']],
    ['得 of 得当 does not', '道路\t养护得当\n绿化\t管理得当加强', ['skip', 'title']],
    ['empty cells do not count', '1\t2\n\t1.5分\n\t3', ['code', 'points']],
    ['points as most of the column has them', '道路\t2\n绿化\t3\n公厕\t不限', ['title', 'points']],
    ['no points where half is not', '道路名称\t2\n绿化名称\t甲', ['title', 'skip']],
  ])('have columns that are proposed: %s', (_what, text, columns) =>
    expect(proposeColumns(pastedCells(text))).toEqual(columns),
  )

  it('are items with names in one line, in the length that a standard holds', () => {
    const long = '长'.repeat(5_000)
    const row = ['1 \n .1', '道路 \n\n 清扫', long, long, '2分']
    const columns = ['code', 'title', 'content', 'rule', 'points'] as const
    expect(pastedItems([row], columns)).toEqual([
      {
        code: '1 .1',
        title: '道路 清扫',
        content: '长'.repeat(4_000),
        rule: '长'.repeat(4_000),
        points: 2_000,
      },
    ])
    expect(pastedItems([[long, long]], ['code', 'title'])).toMatchObject([
      { code: '长'.repeat(50), title: '长'.repeat(200) },
    ])
    expect(pastedItems([['道路'], [], ['']], ['title', 'points'])).toMatchObject([
      { title: '道路', points: null },
    ])
    for (const column of ['content', 'rule'] as const)
      expect(pastedItems([['只有这句']], [column])).toMatchObject([{ title: '', [column]: '只有这句' }])
  })

  it.each<[cell: string, points: number | null]>([
    ['0', 0],
    ['1.5分', 1_500],
    ['1000000', 1_000_000_000],
    ['1000001', null],
    ['-1', null],
    ['2分3', null],
    ['', null],
    ['两分', null],
  ])('of %s are %s thousandths', (cell, points) =>
    expect(pastedItems([['道路', cell]], ['title', 'points'])[0]?.points).toBe(points),
  )
})
