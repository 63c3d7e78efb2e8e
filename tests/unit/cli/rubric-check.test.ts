import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { rubricDigest } from '../../../electron/custody/digest'
import { cliImportSchema } from '../../../shared/schema/cli-import-schema'
import { readingSchema } from '../../../shared/schema/reading-schema'
import { rubricSchema } from '../../../shared/schema/rubric-schema'
import type { Frozen, Holds, Same } from '../../../shared/schema/same-type'
import type { Reading } from '../../../shared/spreadsheet/reading/reading'
import { standardWorkbook } from '../../../shared/spreadsheet/standard-workbook/standard-workbook'
import { cli } from './in-process'

/** Points are branded numbers in the code, and numbers where they are published. */
type Plain<T> = T extends number
  ? number
  : T extends readonly unknown[] | object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T
type TheSchemaSaysWhatAReadingIs = Holds<
  Same<Plain<Frozen<z.output<typeof readingSchema>>>, Plain<Frozen<Reading>>>
>

const sheet = (name: string) => join(__dirname, '../../fixtures/workbooks', name)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubric-check-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

describe('rubric check', () => {
  it('is published as what a reading is', () => {
    const compiles: TheSchemaSaysWhatAReadingIs = true
    expect(compiles).toBe(true)
  })

  it.each([
    ['biaozhun-a.xlsx', 0],
    ['biaozhun-b.xlsx', 0],
    ['biaozhun-c.xls', 0],
    ['mistakes.xlsx', 3],
  ])('%s: --json prints the reading, exit %i', async (name, code) => {
    const { code: exit, out, err } = await cli('rubric', 'check', sheet(name), '--json')
    expect([exit, err]).toEqual([code, ''])
    const read = readingSchema.parse(JSON.parse(out))
    expect(read.file).toBe(name)
    expect(read.counts.problems > 0).toBe(code === 3)
  })

  it('says in words what was read, in both languages, with problems by their cells', async () => {
    const zh = await cli('rubric', 'check', sheet('mistakes.xlsx'))
    expect(zh.out).toContain('计分表!G6  条款的分值超过小项分值 (rule-exceeds-points)')
    const en = await cli('rubric', 'check', sheet('mistakes.xlsx'), '--lang', 'en')
    expect(en.out).toContain('计分表!E24  no points (missing-points)')
    expect(en.out.split('\n')).toHaveLength(zh.out.split('\n').length)
  })

  it.each([['3'], ['市政设施']])('--sheet %s reads that sheet alone', async (choice) => {
    const { out } = await cli('rubric', 'check', sheet('biaozhun-c.xls'), '--sheet', choice, '--json')
    const read = readingSchema.parse(JSON.parse(out))
    expect([read.tables.map((table) => table.sheet), read.items.length]).toEqual([['市政设施'], 32])
  })

  it('--columns says what columns hold', async () => {
    const columns = 'content=F,rule=E,units=-'
    const { out } = await cli('rubric', 'check', sheet('biaozhun-a.xlsx'), '--columns', columns, '--json')
    const [first] = readingSchema.parse(JSON.parse(out)).items
    expect(first).toMatchObject({ content: '每发现一处路面积尘或积泥扣0.2分，扣完为止。', units: [] })
    expect(first?.cells).toMatchObject({ content: 'F5', rule: 'E5' })
  })

  it.each([
    ['--sheet', '99', '没有这个工作表：99'],
    ['--sheet', '无此表', '没有这个工作表：无此表'],
    ['--columns', 'points', '--columns 应写成'],
    ['--columns', 'money=A', '--columns 应写成'],
    ['--columns', 'points=A1', '--columns 应写成'],
  ])('%s %s is misuse', async (option, value, sentence) => {
    const { code, out, err } = await cli('rubric', 'check', sheet('biaozhun-a.xlsx'), option, value)
    expect([code, out]).toEqual([64, ''])
    expect(err).toContain(sentence)
  })

  it('a file without a name to it is misuse', async () => {
    expect((await cli('rubric', 'check')).code).toBe(64)
    expect((await cli('rubric', 'import', sheet('biaozhun-a.xlsx'))).code).toBe(64)
  })
})

describe('what cannot be read is said with file and reason, exit 4', () => {
  it.each<[string, string | Uint8Array | null, string]>([
    ['nowhere.xlsx', null, 'not-there'],
    [
      'page.xlsx',
      '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>',
      'workbook-not-a-table',
    ],
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'workbook-not-a-table'],
    ['empty.xlsx', '', 'workbook-empty'],
    ['torn.xlsx', Buffer.from('504b0304140000000800', 'hex'), 'workbook-broken'],
    ['letter.csv', '各位同事\n请于周五前报送材料\n', 'no-table'],
  ])('%s', async (name, bytes, reason) => {
    const file = bytes === null ? join(folder, name) : await fileOf(name, bytes)
    for (const args of [['check'], ['import', '--out', join(folder, 'never.json')]]) {
      const [command = '', ...more] = args
      const { code, out, err } = await cli('rubric', command, file, ...more, '--json')
      expect([code, out]).toEqual([4, ''])
      expect(err).toContain(`${file}: `)
      expect(err).toContain(reason)
    }
    await expect(readFile(join(folder, 'never.json'))).rejects.toThrow()
  })

  it('a folder', async () => {
    expect(await cli('rubric', 'check', folder)).toMatchObject({ code: 4, out: '' })
  })
})

describe('rubric import', () => {
  it('writes the standard: the file’s bytes are its canonical JSON, and it can be shown', async () => {
    const out = join(folder, 'a.json')
    const made = await cli('rubric', 'import', sheet('biaozhun-a.xlsx'), '--out', out, '--json')
    const report = cliImportSchema.parse(JSON.parse(made.out))
    expect([made.code, report.items, report.categories, report.points]).toEqual([0, 60, 4, 100_000])
    const rubric = rubricSchema.parse(JSON.parse(await readFile(out, 'utf8')))
    expect(rubricDigest(rubric)).toBe(report.digest)
    expect(rubric.source).toContain(report.source.sha256)
    expect((await cli('rubric', 'show', out)).code).toBe(0)
  })

  it('tells what is wrong in the sheet, and what is wrong of the standard for it', async () => {
    const out = join(folder, 'm.json')
    const { code, err, out: said } = await cli('rubric', 'import', sheet('mistakes.xlsx'), '--out', out)
    expect(code).toBe(3)
    expect(err).toContain('missing-points')
    expect(err).toContain('points-of-kind')
    expect(said).toContain('小项 28')
  })

  it('takes a standard out of the workbook that it was written to, to the letter', async () => {
    const [out, again] = [join(folder, 'o.json'), join(folder, 'o2.json')]
    await cli('rubric', 'import', sheet('biaozhun-b.xlsx'), '--out', out)
    const text = await readFile(out, 'utf8')
    const book = await fileOf('own.xlsx', standardWorkbook(rubricSchema.parse(JSON.parse(text))))
    const made = await cli('rubric', 'import', book, '--out', again)
    expect([made.code, made.err, await readFile(again, 'utf8')]).toEqual([0, '', text])
    const { out: read } = await cli('rubric', 'check', book, '--json')
    expect(readingSchema.parse(JSON.parse(read)).items.length).toBe(33)
  })

  it('--marks writes the scores that were filled in, and tells which sums differ', async () => {
    const [out, marks] = [join(folder, 's.json'), join(folder, 's.jsonl')]
    const made = await cli(
      'rubric',
      'import',
      sheet('already-scored.xlsx'),
      '--out',
      out,
      '--marks',
      marks,
      '--json',
    )
    const report = cliImportSchema.parse(JSON.parse(made.out))
    expect([made.code, report.marks?.items.length, report.marks?.differences]).toEqual([0, 20, []])
    const scored = await cli('score', '--rubric', out, '--commands', marks, '--json')
    expect(scored.code).toBe(0)
    expect(JSON.parse(scored.out).score).toMatchObject(report.marks?.total ?? {})
    const csv = await fileOf(
      'scored.csv',
      '月度考核表\n序号,考核内容,评分标准,分值,得分,扣分原因\n1,路面整洁,每处扣0.5分,10,9.5,1处\n2,无占道经营,每处扣1分,10,8,2处\n合计,,,20,18,\n',
    )
    const differing = await cli('rubric', 'import', csv, '--out', out, '--marks', marks)
    expect(differing.code).toBe(3)
    expect(differing.out).toContain('原表 18  重算 17.5')
  })

  it('a place that cannot be written to is said', async () => {
    const { code, err } = await cli(
      'rubric',
      'import',
      sheet('biaozhun-a.xlsx'),
      '--out',
      join(folder, 'no/where.json'),
    )
    expect([code, err.includes('ENOENT')]).toEqual([4, true])
  })
})
