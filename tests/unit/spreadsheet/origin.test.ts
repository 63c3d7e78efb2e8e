import { expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { writeResultsWorkbook } from '../../../shared/spreadsheet/results-workbook'
import { demonstration, HEADER, scoredSheet } from './scored-sheet'

it('the workbook of a sheet that was carried over says from which sheet and version', () => {
  const rubric = demonstration()
  const carriedFrom = {
    sheetId: 'a1b2c3d4-0000-4000-8000-000000000001',
    head: '1'.repeat(64),
    rubricDigest: '2'.repeat(64),
    rubricVersion: '2025.3',
  }
  const words = (header: typeof HEADER) => {
    const result = scoredSheet(rubric, [{ type: 'seal', reason: '到时' }], header)
    const workbook = XLSX.read(writeResultsWorkbook(rubric, result), { type: 'array' })
    return XLSX.utils.sheet_to_csv(workbook.Sheets.考核评分表 ?? {})
  }
  expect(words({ ...HEADER, carriedFrom })).toContain(
    `本表的初始评分由评分表${carriedFrom.sheetId}（标准版本2025.3）带入`,
  )
  expect(words(HEADER)).not.toContain('带入')
})
