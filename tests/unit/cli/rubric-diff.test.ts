import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { rubricDigest } from '../../../electron/custody/digest'
import { points } from '../../../shared/domain/points'
import type { Category, Group, Item, Rubric } from '../../../shared/domain/rubric/rubric'
import { cliDifferenceSchema } from '../../../shared/schema/difference-schema'
import { cli, resourcesFolder } from './in-process'

const builtin = readBuiltinRubric(resourcesFolder)
let folder: string
let file: string

/** The built-in standard with a dearer first clause that is counted by the place, and other words. */
function changed(): { readonly rubric: Rubric; readonly item: Item } {
  let found: Item | null = null
  const visit = <T extends Category | Group>(node: T): T => ({
    ...node,
    children: node.children.map((child) => {
      if (!('clauses' in child)) return visit(child)
      const [first, ...rest] = child.clauses
      if (found !== null || first?.form !== 'per-occurrence' || first.pointsPerUnit === undefined)
        return child
      found = child
      return {
        ...child,
        title: `${child.title}（修订）`,
        clauses: [{ ...first, pointsPerUnit: points(777) }, ...rest],
      }
    }),
  })
  const rubric = { ...builtin, version: '9', categories: builtin.categories.map(visit) }
  if (found === null) throw new Error('no such clause')
  return { rubric, item: found }
}

const { rubric, item } = changed()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scorebench-diff-'))
  file = join(folder, 'second.json')
  await writeFile(file, JSON.stringify(rubric))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('rubric diff', () => {
  it('says what differs in a form that its schema describes', async () => {
    const { code, out } = await cli('rubric', 'diff', '--builtin', file, '--json')
    expect(code).toBe(0)
    const { before, after, difference } = cliDifferenceSchema.parse(JSON.parse(out))
    expect([before.digest, after.digest]).toEqual([rubricDigest(builtin), rubricDigest(rubric)])
    expect(difference.head.map(({ name }) => name)).toEqual(['version'])
    expect(difference.changes.map(({ id, kinds }) => [id, ...kinds])).toEqual([
      [item.id, 'reworded', 'clauses'],
    ])
    expect(difference.items).toEqual({ before: 291, after: 291, unchanged: 290 })
  })

  it('says it in words, figures as before → after and wording with its changes marked', async () => {
    const { out } = await cli('rubric', 'diff', '--builtin', file)
    expect(out).toContain(`~ ${item.code}  ${item.title}（修订）  [小项: 改文字、改条款]`)
    expect(out).toContain(`标题: ${item.title}{+（修订）+}`)
    expect(out).toMatch(/每.: [\d.]+ 分 → 0\.777 分/)
    const back = await cli('rubric', 'diff', file, file, '--lang', 'en')
    expect(back.out).toContain('The two versions say the same')
  })

  it('refuses what is no standard, and wrong usage', async () => {
    const broken = join(folder, 'broken.json')
    await writeFile(broken, '{}')
    expect((await cli('rubric', 'diff', file, broken)).code).toBe(4)
    expect((await cli('rubric', 'diff', file, join(folder, 'nothing.json'))).code).toBe(4)
    for (const args of [[], [file], [file, file, file], ['--builtin'], ['--builtin', file, file]]) {
      expect((await cli('rubric', 'diff', ...args)).code, args.join(' ')).toBe(64)
    }
  })
})
