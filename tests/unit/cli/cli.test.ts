import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cliDemoSchema,
  cliReplaySchema,
  cliRubricSchema,
  cliVerificationSchema,
} from '../../../shared/schema/cli-schema'
import { partsOf } from '../result-package/package-fixture'
import { cli } from './in-process'

let folder: string
let demo: string
let fingerprint: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scorebench-cli-'))
  const made = await cli('demo', '--out', join(folder, 'a'), '--seed', '42', '--subject', '洛阳市', '--json')
  expect(made.code).toBe(0)
  const parsed = cliDemoSchema.parse(JSON.parse(made.out))
  demo = parsed.path
  fingerprint = parsed.fingerprint
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('rubric show', () => {
  it('describes the built-in standard', async () => {
    const shown = cliRubricSchema.parse(JSON.parse((await cli('rubric', 'show', '--json')).out))
    expect(shown.items).toBe(291)
    expect(shown.categories).toHaveLength(10)
    expect(shown.categories.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
    expect(shown.categories.every(({ fullMarks }) => fullMarks === 100)).toBe(true)
    expect((await cli('rubric', 'show')).out).toContain('非官方文本')
  })

  it('describes a file, and refuses one that is no standard', async () => {
    const rubric = partsOf(await readFile(demo)).find(({ name }) => name.endsWith('/data/rubric.json'))
    const path = join(folder, 'rubric.json')
    await writeFile(path, rubric?.bytes ?? '')
    const built = await cli('rubric', 'show', '--builtin', '--json')
    expect((await cli('rubric', 'show', path, '--json')).out).toBe(built.out)
    await writeFile(path, '{}')
    expect((await cli('rubric', 'show', path)).code).toBe(4)
    expect((await cli('rubric', 'show', join(folder, 'none.json'))).code).toBe(4)
  })
})

describe('demo, verify and replay', () => {
  it('make a package that is valid and whose replay equals its result', async () => {
    const verified = await cli('verify', demo, '--json')
    expect(verified.code).toBe(0)
    const { verdict, signers, checks } = cliVerificationSchema.parse(JSON.parse(verified.out))
    expect(verdict).toBe('valid-unknown-signer')
    expect(signers).toMatchObject([{ fingerprint }])
    expect(checks.every(({ ok }) => ok)).toBe(true)
    const replayed = cliReplaySchema.parse(JSON.parse((await cli('replay', demo, '--json')).out))
    expect(replayed.equal).toBe(true)
    expect(replayed.result?.sheet.subject).toEqual({ id: 'sxs-luoyang', name: '洛阳市', league: '省辖市' })
    expect(replayed.result?.score).toMatchObject({ checked: 291, count: 291 })
    expect((await cli('verify', demo)).out).toContain('有效，签名人未知')
    expect((await cli('verify', demo, '--lang', 'en')).out).toContain('valid, signer unknown')
    expect((await cli('replay', demo)).out).toContain('重算结果与 result.json 一致')
  })

  it('give the same result for the same seed, and another for another', async () => {
    const result = async (path: string) =>
      partsOf(await readFile(path))
        .find(({ name }) => name.endsWith('/data/result.json'))
        ?.bytes.toString()
    const make = async (out: string, seed: string) =>
      (await cli('demo', '--out', join(folder, out), '--seed', seed, '--subject', '洛阳市')).out.trim()
    expect(await result(await make('b', '42'))).toBe(await result(demo))
    expect(await result(await make('c', '43'))).not.toBe(await result(demo))
  }, 60_000)

  it('tell verdicts apart by exit code', async () => {
    const bytes = await readFile(demo)
    const flipped = Buffer.from(bytes)
    flipped[5000] = (flipped[5000] ?? 0) ^ 1
    const tampered = join(folder, 'tampered.zip')
    await writeFile(tampered, flipped)
    expect(await cli('verify', tampered)).toMatchObject({ code: 2 })
    expect(await cli('replay', tampered)).toMatchObject({ code: 2 })
    const half = join(folder, 'half.zip')
    await writeFile(half, bytes.subarray(0, 9000))
    expect(await cli('verify', half)).toMatchObject({ code: 4 })
    expect(await cli('replay', half, '--json')).toMatchObject({ code: 4 })
    expect(await cli('verify', join(folder, 'none.zip'))).toMatchObject({ code: 4 })
    const roster = join(folder, 'roster.json')
    const listed = { name: '演示检查员', unit: '演示考核组', role: 'inspector', fingerprint }
    await writeFile(roster, JSON.stringify({ schema: 'scorebench.roster/1', signers: [listed] }))
    expect((await cli('verify', demo, '--roster', roster)).out).toContain('签名人可信')
    await writeFile(roster, JSON.stringify({ schema: 'scorebench.roster/1', signers: [] }))
    expect(await cli('verify', demo, '--roster', roster)).toMatchObject({ code: 3 })
    await writeFile(roster, '[]')
    expect(await cli('verify', demo, '--roster', roster)).toMatchObject({ code: 64 })
  })
})

describe('wrong usage', () => {
  it.each([
    [[]],
    [['fly']],
    [['rubric']],
    [['rubric', 'hide']],
    [['demo']],
    [['demo', '--out', 'x', '--seed', '-1']],
    [['demo', '--out', 'x', '--date', '2026-13-01']],
    [['verify']],
    [['verify', 'a', 'b']],
    [['verify', 'a', '--seed', '1']],
    [['replay', 'a', '--roster', 'b']],
    [['verify', 'a', '--lang', 'fr']],
    [['verify', 'a', '--colour']],
    [['constructor']],
  ])('%j ends with 64 and the help', async (args) => {
    const { code, out, err } = await cli(...args)
    expect(code).toBe(64)
    expect(out).toBe('')
    expect(err).toContain('scorebench')
  })

  it('is not --help', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, err: '' })
  })
})
