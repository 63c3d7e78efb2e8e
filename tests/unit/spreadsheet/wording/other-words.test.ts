import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Points } from '../../../../shared/domain/points'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'
import type { RuleSetting } from '../../../../shared/spreadsheet/wording/read-clause'
import { compareMeaning, type ExpectedRule } from '../same-meaning'

interface Sentence extends RuleSetting {
  readonly id: string
  readonly rule: string
  readonly points: Points | null
  readonly expected: ExpectedRule
}

const FOLDER = 'tests/fixtures/rule-sentences'
const NUMERALS = '零一二三四五六七八九'

/** What another office would print for the same: each leaves the meaning as it is. */
const OTHERS: Readonly<Record<string, (rule: string) => string>> = {
  '扣减 for 扣': (rule) => rule.replace(/扣(?=[0-9])/g, '扣减'),
  '扣除 for 扣': (rule) => rule.replace(/扣(?=[0-9])/g, '扣除'),
  'without 的': (rule) => rule.replace(/的(?=[，,扣得])/g, ''),
  'points in words': (rule) =>
    rule.replace(
      /(?<=[扣得加])([1-9])分/g,
      (_, one: string) => `${one === '2' ? '两' : NUMERALS[Number(one)]}分`,
    ),
  'full width': (rule) =>
    rule.replace(/[0-9.()]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  'half width': (rule) => rule.replace(/，/g, ',').replace(/；/g, ';').replace(/：/g, ':'),
  spaced: (rule) => rule.replace(/([，；])/g, '$1 ').replace(/([0-9])分/g, '$1 分'),
  'broken after a comma': (rule) => rule.replace(/，/g, '，\n'),
  'broken after a semicolon': (rule) => rule.replace(/；/g, '；\n'),
  '得0分 for 不得分': (rule) => rule.replace(/不得分/g, '得0分'),
  '大于 for 超过': (rule) => rule.replace(/(?<![不未得])超过(?=[0-9])/g, '大于'),
  '至 for a dash': (rule) => rule.replace(/(?<=[0-9%])[-—–~～]+(?=[0-9])/g, '至'),
}

function sentences(): readonly Sentence[] {
  return ['tuned', 'second', 'held-out', 'third'].flatMap((part) =>
    readFileSync(`${FOLDER}/${part}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Sentence),
  )
}

describe('the same said in other words', () => {
  const all = sentences()
  it.each(Object.keys(OTHERS))('%s: precision ≥ 99 %, recall ≥ 92 % in meaning', (name) => {
    let [right, returned, expected, variants] = [0, 0, 0, 0]
    for (const one of all) {
      const said = OTHERS[name] ?? ((rule: string) => rule)
      const rule = said(one.rule)
      if (rule === one.rule) continue
      const meaning = {
        ...one.expected,
        clauses: one.expected.clauses.map((clause) => ({ ...clause, text: said(clause.text) })),
      }
      const read = compileRule(rule, { content: one.content, points: one.points, kind: one.kind })
      const compared = compareMeaning(rule, read, meaning, one.points)
      right += compared.right
      returned += compared.returned
      expected += compared.expected
      variants += 1
    }
    const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
    console.info(
      `${name}: ${variants} rules; in meaning: precision ${percent(right / returned)}, recall ${percent(right / expected)}`,
    )
    expect(right / returned).toBeGreaterThanOrEqual(0.99)
    expect(right / expected).toBeGreaterThanOrEqual(0.92)
  })
})
