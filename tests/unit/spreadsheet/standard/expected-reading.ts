import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../../../shared/spreadsheet/reading/reading'
import type { ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'

const FOLDER = join(__dirname, '../../../fixtures/workbooks')

/** What a careful person finds in a workbook, as if it had been read: all of it sure but what has no form. */
export function expectedReading(name: string): Reading {
  const found = JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8')) as Reading
  const items = found.items.map((item) => {
    let from = 0
    const clauses = item.clauses.map((clause): ReadClause => {
      const start = Math.max(0, item.rule.indexOf(clause.text, from))
      from = start + clause.text.length
      const confidence = clause.form === 'unparsed' ? 0 : 1
      const open = confidence === 0 ? { forPerson: true as const } : {}
      return { ...clause, span: [start, from], confidence, ...open, evidence: [], pattern: clause.form }
    })
    return { ...item, clauses }
  })
  return { ...found, format: 'rubric-reading/1', items }
}
