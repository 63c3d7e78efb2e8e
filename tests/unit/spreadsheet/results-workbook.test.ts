import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { allItems } from '../../../shared/domain/rubric/rubric'
import { writeResultsWorkbook } from '../../../shared/spreadsheet/results-workbook'
import { demonstration, HEADER, plausibleCommands, scoredSheet } from './scored-sheet'

const rubric = demonstration()
const full = scoredSheet(rubric, plausibleCommands(rubric, 7))
const open = scoredSheet(rubric, plausibleCommands(rubric, 7, 37))

type Rows = readonly (readonly (string | number | null)[])[]

function read(bytes: Uint8Array): XLSX.WorkBook {
  return XLSX.read(bytes, { type: 'array', cellStyles: true, cellFormula: true })
}

function rowsOf(workbook: XLSX.WorkBook, name: string): Rows {
  const sheet = workbook.Sheets[name]
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null })
}

const workbook = read(writeResultsWorkbook(rubric, full))
const rows = rowsOf(workbook, '考核评分表')
const lost = rowsOf(workbook, '扣分清单')

/** The text of one part of the stored ZIP. */
function part(bytes: Uint8Array, path: string): string {
  const all = Buffer.from(bytes).toString('utf8')
  const from = all.indexOf(`${path}<?xml`) + path.length
  return all.slice(from, all.indexOf('PK\u0003\u0004', from))
}

describe('the filed workbook', () => {
  test('has two sheets, and each of the 291 items once with its own wording', () => {
    expect(workbook.SheetNames).toEqual(['考核评分表', '扣分清单'])
    const byCode = new Map(rows.filter((row) => row[2] !== null).map((row) => [row[0], row]))
    const items = allItems(rubric)
    expect(items).toHaveLength(291)
    for (const item of items) {
      expect(byCode.get(item.code)?.slice(1, 4)).toEqual([item.title, item.content, item.rule])
    }
  })

  test('has the places that the sheet lists, with what was found there', () => {
    const [item, clause] = allItems(rubric).flatMap(({ id, code, clauses }) =>
      clauses.flatMap((one) =>
        full.marks[id]?.marks[one.id]?.value.kind === 'count' && one.form === 'per-occurrence'
          ? [[{ id, code }, one.id] as const]
          : [],
      ),
    )[0] ?? [{ id: '', code: '' }, '']
    const mark = full.marks[item.id]
    if (mark === undefined) throw new Error('nothing was counted')
    const at = [{ place: '人民路', value: { kind: 'count', n: 1 } as const, note: '满溢' }]
    const marks = { ...mark.marks, [clause]: { value: { kind: 'places', at } as const, reason: '' } }
    const listed = {
      ...full,
      marks: { ...full.marks, [item.id]: { ...mark, marks } },
      places: [{ name: '文化宫', kind: 'office', zone: '建成区' }],
    } as const
    const places = rowsOf(read(writeResultsWorkbook(rubric, listed)), '点位清单')
    expect(places.slice(2)).toEqual([
      [1, '文化宫', '单位', null, '建成区', '未到', null],
      [2, '人民路', null, null, null, '问题1条', `${item.code} 满溢`],
    ])
  })

  test('holds scores as real numbers that agree with the result', () => {
    for (const score of full.score.items) {
      const item = allItems(rubric).find(({ id }) => id === score.item)
      if (item?.kind !== 'normal' || score.status === 'excluded') continue
      const row = rows.find(([code, , content]) => code === score.code && content === item.content)
      expect(row?.[4]).toBe(item.points / 1000)
      expect(row?.[6]).toBe(score.lost / 1000)
      expect(row?.[7]).toBe(score.high / 1000)
    }
    const total = rows.find((row) => row.includes('总得分') && row.includes('加权合计＋加分－总分扣减'))
    expect(total?.[8]).toBe(full.score.high / 1000)
  })

  test('lists exactly what lost points, and sums it', () => {
    const listed = lost.filter((row) => typeof row[0] === 'number').map((row) => row[3])
    const expected = full.score.items.filter(
      ({ lost: points, extraLow, vetoes }) => points > 0 || extraLow < 0 || vetoes.length > 0,
    )
    expect([...listed].sort()).toEqual(expected.map(({ code }) => code).sort())
    const sum = expected.reduce((all, { lost: points, extraLow }) => all + points - Math.min(0, extraLow), 0)
    expect(lost.at(-1)?.[5]).toBe(sum / 1000)
  })

  test('never shows one number while items are unchecked, and says which and why', () => {
    const range = rowsOf(read(writeResultsWorkbook(rubric, open)), '考核评分表')
    const header = range.find((row) => row.includes('总得分区间'))
    expect(header?.slice(6, 8)).toEqual([open.score.low / 1000, open.score.high / 1000])
    expect(range.find((row) => row[0] === '未查项目（37项）')?.[2]).toMatch(/^1\.1\.1、/)
    expect(range.find((row) => row[0] === '未查原因（封存时说明）')?.[2]).toBe(open.sealed.reason)
    expect(range.flat().filter((cell) => cell === '总得分')).toHaveLength(0)
  })

  test('is set up for printing: A4 landscape, one page wide, repeated heads, page numbers, frozen panes', () => {
    const bytes = writeResultsWorkbook(rubric, full)
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toContain('第 &amp;P 页  共 &amp;N 页')
    expect(sheet).toMatch(/<pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"\/>/)
    const names = part(bytes, 'xl/workbook.xml')
    expect(names).toContain(`localSheetId="0">'考核评分表'!$5:$5<`)
    expect(names).toContain(`localSheetId="0">'考核评分表'!$A$1:$I$${rows.length}<`)
  })

  test('the same sheet gives the same bytes', () => {
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    const again = scoredSheet(demonstration(), plausibleCommands(demonstration(), 7))
    expect(digest(writeResultsWorkbook(demonstration(), again))).toBe(
      digest(writeResultsWorkbook(rubric, full)),
    )
  })

  test('a hostile text stays a text, in the workbook and in a CSV made from it', () => {
    const item = allItems(rubric)[0]
    const clause = item?.clauses.find(({ form }) => form === 'all-or-nothing')
    if (item === undefined || clause === undefined) throw new Error('no such clause')
    const hostile = '=HYPERLINK("http://x","点我")\u0000\u001b[2J_x0041_]]>&<\ud800'
    const result = scoredSheet(
      rubric,
      [
        {
          type: 'mark',
          item: item.id,
          clause: clause.id,
          mark: { value: { kind: 'flag' }, reason: `${hostile}\r\n@SUM(A1)` },
        },
        { type: 'seal', reason: hostile },
      ],
      {
        ...HEADER,
        subject: { ...HEADER.subject, name: hostile },
        scorer: { ...HEADER.scorer, name: '\t=1+1', unit: '+86' },
      },
    )
    const written = read(writeResultsWorkbook(rubric, result))
    for (const name of written.SheetNames) {
      const sheet = written.Sheets[name]
      if (sheet === undefined) throw new Error(name)
      for (const [at, cell] of Object.entries(sheet)) {
        if (at.startsWith('!')) continue
        expect(cell.f, at).toBeUndefined()
        if (cell.t === 's') expect(cell.v, at).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/)
      }
      const csv = XLSX.read(XLSX.utils.sheet_to_csv(sheet), { type: 'string', raw: true })
      for (const row of rowsOf(csv, csv.SheetNames[0] ?? '')) {
        for (const cell of row) expect(String(cell ?? '')).not.toMatch(/^\s*[=+\-@]/)
      }
    }
    const reason = rowsOf(written, '考核评分表').find((row) => row[0] === '未查原因（封存时说明）')?.[2]
    expect(reason).toBe(`'=HYPERLINK("http://x","点我")␀␛[2J_x0041_]]>&<\ufffd`)
  })

  test('a reason longer than a row goes on in rows below, whole', () => {
    const item = allItems(rubric)[0]
    const clause = item?.clauses.find(({ form }) => form === 'all-or-nothing')
    if (item === undefined || clause === undefined) throw new Error('no such clause')
    const reason = Array.from({ length: 2000 }, (_, i) => '现场核查记录'[i % 6]).join('')
    const mark = { value: { kind: 'flag' }, reason } as const
    const result = scoredSheet(rubric, [
      { type: 'mark', item: item.id, clause: clause.id, mark },
      { type: 'seal', reason: '其余未查' },
    ])
    const all = rowsOf(read(writeResultsWorkbook(rubric, result)), '考核评分表')
    const at = all.findIndex((row) => row[0] === item.code)
    const parts = [
      all[at]?.[8],
      ...all
        .slice(at + 1)
        .filter((row) => row[0] === `${item.code}（续）`)
        .map((row) => row[8]),
    ]
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.join('')).toContain(reason)
  })
})
