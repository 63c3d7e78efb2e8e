import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'
import type { ReadClause, RuleSetting } from '../../../../shared/spreadsheet/wording/read-clause'

const SETTING: RuleSetting = { content: '', points: points(2000), kind: 'normal' }

const read = (rule: string, setting: Partial<RuleSetting> = {}): readonly ReadClause[] =>
  compileRule(rule, { ...SETTING, ...setting }).clauses

describe('what is not understood', () => {
  it.each([
    ['a price multiplied', '占用盲道、消防通道的加倍扣分'],
    ['a price halved', '能在检查当日修复的减半扣分'],
    ['another document', '按市政府当年印发的有关文件执行'],
    ['below nothing', '本项可倒扣，最低至负2分'],
    ['a formula that is no share', '得分＝（实际数－基准数）×0.5＋1分'],
    ['half of the points', '延期完成的得一半分'],
    ['a price beyond the item, of the total', '本项分值扣完的，再扣总分2分'],
    ['a bound that may free one or not', '3处以上每处扣0.1分'],
    ['each month, or once', '每月未提交养护计划扣0.2分'],
    ['an amount before its price without 每', '逾期3天扣1分'],
    ['whom it is said of', '省辖市以90%为基准，每低1个百分点扣0.25分'],
    ['standards of two scales', '主干道不超过2处，次干道不超过40厘米，每超1处扣0.2分'],
    ['a standard for each kind of place, and another price', '主干道不超过2处，次干道不超过4处，每处扣0.2分'],
    ['a veto without its reach', '发生责任事故的，一票否决'],
    ['bands that both hold their bound', '90%（含）以上得2分，80%—90%（含）得1分'],
    ['a standard for each road, missed', '主干道机扫率达到90%，背街小巷达到70%，未达标的各扣1分'],
    ['a price for each step and one for all', '噪声超标1分贝扣0.1分，超标5分贝以上扣1分'],
    ['points of what nobody said', '第二次起加重扣分'],
    ['the first case priced too', '三次以上的累进扣分'],
  ])('%s is left to a person: %s', (_, rule) => {
    const clauses = read(rule)
    expect(clauses.length).toBeGreaterThan(0)
    expect(clauses.filter((clause) => !clause.forPerson).map((clause) => clause.text)).toEqual([])
  })

  it('stands beside what is', () => {
    expect(read('违停每辆扣0.1分，占用盲道的加倍扣分，扣完为止')).toMatchObject([
      { form: 'per-occurrence', unit: '辆', untilZero: true },
      { form: 'unparsed', text: '占用盲道的加倍扣分', forPerson: true },
    ])
  })

  it('is what has a confidence below one half', () => {
    for (const rule of ['发生责任事故的，一票否决', '每处扣0.1分', '逾期3天扣1分', '酌情扣分']) {
      for (const clause of read(rule)) expect(clause.forPerson === true).toBe(clause.confidence < 0.5)
    }
  })
})

describe('the words stay as they are printed', () => {
  it('full-width, spaced and broken over lines', () => {
    const rule = '１．路面\n积尘，每 处 扣０．２ 分；\n２．井盖缺失，每座扣１分。'
    const clauses = read(rule)
    expect(clauses).toMatchObject([
      { no: '１', text: '路面\n积尘，每 处 扣０．２ 分', unit: '处', pointsPerUnit: 200 },
      { no: '２', text: '井盖缺失，每座扣１分', unit: '座', pointsPerUnit: 1000 },
    ])
  })

  it('and every span leads to its text', () => {
    const words = [
      '每处',
      '扣0.2分',
      '，',
      '。',
      '；',
      '低于80%',
      '不得分',
      '得1分',
      '（',
      '）',
      '1.',
      '\n',
      '路面',
      '扣完为止',
      '第3次起',
      '最多扣1分',
      '加倍',
      '80%—90%',
      '、',
      ' ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        const rule = parts.join('')
        for (const clause of read(rule)) {
          expect(rule.slice(...clause.span)).toBe(clause.text)
          for (const one of clause.evidence) expect(one.span[0]).toBeLessThanOrEqual(one.span[1])
        }
      }),
    )
  })

  it('and any text at all is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (rule) => {
        for (const clause of read(rule)) expect(rule.slice(...clause.span)).toBe(clause.text)
      }),
    )
  })

  it('a line that only wraps says what it says in one line', () => {
    const tier = '设施完好率低于95%的扣0.5分；低于90%的扣1分'
    expect(read(tier.replace('；', '；\n'))).toMatchObject([{ form: 'tier', tiers: [{}, {}] }])
    expect(read('井盖缺失，\n每座扣1分')).toMatchObject([
      { form: 'per-occurrence', text: '井盖缺失，\n每座扣1分' },
    ])
  })

  it('an empty cell says nothing', () => {
    expect(compileRule(' \n', SETTING)).toEqual({ clauses: [] })
  })
})

/** Milliseconds of this process alone: others on the machine do not count. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}

describe('it is quick', () => {
  const rules = [
    '每发现一处路面积尘或积泥扣0.2分，扣完为止。',
    '机扫率90%以上得2分，80%—90%得1分，低于80%不得分。',
    '完成年度拆除任务得2分，未完成的按完成比例得分，完成率低于60%不得分。',
    '1.随机抽查10条道路，每发现一处扣0.2分，扣完为止。（1分）\n2.未公示的，不得分。（1分）',
  ]

  it('10,000 rules in well under a second of an idle machine', () => {
    const compileAll = (): void => {
      for (let i = 0; i < 10_000; i += 1) compileRule(rules[i % rules.length] ?? '', SETTING)
    }
    compileAll()
    const time = cpuTime(compileAll)
    console.info(`10,000 rules: ${Math.round(time)} ms`)
    expect(time).toBeLessThan(5000)
  })

  it.each([
    ['one unit over and over', '每处'.repeat(50_000)],
    ['prices without an end', '扣0.1分'.repeat(20_000)],
    ['brackets that never close', '（1分'.repeat(25_000)],
    ['numbers', '1'.repeat(100_000)],
    ['adverbs just below the limit', '再另均须应'.repeat(1500)],
    ['bounds just below the limit', '80%以上、'.repeat(1300)],
    ['numbered parts just below the limit', '1.甲扣1分；'.repeat(1100)],
  ])('%s', (_, rule) => {
    expect(cpuTime(() => read(rule))).toBeLessThan(3000)
  })
})
