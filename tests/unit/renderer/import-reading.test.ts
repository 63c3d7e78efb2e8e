import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  alike,
  clauseRows,
  doubtfulLeft,
  isDoubtful,
  standingOf,
} from '../../../renderer/features/standard-import/clauses/clause-rows'
import { proposedClauses } from '../../../renderer/features/standard-import/clauses/proposed'
import { ruleMarks } from '../../../renderer/features/standard-import/clauses/rule-marks'
import { placeOfNote } from '../../../renderer/features/standard-import/notes/place-of-note'
import { clauseAt } from '../../../renderer/features/standard-import/proof/clause-at'
import { historyOf } from '../../../renderer/features/standard-import/proof/history-of'
import { decisionsOf, standardFrom } from '../../../renderer/features/standard-import/proof/standard-from'
import { openRows, rowAt, treeRows } from '../../../renderer/features/standard-import/tree/tree-rows'
import {
  keyOfClause,
  keyOfDiagnostic,
  NO_WORK,
  type Work,
  workOf,
} from '../../../renderer/features/standard-import/work'
import { allItems } from '../../../shared/domain/rubric/rubric'
import { readRubric } from '../../../shared/spreadsheet/reading/read-rubric'
import type { Reading } from '../../../shared/spreadsheet/reading/reading'
import { openBook } from '../../../shared/spreadsheet/workbook/open-book'

const AT = '2026-11-23T12:00:00.000Z'
const BOOK = { fileName: 'a.xlsx', sha256: 'a'.repeat(64), bytes: 1, encoding: null, sheets: [], own: null }
const NAMED = { id: 'own-1', title: '名称', version: '2', source: '来源' }

function readingOf(name: string): Reading {
  const opened = openBook(readFileSync(join(__dirname, '../../fixtures/workbooks', name)), name)
  if (!opened.ok) throw new Error(opened.code)
  return readRubric(opened.book)
}

let a: Reading
let mistakes: Reading
beforeAll(() => {
  a = readingOf('biaozhun-a.xlsx')
  mistakes = readingOf('mistakes.xlsx')
})

describe('the tree beside the sheet', () => {
  test('every category, group and item is one line, below what it belongs to', () => {
    const rows = treeRows(a)
    expect(rows.filter(({ kind }) => kind === 'category')).toHaveLength(a.categories.length)
    expect(rows.filter(({ kind }) => kind === 'group')).toHaveLength(a.groups.length)
    expect(rows.filter(({ kind }) => kind === 'item')).toHaveLength(a.items.length)
    const first = rows.find(({ kind }) => kind === 'item')
    expect(first?.over).toEqual([rows[0]?.key, rows[1]?.key])
    expect(rows[0]?.below).toEqual({ items: a.categories[0]?.items, sum: a.categories[0]?.sum })
  })
  test('what is below a closed branch is not on show', () => {
    const rows = treeRows(a)
    const [category] = rows
    const open = openRows(rows, new Set([category?.key ?? '']))
    expect(open[1]?.kind).toBe('category')
    expect(open.length).toBe(rows.length - rows.filter(({ over }) => over[0] === category?.key).length)
  })
  test('a cell leads to the item that it was read for, and a merged one to the item of its row', () => {
    const rows = treeRows(a)
    for (const item of a.items) {
      const found = rowAt(rows, { sheet: item.sheet, row: item.row - 1, column: 5 })
      expect(found?.item?.seq, item.cells.rule).toBe(item.seq)
    }
    expect(rowAt(rows, { sheet: a.items[0]?.sheet ?? '', row: 0, column: 0 })).toBeNull()
  })
})

describe('the clauses', () => {
  test('the least sure come first; marks of a rule give the rule back word for word', () => {
    const rows = clauseRows(a)
    expect(rows).toHaveLength(a.counts.clauses)
    for (const [at, { clause }] of rows.entries())
      if (at > 0) expect(clause.confidence).toBeGreaterThanOrEqual(rows[at - 1]?.clause.confidence ?? 0)
    for (const { item, clause } of rows) {
      const marks = ruleMarks(item.rule, clause)
      expect(marks.map(({ text }) => text).join('')).toBe(item.rule)
      const own = marks.filter(({ isClause }) => isClause).map(({ text }) => text)
      expect(own.join('')).toBe(item.rule.slice(...clause.span))
    }
  })
  test('those that a pattern read surely stand together; a person’s word goes before the reading’s', () => {
    const rows = clauseRows(a)
    const sure = rows.find(({ clause }) => clause.pattern !== null && clause.forPerson !== true)
    const open = rows.find(({ clause }) => clause.forPerson === true)
    if (sure === undefined || open === undefined) throw new Error('the sheet has both')
    expect(alike(rows, sure)).toContain(sure)
    expect(alike(rows, sure).every(({ clause }) => clause.forPerson !== true)).toBe(true)
    expect(alike(rows, open)).toEqual([])
    expect(standingOf(open, {})).toBe('person')
    expect(standingOf(sure, {})).toBe('open')
    expect(standingOf(open, { [open.key]: { decision: 'confirm', at: AT } })).toBe('confirmed')
    const doubtful = rows.filter(isDoubtful)
    expect(doubtfulLeft(a, {})).toBe(doubtful.length)
    expect(doubtfulLeft(a, { [open.key]: { decision: 'for-person', at: AT } })).toBe(doubtful.length - 1)
  })
})

describe('decisions', () => {
  test('are kept by the words that they are about, and come out by place', () => {
    const item = a.items[3]
    const clause = item?.clauses[0]
    if (item === undefined || clause === undefined) throw new Error('no clause')
    const verdicts: Work['clauses'] = { [keyOfClause(item, clause)]: { decision: 'for-person', at: AT } }
    expect(decisionsOf(a, verdicts)).toEqual([{ decision: 'for-person', at: AT, item: item.seq, clause: 0 }])
    // Other words in the same cell were not decided about.
    const other = { ...a, items: a.items.map((one) => ({ ...one, clauses: [{ ...clause, text: '别的' }] })) }
    expect(decisionsOf(other, verdicts)).toEqual([])
  })
  test('a changed rule is in the standard, and in its history with what was proposed', () => {
    const row = clauseRows(a).find((one) => one.clause.form === 'per-occurrence')
    const [proposed] = row === undefined ? [] : (proposedClauses(row) ?? [])
    if (row === undefined || proposed?.form !== 'per-occurrence') throw new Error('no counter')
    const { id: _id, text: _text, ...rule } = { ...proposed, unit: '个' }
    const clauses: Work['clauses'] = { [row.key]: { decision: 'change', rule, at: AT } }
    const { rubric, imported } = standardFrom(BOOK, a, { ...NO_WORK, clauses }, NAMED)
    expect([rubric.title, rubric.version, rubric.source]).toEqual(['名称', '2', '来源'])
    const item = allItems(rubric)[row.item.seq - 1]
    expect(item?.clauses.some((clause) => clause.form === 'per-occurrence' && clause.unit === '个')).toBe(
      true,
    )
    expect(imported.decisions).toHaveLength(1)
    expect(imported.decisions[0]).toMatchObject({ what: 'rule-changed', at: AT })
    const code = item?.code ?? ''
    expect(clauseAt(a, rubric, code)).toBe(keyOfClause(row.item, row.item.clauses[0] ?? row.clause))
    expect(clauseAt(a, rubric, '不在')).toBeNull()
  })
  test('accepted problems and chosen columns are in the history, with their cells', () => {
    const problem = mistakes.diagnostics.find(({ level }) => level === 'problem')
    if (problem === undefined) throw new Error('the sheet has problems')
    const work: Work = {
      ...NO_WORK,
      choices: [{ sheet: '表', headerRows: [3], columns: { rule: 5 } }],
      chosen: { 表: { at: AT, before: 'rule=E' } },
      accepted: { [keyOfDiagnostic(problem)]: { at: AT, remark: '已核' } },
    }
    expect(historyOf(mistakes, work)).toEqual([
      { at: AT, what: 'columns-chosen', where: '表', before: 'rule=E', after: 'rule=F header=3' },
      expect.objectContaining({ what: 'problem-accepted', before: problem.kind, after: '已核' }),
    ])
  })
  test('every problem has a cell to go to', () => {
    for (const one of mistakes.diagnostics.filter(({ level }) => level === 'problem'))
      expect(placeOfNote(one, mistakes), JSON.stringify(one)).not.toBeNull()
  })
  test('work of another shape is begun anew', () => {
    expect(workOf(undefined)).toEqual(NO_WORK)
    expect(workOf({ step: 'unheard of', choices: [] })).toEqual(NO_WORK)
    expect(workOf({ step: 'clauses', choices: [] })).toEqual({ ...NO_WORK, step: 'clauses' })
  })
})
