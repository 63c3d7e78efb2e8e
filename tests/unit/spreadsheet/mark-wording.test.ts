import { describe, expect, test } from 'vitest'
import type { Milli, Points } from '../../../shared/domain/points'
import { allItems } from '../../../shared/domain/rubric/rubric'
import {
  dayWords,
  rangeWords,
  scoreWords,
  timeWords,
  weightWords,
} from '../../../shared/spreadsheet/filed-words'
import { foundWords, markedClauses } from '../../../shared/spreadsheet/mark-wording'
import { demonstration, plausibleCommands, scoredSheet } from './scored-sheet'

const points = (n: number) => n as Points
const milli = (n: number) => n as Milli

describe('words of the filed papers', () => {
  test('days, times, weights and figures', () => {
    expect(dayWords('2026-01-05')).toBe('2026年1月5日')
    expect(timeWords('2026-11-23T18:05:09.123Z')).toBe('2026年11月24日 02:05:09（北京时间）')
    expect([1000, 1050, 800].map(weightWords)).toEqual(['10%', '10.5%', '8%'])
    expect([200, 125, 0, 91260].map(scoreWords)).toEqual(['0.20', '0.125', '0.00', '91.26'])
    expect([rangeWords(1000, 1000), rangeWords(1000, 2000)]).toEqual(['1.00', '1.00～2.00'])
  })

  test('what was found, by kind of mark', () => {
    const base = { id: 'a', text: '' }
    const measure = { label: '机械化清扫率', unit: '%' }
    const occurrence = { ...base, form: 'per-occurrence', unit: '处' } as const
    expect(foundWords({ ...occurrence, pointsPerUnit: points(200) }, { kind: 'count', n: 6 })).toBe('6处')
    const severities = [
      { id: 's', label: '小面积', points: points(100) },
      { id: 'l', label: '大面积', points: points(500) },
    ]
    expect(foundWords({ ...occurrence, severities }, { kind: 'counts', bySeverity: { l: 2, s: 1 } })).toBe(
      '小面积1处、大面积2处',
    )
    expect(
      foundWords(
        { ...base, form: 'threshold', measure, thresholds: [] },
        { kind: 'value', value: milli(87500) },
      ),
    ).toBe('机械化清扫率87.5%')
    const parts = [{ id: 'p', label: '成立领导小组', points: points(1000) }]
    expect(foundWords({ ...base, form: 'additive', parts }, { kind: 'missing', parts: ['p'] })).toBe(
      '缺：成立领导小组',
    )
  })

  test('every mark of a whole sheet gets words, an effect and its arithmetic', () => {
    const rubric = demonstration()
    const result = scoredSheet(rubric, plausibleCommands(rubric, 11))
    let marked = 0
    for (const item of allItems(rubric)) {
      const mark = result.marks[item.id]
      const score = result.score.items.find((one) => one.item === item.id)
      if (mark === undefined || score === undefined) throw new Error(item.id)
      for (const { found, effect, working } of markedClauses(item, mark, score)) {
        marked += 1
        expect(found).not.toBe('')
        expect(effect).not.toBe('')
        expect(working).not.toBe('')
      }
    }
    expect(marked).toBeGreaterThan(50)
  })
})
