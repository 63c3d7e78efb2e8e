import { describe, expect, it } from 'vitest'
import { MOST_LISTED } from '../../../../shared/domain/round/place'
import { kindByName, kindByWord } from '../../../../shared/domain/round/place-kind'
import { readPlaceLines } from '../../../../shared/domain/round/place-lines'

const SUBJECTS = [
  { id: 'zz', name: '郑州' },
  { id: 'kf', name: '开封' },
]
const read = (text: string) => readPlaceLines(text, SUBJECTS)

describe('places that are typed or pasted', () => {
  it.each([
    ['a name alone', '人民路', { name: '人民路', kind: 'road' }],
    ['by 、', '人民路、道路、一类、建成区', { name: '人民路', kind: 'road', grade: '一类', zone: '建成区' }],
    [
      'by tabs, with an empty cell',
      '东关\t市场\t\t城乡结合部',
      { name: '东关', kind: 'market', zone: '城乡结合部' },
    ],
    ['by commas', 'B区,小区', { name: 'B区', kind: 'estate' }],
    ['a comma in a pasted name', '人民路（东段,西段）\t道路', { name: '人民路（东段,西段）', kind: 'road' }],
    [
      'the subject anywhere',
      '人民路、郑州、主干道',
      { name: '人民路', kind: 'road', grade: '主干道', subject: 'zz' },
    ],
    ['a class that says the kind', '中原路、主干道', { name: '中原路', kind: 'road', grade: '主干道' }],
    ['a running number', '3\t人民路\t道路', { name: '人民路', kind: 'road' }],
  ])('%s', (_what, line, place) => {
    expect(read(line)).toEqual({ places: [place], problems: [] })
  })

  it('pass over headings and empty lines, and name what is no place by its line', () => {
    const { places, problems } = read('点位名称\t类别\n人民路\n\n人民路　\n\t道路\n建设街\r\n')
    expect(places.map(({ name }) => name)).toEqual(['人民路', '建设街'])
    expect(problems).toEqual([
      { line: 4, code: 'twice', text: '人民路' },
      { line: 5, code: 'no-name', text: '道路' },
    ])
  })

  it('may have one name in two subjects', () => {
    expect(read('人民路、郑州\n人民路、开封').places.map(({ subject }) => subject)).toEqual(['zz', 'kf'])
  })

  it('stop at as many as a list takes, and at names past a line', () => {
    const many = Array.from({ length: MOST_LISTED + 1 }, (_, no) => `第${no}路`).join('\n')
    expect(read(many).places).toHaveLength(MOST_LISTED)
    expect(read(many).problems).toEqual([
      { line: MOST_LISTED + 1, code: 'too-many', text: `第${MOST_LISTED}路` },
    ])
    expect(read('路'.repeat(201)).problems[0]?.code).toBe('too-long')
  })
})

describe('what a place is', () => {
  it.each([
    ['人民路', 'road'],
    ['建设大道', 'road'],
    ['一马路背街', 'lane'],
    ['东关农贸市场', 'market'],
    ['二七垃圾中转站', 'waste'],
    ['汽车站', 'station'],
    ['锦绣家园', 'estate'],
    ['金水河', 'water'],
    ['人民公园', 'park'],
    ['实验小学', 'school'],
    ['甲公厕', 'toilet'],
    ['Zone 5', 'other'],
  ])('%s by its name', (name, kind) => {
    expect(kindByName(name)).toBe(kind)
  })

  it('by a word of a column, in Chinese or as the file format has it', () => {
    expect([kindByWord('背街小巷'), kindByWord('Road'), kindByWord('一类')]).toEqual(['lane', 'road', null])
  })
})
