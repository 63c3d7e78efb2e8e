import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { points } from '../../../shared/domain/points'
import { cliScoreSchema, cliVectorsSchema } from '../../../shared/schema/cli-schema'
import { categoryOf, itemOf, rubricOf } from '../domain/scoring/small-standard'
import { cli, resourcesFolder } from './in-process'

const words = { rule: '每发现一处扣分' }
const litter = itemOf(
  'litter',
  5_000,
  [
    { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200), cap: points(1_000), problem: '垃圾' },
    {
      form: 'judgement',
      effect: 'deduct',
      bands: [{ id: 'x', label: '视情况', min: points(100), max: points(4_000) }],
    },
  ],
  words,
)
const bins = itemOf(
  'bins',
  5_000,
  [{ form: 'per-occurrence', unit: '个', pointsPerUnit: points(500), problem: '垃圾' }],
  words,
)
const full = { points: points(10_000) }
const rubric = rubricOf([categoryOf('k', 10_000, [litter, bins])], full)

let folder: string
let standard: string

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const lines = (...commands: readonly unknown[]) => commands.map((one) => JSON.stringify(one)).join('\n')
const count = (item: string, n: number, place?: string) => ({
  type: 'mark',
  item,
  clause: 'a',
  mark: { value: { kind: 'count', n }, reason: '', ...(place === undefined ? {} : { place }) },
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scorebench-score-'))
  standard = await file('rubric.json', JSON.stringify(rubric))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('score', () => {
  const score = async (content: string | Uint8Array, ...more: readonly string[]) =>
    cli('score', '--rubric', standard, '--commands', await file('commands.jsonl', content), ...more)

  it('prints the result with its explanation as data', async () => {
    const { code, out } = await score(lines(count('litter', 6), count('bins', 2)), '--json')
    expect(code).toBe(0)
    const report = cliScoreSchema.parse(JSON.parse(out))
    expect(report).toMatchObject({ commands: 2, refused: [], score: { low: 8_000, high: 8_000 } })
    expect(report.explanation).toMatchObject({ id: 'total', best: { value: 8_000 } })
    // Grades are shares: 90 of 100 can be reached in a standard of 10 points.
    expect(report.diagnostics.map((one) => one.code)).not.toContain('grade-unreachable')
  })

  it('tells people the total, the grade, what was lost, by what arithmetic, and what may be counted twice', async () => {
    const { code, out } = await score(lines(count('litter', 6, '人民路'), count('bins', 1, '人民路')))
    expect(code).toBe(0)
    expect(out).toContain('总分 8.5  良好  已查 2/2')
    expect(out).toContain('min(6 × 0.2, 1)')
    expect(out).toContain('可能重复扣分\n  人民路  垃圾')
    const english = await score(lines(count('litter', 6)), '--lang', 'en')
    expect(english.out).toContain('1/2 checked')
  })

  it('shows a range while something is unchecked, and takes an empty file as a sheet nobody touched', async () => {
    const { code, out } = await score('\n\n')
    expect(code).toBe(0)
    expect(out).toMatch(/总分 0–10 {2}不合格–优秀 {2}已查 0\/2/)
  })

  it('names refused commands by line, applies none of them by half, and goes on', async () => {
    const bad = { ...count('litter', 1), clause: 'b' }
    const { code, out, err } = await score(
      `\n${lines(bad, { type: 'clear', item: 'nowhere' }, count('litter', 2), { type: 'clear', item: 'bins' })}`,
      '--json',
    )
    expect(code).toBe(6)
    const report = cliScoreSchema.parse(JSON.parse(out))
    expect(report.refused).toEqual([
      { line: 2, code: 'mark-unfit' },
      { line: 3, code: 'unknown-item' },
    ])
    expect(report.score).toMatchObject({ low: 9_600, high: 9_600 })
    expect(err).toContain('第 2 行未执行')
  })

  it('is of the subject that it is given', async () => {
    const only = rubricOf([categoryOf('k', 10_000, [litter, { ...bins, onlyFor: ['街道'] }])], {
      subjectKinds: ['街道'],
    })
    const path = await file('only.json', JSON.stringify(only))
    const commands = await file('none.jsonl', '')
    const subject = await file(
      's.json',
      JSON.stringify({ id: 's', name: '某街道', league: '', kinds: ['街道'] }),
    )
    const run = (...more: readonly string[]) =>
      cli('score', '--rubric', path, '--commands', commands, '--json', ...more)
    const without = await run()
    expect(cliScoreSchema.parse(JSON.parse(without.out)).score?.count).toBe(1)
    expect(without.err).toContain('--subject')
    const named = await run('--subject', subject)
    expect(cliScoreSchema.parse(JSON.parse(named.out)).score?.count).toBe(2)
    expect(named.err).not.toContain('--subject')
  })

  it('scores nothing under a standard that contradicts itself', async () => {
    const heavy = rubricOf([categoryOf('k', 9_000, [litter, bins])], full)
    const path = await file('heavy.json', JSON.stringify(heavy))
    const commands = await file('one.jsonl', lines(count('litter', 1)))
    const { code, out, err } = await cli('score', '--rubric', path, '--commands', commands, '--json')
    expect(code).toBe(5)
    expect(cliScoreSchema.parse(JSON.parse(out))).toMatchObject({ score: null, explanation: null })
    expect(err).toContain('weights-sum')
    expect((await cli('score', '--rubric', path, '--commands', commands)).out).toBe('未评分\n')
  })

  it('works under the built-in standard', async () => {
    const path = await file('builtin.json', JSON.stringify(readBuiltinRubric(resourcesFolder)))
    const { code, out } = await cli(
      'score',
      '--rubric',
      path,
      '--commands',
      await file('e.jsonl', ''),
      '--json',
    )
    expect(code).toBe(0)
    expect(cliScoreSchema.parse(JSON.parse(out)).score?.items.length).toBeGreaterThan(280)
  })

  describe('says in a sentence which file and line cannot be read', () => {
    it.each<[string, string | Uint8Array, string]>([
      ['not JSON', '{"type":"undo"}\n{"type":', '第 2 行: 不是 JSON'],
      ['a command that there is not', '{"type":"fly"}', '第 1 行: 内容不符合格式: type'],
      ['a member that there is not', '{"type":"undo"}\n\n{"type":"undo","x":1}', '第 3 行: 内容不符合格式'],
      ['half a count', lines(count('litter', 1.5)), 'mark.value.n'],
      ['a __proto__', '{"type":"clear","item":"a","__proto__":{}}', 'forbidden-key'],
      ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), '不是 UTF-8'],
      ['nested past all reason', '['.repeat(100_000), '第 1 行'],
    ])('%s', async (_what, content, sentence) => {
      const { code, out, err } = await score(content)
      expect([code, out]).toEqual([4, ''])
      expect(err).toContain(sentence)
      expect(err).toContain('commands.jsonl')
    })

    it('a standard of another shape, at its place', async () => {
      const broken = JSON.parse(JSON.stringify(rubric))
      broken.categories[0].children[1].clauses[0].pointsPerUnit = '0.5'
      const path = await file('broken.json', JSON.stringify(broken, null, 2))
      const { code, err } = await cli('score', '--rubric', path, '--commands', standard)
      expect(code).toBe(4)
      expect(err).toContain('categories.0.children.1.clauses.0.pointsPerUnit')
    })

    it('a standard that breaks off, at its line', async () => {
      const path = await file('half.json', JSON.stringify(rubric, null, 2).split('\n').slice(0, 9).join('\n'))
      const { err } = await cli('score', '--rubric', path, '--commands', standard, '--lang', 'en')
      expect(err).toContain('half.json, line 9: not JSON')
    })

    it('a file that is not there, and one that is too large', async () => {
      const none = await cli('score', '--rubric', join(folder, 'none.json'), '--commands', standard)
      expect(none).toMatchObject({ code: 4, out: '' })
      const huge = join(folder, 'huge.jsonl')
      const handle = await open(huge, 'w')
      await handle.truncate(65 * 1024 * 1024)
      await handle.close()
      const { code, err } = await cli('score', '--rubric', standard, '--commands', huge)
      expect(code).toBe(4)
      expect(err).toContain('文件过大')
    })
  })

  it.each([
    [['score']],
    [['score', '--rubric', 'x']],
    [['score', 'x', '--rubric', 'x', '--commands', 'y']],
    [['score', '--rubric', 'x', '--commands', 'y', '--seed', '1']],
    [['vectors']],
    [['vectors', 'x', '--rubric', 'y']],
  ])('%j is wrong usage', async (args) => {
    expect(await cli(...args)).toMatchObject({ code: 64, out: '' })
  })
})

describe('vectors', () => {
  const short = {
    items: [
      {
        id: 'i',
        points: 5000,
        clauses: [{ id: 'a', form: 'all-or-nothing', text: '无记录扣1分', deduct: 1000 }],
      },
    ],
  }
  const flag = { type: 'mark', item: 'i', clause: 'a', mark: { value: { kind: 'flag' }, reason: '' } }
  const right = {
    title: '无记录',
    form: 4,
    working: '5 − 1 = 4',
    rubric: 'short',
    commands: [flag],
    expected: {
      items: { i: { score: '4.00' } },
      total: { score: '4' },
      units: { 责任单位: '1', 别的单位: '0' },
    },
  }
  const lay = async (name: string, cases: Readonly<Record<string, unknown>>) => {
    const root = join(folder, name)
    await mkdir(join(root, 'deep', 'deeper'), { recursive: true })
    await mkdir(join(root, 'rubrics'))
    await writeFile(join(root, 'rubrics', 'short.json'), JSON.stringify(short))
    for (const [path, value] of Object.entries(cases)) {
      await writeFile(join(root, path), typeof value === 'string' ? value : JSON.stringify(value))
    }
    return root
  }

  it('plays every case below a folder', async () => {
    const root = await lay('good', { 'a.json': right, 'deep/deeper/b.json': [right, { ...right, form: 7 }] })
    const { code, out } = await cli('vectors', root, '--json')
    expect(code).toBe(0)
    expect(cliVectorsSchema.parse(JSON.parse(out))).toMatchObject({
      passed: 3,
      failed: 0,
      forms: [
        { form: 4, passed: 2, failed: 0 },
        { form: 7, passed: 1, failed: 0 },
      ],
    })
    expect((await cli('vectors', root)).out).toContain('通过 3，不符 0')
  })

  it.each<[string, object, string, string, string]>([
    ['a total', { total: { score: '4.1' } }, 'total.score', '4.1', '4'],
    ['an item', { items: { i: { low: '3' } } }, 'items.i.low', '3', '4'],
    ['an item that is not there', { items: { j: { low: '3' } } }, 'items.j', 'there', 'not there'],
    ['a status', { items: { i: { status: 'clear' } } }, 'items.i.status', 'clear', 'scored'],
    ['a clause', { clauses: { 'i/a': { lost: '2' } } }, 'clauses.i/a.lost', '2', '1'],
    ['a category', { categories: { k1: { grade: '优秀' } } }, 'categories.k1.grade', '优秀', '良好'],
    ['a unit', { units: { 责任单位: '2' } }, 'units.责任单位', '2', '1'],
    ['a refusal', { refused: [{ command: 1, code: 'mark-unfit' }] }, 'refused', '1 mark-unfit', 'none'],
    ['doubles', { doubles: [{ place: 'p', problem: 'q', marks: ['i/a'] }] }, 'doubles', 'p q i/a', 'none'],
    ['diagnostics', { diagnostics: [{ place: '1.1', code: 'x' }] }, 'diagnostics', '1.1 x', 'none'],
  ])('prints place, expected and got: %s', async (name, expected, place, wanted, got) => {
    const root = await lay(`bad ${name}`, { 'a.json': { ...right, expected }, 'b.json': right })
    const { code, out } = await cli('vectors', root, '--json')
    expect(code).toBe(1)
    const report = cliVectorsSchema.parse(JSON.parse(out))
    expect(report).toMatchObject({ passed: 1, failed: 1 })
    expect(report.failures).toEqual([
      { file: 'a.json', form: 4, title: '无记录', mismatches: [{ place, expected: wanted, got }] },
    ])
    expect((await cli('vectors', root)).out).toContain(`${place}: 应为 ${wanted}, 实为 ${got}`)
  })

  it('fails a case whose commands are refused without a word of it', async () => {
    const root = await lay('silent', { 'a.json': { ...right, commands: [flag, { type: 'redo' }] } })
    expect((await cli('vectors', root)).out).toContain('refused: 应为 none, 实为 2 nothing-to-redo')
  })

  it('names what cannot be read, and fails', async () => {
    const root = await lay('unread', {
      'a.json': '{',
      'b.json': [right, { ...right, form: 99 }],
      'c.json': { ...right, rubric: 'nowhere' },
      'd.json': { ...right, rubric: '../../rubric' },
      'e.json': {
        ...right,
        rubric: { items: [{ id: 'i', clauses: [{ id: 'a', form: 'magic', text: '…' }] }] },
      },
    })
    const { code, out } = await cli('vectors', root, '--json')
    expect(code).toBe(1)
    const { passed, unreadable } = cliVectorsSchema.parse(JSON.parse(out))
    expect(passed).toBe(1)
    expect(unreadable.map(({ file: name }) => name)).toEqual([
      'a.json',
      'b.json',
      'c.json',
      'd.json',
      'e.json',
    ])
    expect(unreadable[1]?.detail).toContain('[2] form')
    expect(unreadable[2]?.detail).toContain('no rubrics/nowhere.json')
    expect(unreadable[4]?.detail).toContain('items.0.clauses.0.form')
  })

  it('finds nothing in an empty folder, and nothing where there is none', async () => {
    const root = await lay('empty', {})
    expect(await cli('vectors', root)).toMatchObject({ code: 4, out: '' })
    expect(await cli('vectors', join(folder, 'nowhere'))).toMatchObject({ code: 4, out: '' })
  })
})
