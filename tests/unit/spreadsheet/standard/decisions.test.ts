import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Rule } from '../../../../shared/domain/rubric/clause'
import { allItems } from '../../../../shared/domain/rubric/rubric'
import type { ClauseDecision } from '../../../../shared/spreadsheet/standard/decision'
import { standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import type { ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'
import { item, read, readingOf } from './small-reading'

const AT = '2026-11-23T08:00:00.000Z'
const UNSURE = read({ form: 'all-or-nothing', deduct: points(500) }, '未公示扣0.5分', {
  confidence: 0.4,
  forPerson: true,
  pattern: 'flag',
})
const SURE = read({ form: 'all-or-nothing', deduct: points(1000) }, '无台账扣1分', { pattern: 'flag' })
const UNREAD = read({ form: 'unparsed' }, '按有关文件执行', { forPerson: true, confidence: 0, pattern: null })
const CHANGED: Rule = { form: 'all-or-nothing', deduct: points(300) }

function decided(clauses: readonly ReadClause[], decisions: readonly ClauseDecision[]) {
  const rule = clauses.map(({ text }) => text).join('；')
  const { rubric, imported } = standardOf(readingOf([item({ rule, clauses })], 2000), {
    id: 'own',
    file: '标准.xls',
    sha256: '0'.repeat(64),
    decisions,
    at: AT,
  })
  return { clauses: allItems(rubric)[0]?.clauses ?? [], history: imported.decisions }
}

describe('what nobody decided', () => {
  it('is as it was read where that is sure, and by judgement, for a person, where it is not', () => {
    expect(decided([SURE, UNSURE, UNREAD], [])).toEqual({
      clauses: [
        { id: 'r1', text: '无台账扣1分', form: 'all-or-nothing', deduct: 1000 },
        expect.objectContaining({ id: 'r2', text: '未公示扣0.5分', form: 'judgement', forPerson: true }),
        expect.objectContaining({ id: 'r3', text: '按有关文件执行', form: 'judgement', forPerson: true }),
      ],
      history: [],
    })
  })
})

describe('a decision', () => {
  it.each<[string, ReadClause, ClauseDecision, object, object]>([
    [
      'confirms what was proposed',
      UNSURE,
      { item: 1, clause: 0, decision: 'confirm' },
      { form: 'all-or-nothing', deduct: 500 },
      {
        what: 'clause-confirmed',
        before: '[{"deduct":500,"form":"all-or-nothing"}]',
        after: '[{"deduct":500,"form":"all-or-nothing"}]',
      },
    ],
    [
      'confirms that it stays a judgement',
      UNREAD,
      { item: 1, clause: 0, decision: 'confirm' },
      { form: 'judgement' },
      { what: 'clause-confirmed', before: '' },
    ],
    [
      'puts another rule in its place',
      SURE,
      { item: 1, clause: 0, decision: 'change', rule: CHANGED },
      { form: 'all-or-nothing', deduct: 300, text: '无台账扣1分' },
      { what: 'rule-changed', after: '[{"deduct":300,"form":"all-or-nothing"}]' },
    ],
    [
      'leaves to a person what was sure',
      SURE,
      { item: 1, clause: 0, decision: 'for-person' },
      { form: 'judgement', forPerson: true },
      { what: 'left-for-person' },
    ],
    [
      'is of a whole pattern',
      UNSURE,
      { pattern: 'flag', decision: 'confirm' },
      { form: 'all-or-nothing', deduct: 500 },
      { what: 'clause-confirmed' },
    ],
  ])('%s', (_name, clause, decision, made, kept) => {
    const { clauses, history } = decided([clause], [decision])
    expect(clauses[0]).toMatchObject(made)
    expect(clauses[0]?.forPerson).toBe('forPerson' in made ? true : undefined)
    expect(history).toMatchObject([{ at: AT, where: '标准!D3/1', ...kept }])
  })

  it('on a clause goes before one on its pattern, and the last before others', () => {
    const own = { item: 1, clause: 0 } as const
    const all: readonly ClauseDecision[] = [
      { ...own, decision: 'for-person' },
      { ...own, at: '2026-11-23T09:00:00.000Z', decision: 'change', rule: CHANGED },
      { pattern: 'flag', decision: 'confirm' },
    ]
    const { clauses, history } = decided([UNSURE, SURE], all)
    expect(clauses).toMatchObject([{ deduct: 300 }, { deduct: 1000 }])
    expect(history.map(({ at, what, where }) => [at, what, where])).toEqual([
      ['2026-11-23T09:00:00.000Z', 'rule-changed', '标准!D3/1'],
      [AT, 'clause-confirmed', '标准!D3/2'],
    ])
  })
})
