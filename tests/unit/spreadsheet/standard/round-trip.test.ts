import { describe, expect, it } from 'vitest'
import { rubricDigest } from '../../../../electron/custody/digest'
import { draftRubricSchema } from '../../../../shared/schema/draft-schema'
import { readStrictly } from '../../../../shared/schema/read-strictly'
import { standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import { readStandardWorkbook } from '../../../../shared/spreadsheet/standard-workbook/read-standard-workbook'
import { standardWorkbook } from '../../../../shared/spreadsheet/standard-workbook/standard-workbook'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { expectedReading } from './expected-reading'

/** A sheet of an office, its standard, our own workbook of it, and the standard again. */
describe.each(['biaozhun-a', 'biaozhun-b', 'biaozhun-c', 'mistakes'])('%s', (name) => {
  it('comes back from its own workbook with the same digest', () => {
    const reading = expectedReading(name)
    const { rubric } = standardOf(reading, { id: 'own', file: reading.file, sha256: '0'.repeat(64) })
    const opened = openBook(standardWorkbook(rubric), 'own.xlsx')
    if (!opened.ok) throw new Error(opened.code)
    const back = readStandardWorkbook(opened.book, (value) => {
      const read = readStrictly(draftRubricSchema, value)
      return read.ok ? read.value : null
    })
    expect(back).toMatchObject({ ok: true, digest: rubricDigest(rubric) })
  })
})
