import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Points } from '../../../../shared/domain/points'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'
import type { RuleSetting } from '../../../../shared/spreadsheet/wording/read-clause'
import { compareRule, type ExpectedClause } from '../same-clause'

interface ExpectedItem {
  readonly seq: number
  readonly rule: string
  readonly content: string
  readonly points: Points | null
  readonly kind: RuleSetting['kind']
  readonly clauses: readonly ExpectedClause[]
  readonly parts?: unknown
  readonly caps?: unknown
}

function sheet(name: string): readonly ExpectedItem[] {
  const text = readFileSync(`tests/fixtures/workbooks/biaozhun-${name}.expected.json`, 'utf8')
  const { items } = JSON.parse(text) as { readonly items: readonly ExpectedItem[] }
  return items
}

describe.each(['a', 'b', 'c'])('the rules of sheet %s', (name) => {
  const read = sheet(name).map((item) => {
    const { content, points, kind } = item
    const ours = compileRule(item.rule, { content, points, kind })
    return { item, ours, compared: compareRule(ours.clauses, item.clauses) }
  })

  it('are read as a careful person reads them, at least 95 % of the clauses exactly', () => {
    const expected = read.reduce((sum, one) => sum + one.compared.expected, 0)
    const right = read.reduce((sum, one) => sum + one.compared.right, 0)
    console.info(`sheet ${name}: ${right} of ${expected} clauses exactly`)
    expect(right / expected).toBeGreaterThanOrEqual(0.99)
  })

  it('are never read wrongly without a mark', () => {
    const wrong = read.flatMap((one) => one.compared.wrong.map((clause) => `${one.item.seq} ${clause.text}`))
    expect(wrong).toEqual([])
  })

  it('keep the points of their parts and the caps that several clauses share', () => {
    for (const { item, ours } of read) {
      expect({ seq: item.seq, parts: ours.parts, caps: ours.caps }).toEqual({
        seq: item.seq,
        parts: item.parts,
        caps: item.caps,
      })
    }
  })

  it('leave to a person what the sheet leaves to one', () => {
    for (const { item, ours } of read) {
      for (const clause of item.clauses) {
        if (clause.form !== 'unparsed') continue
        const found = ours.clauses.find((one) => one.text === clause.text)
        expect(found, `${item.seq} ${clause.text}`).toMatchObject({ form: 'unparsed', forPerson: true })
      }
    }
  })
})
