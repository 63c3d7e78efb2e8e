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
    expect(
      foundWords(
        { ...base, form: 'additive', parts: [...parts, { id: 'q', label: '专人', points: points(1000) }] },
        { kind: 'missing', parts: ['p'], notApplicable: ['q'] },
      ),
    ).toBe('缺：成立领导小组；不适用：专人')
  })

  test('what was found, by kinds of mark in context', () => {
    const base = { id: 'a', text: '' }
    const measure = { label: '公厕', unit: '座' }
    const zoned = {
      ...base,
      form: 'zone-limit',
      measure: { label: '积存垃圾', unit: '处' },
      zones: [{ id: 'z', label: '主干道', limit: milli(3000) }],
      direction: 'above',
      per: milli(1000),
      pointsPerUnit: points(200),
      partial: 'whole-steps',
    } as const
    expect(foundWords(zoned, { kind: 'zoned', zone: 'z', value: milli(5000) })).toBe('主干道：积存垃圾5处')
    const escalation = {
      ...base,
      form: 'escalation',
      unit: '处',
      finders: [{ id: 'city', label: '市级发现', points: points(500) }],
      repeats: [
        { label: '首次', factor: milli(1000) },
        { label: '再次', factor: milli(2000) },
      ],
    } as const
    expect(foundWords(escalation, { kind: 'found', found: [{ finder: 'city', time: 2, n: 3 }] })).toBe(
      '市级发现再次3处',
    )
    const rank = { ...base, form: 'rank', measure, first: 'highest', steps: [] } as const
    expect(foundWords(rank, { kind: 'rank', rank: 3 })).toBe('第3名')
    const rate = {
      ...base,
      form: 'pass-rate',
      measure,
      samples: [],
      rule: { kind: 'proportional', base: points(2000) },
    } as const
    expect(foundWords(rate, { kind: 'samples', population: 40, passed: 9, failed: 1 })).toBe(
      '公厕共40座，抽查10座，合格9座',
    )
    const at = [
      { place: '甲厕', passed: 9, failed: 0 },
      { place: '乙厕', passed: 0, failed: 1, note: '无纸' },
    ]
    expect(foundWords(rate, { kind: 'samples', population: 40, passed: 9, failed: 1, at })).toBe(
      '公厕共40座，抽查10座，合格9座；乙厕：不合格1座（无纸）',
    )
    const occurrence = { ...base, form: 'per-occurrence', unit: '处', aggregate: 'sum' } as const
    expect(
      foundWords(
        occurrence,
        {
          kind: 'places',
          at: [
            { place: '人民路', value: { kind: 'count', n: 2 }, note: '垃圾满溢' },
            {
              place: '中心广场',
              value: { kind: 'count', n: 1 },
              sameAs: { item: 'i', clause: 'c' },
            },
          ],
        },
        () => '与2.3.1同一问题',
      ),
    ).toBe('人民路：2处（垃圾满溢）；中心广场：1处（与2.3.1同一问题）')
  })

  test('every mark of a whole sheet gets words, an effect and its arithmetic', () => {
    const rubric = demonstration()
    const result = scoredSheet(rubric, plausibleCommands(rubric, 11))
    let marked = 0
    let reckoned = 0
    for (const item of allItems(rubric)) {
      const mark = result.marks[item.id]
      const score = result.score.items.find((one) => one.item === item.id)
      if (mark === undefined || score === undefined) throw new Error(item.id)
      for (const { found, effect, working } of markedClauses(rubric, item, mark, score)) {
        marked += 1
        expect(found).not.toBe('')
        expect(effect).not.toBe('')
        if (/ = /.test(working)) reckoned += 1
      }
    }
    expect(marked).toBeGreaterThan(50)
    expect(reckoned).toBeGreaterThan(marked / 2)
  })
})
