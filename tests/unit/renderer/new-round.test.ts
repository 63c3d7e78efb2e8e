import { describe, expect, it } from 'vitest'
import {
  draftOf,
  firstSheet,
  type MemberLine,
  missingIn,
  type RoundForm,
} from '../../../renderer/features/new-round/draft'
import { isDay, localDay, shiftDay, weekday } from '../../../renderer/i18n/dates'

const member = (key: string, name: string, unit = ''): MemberLine => ({ key, name, unit, role: 'inspector' })
const form: RoundForm = {
  kind: 'formal',
  title: null,
  date: '2026-11-23',
  rubricDigest: 'a'.repeat(64),
  subjects: [
    { id: 'x', name: '甲市', league: '省辖市' },
    { id: 'y', name: '乙县', league: '' },
  ],
  team: [member('1', ' 王勘 ', '城管局'), member('2', '')],
  placeLines: '',
  firstSubject: '',
  firstScorer: '',
}

describe('a new round', () => {
  it('has the places that were typed, and none where none were', () => {
    const placeLines = '人民路、主干道、甲市\n东关市场'
    expect(draftOf({ ...form, placeLines }, '标题').places).toEqual([
      { name: '人民路', kind: 'road', grade: '主干道', subject: 'x' },
      { name: '东关市场', kind: 'market' },
    ])
    expect(draftOf(form, '标题')).not.toHaveProperty('places')
  })

  it.each([
    [{}, '标题', []],
    [{}, '  ', [['title', 'title']]],
    [{}, '长'.repeat(201), [['title', 'titleLong']]],
    [{ date: '2026-02-30' }, '标题', [['date', 'date']]],
    [{ rubricDigest: '' }, '标题', [['standard', 'standard']]],
    [{ subjects: [] }, '标题', [['subjects', 'subjects']]],
    [{ team: [member('1', ' ')] }, '标题', [['team', 'team']]],
    [{ team: [member('1', '甲'), member('2', '', '城管局')] }, '标题', [['team', 'member']]],
    [{ team: [member('1', '甲', '乙'), member('2', '甲 ', '乙')] }, '标题', [['team', 'twice']]],
  ] as const)('%j titled %j lacks %j', (change, title, lacking) => {
    expect([...missingIn({ ...form, ...change }, title)]).toEqual(lacking)
  })

  it('hands over trimmed names and drops empty lines and keys', () => {
    const draft = draftOf(form, ' 标题 ')
    expect(draft.title).toBe('标题')
    expect(draft.team).toEqual([{ name: '王勘', unit: '城管局', role: 'inspector' }])
  })

  it('begins with the first subject and scorer, or the ones chosen while they are there', () => {
    expect(firstSheet(form)).toMatchObject({ subject: { id: 'x' }, scorer: { key: '1' } })
    expect(firstSheet({ ...form, firstSubject: 'y' }).subject?.id).toBe('y')
    expect(firstSheet({ ...form, firstSubject: 'gone', firstScorer: '2' })).toMatchObject({
      subject: { id: 'x' },
      scorer: { key: '1' },
    })
  })
})

describe('days', () => {
  it.each([
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
  ])('%j is a day: %j', (text, expected) => expect(isDay(text)).toBe(expected))

  it('move over ends of months and years; what is no day stays', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
    expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29')
    expect(shiftDay('2026-1', 1)).toBe('2026-1')
  })

  it('have a weekday, and are local', () => {
    expect(weekday('2026-11-23', 'zh-CN')).toBe('星期一')
    expect(weekday('nonsense', 'zh-CN')).toBe('')
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
