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
})
