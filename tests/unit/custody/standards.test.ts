import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rubricDigest } from '../../../electron/custody/digest'
import { points } from '../../../shared/domain/points'
import { emptyItem, emptyRubric } from '../../../shared/domain/rubric/edit/starting-points'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { code, DRAFT, newFolder, open, SMALL_RUBRIC, value } from './sheet-fixture'

let no = 0
const EMPTY = emptyRubric('own', () => `n-${++no}`, {
  title: '新标准',
  category: '第一大项',
  grades: ['优秀', '良好', '合格', '不合格'],
})
const OWN: Rubric = { ...SMALL_RUBRIC, id: 'mine', title: '自己的标准' }
const ORIGIN = { digest: rubricDigest(SMALL_RUBRIC), title: SMALL_RUBRIC.title, version: '1' }

async function drafted(rubric: Rubric = OWN) {
  const folder = await newFolder()
  const custody = await open(folder)
  const draft = value(await custody.drafts.create(rubric, ORIGIN))
  return { folder, custody, draft }
}

describe('standards in the making', () => {
  it('are on disk when they are acknowledged, and come back after a restart', async () => {
    const { folder, custody, draft } = await drafted(EMPTY)
    const changed = { ...EMPTY, title: '' }
    value(await custody.drafts.save(draft.id, changed))
    expect(
      JSON.parse(await readFile(join(folder, 'standards', `${draft.id}.json`), 'utf8')).rubric.title,
    ).toBe('')
    const again = await open(folder)
    expect(value(await again.drafts.read(draft.id)).rubric).toEqual(changed)
    expect(value(await again.listRubrics()).map(({ state }) => state)).toEqual(['builtin', 'draft'])
    expect(value(await again.readRubric(rubricDigest(changed)))).toEqual(changed)
  })

  it('are listed with what stands between them and a round', async () => {
    const { custody, draft } = await drafted()
    const listed = value(await custody.listRubrics())
    expect(listed[1]).toMatchObject({
      title: '自己的标准',
      isBuiltin: false,
      draft: { id: draft.id, errors: 0, basedOn: ORIGIN },
    })
    value(await custody.drafts.save(draft.id, EMPTY))
    expect(value(await custody.listRubrics())[1]?.draft?.errors).toBeGreaterThan(0)
  })

  it('start a round only when they are proved, and are frozen by it', async () => {
    const { folder, custody, draft } = await drafted(EMPTY)
    const round = (rubric: Rubric) => custody.createRound({ ...DRAFT, rubricDigest: rubricDigest(rubric) })
    expect(code(await round(EMPTY))).toBe('rubric-unproved')
    expect(await readdir(folder)).not.toContain('rubrics')
    value(await custody.drafts.save(draft.id, OWN))
    expect(code(await round(EMPTY))).toBe('not-found')
    const blank = {
      ...OWN,
      categories: OWN.categories.map((one) => ({
        ...one,
        children: one.children.map((child, at) =>
          'rule' in child && at === 0 ? { ...child, rule: '' } : child,
        ),
      })),
    }
    value(await custody.drafts.save(draft.id, blank))
    expect(code(await round(blank))).toBe('rubric-unproved')
    value(await custody.drafts.save(draft.id, OWN))
    expect(value(await round(OWN)).rubricId).toBe('mine')
    expect(value(await custody.listRubrics()).map(({ state, title }) => [state, title])).toEqual([
      ['builtin', '小样本标准'],
      ['frozen', '自己的标准'],
    ])
    expect(code(await custody.drafts.save(draft.id, EMPTY))).toBe('not-found')
    expect(value(await custody.readRubric(rubricDigest(OWN)))).toEqual(OWN)
  })

  it('a round that is refused leaves the draft a draft', async () => {
    const { custody } = await drafted()
    const bad = { ...DRAFT, date: 'soon', rubricDigest: rubricDigest(OWN) }
    expect(code(await custody.createRound(bad))).toBe('bad-request')
    expect(value(await custody.listRubrics()).map(({ state }) => state)).toEqual(['builtin', 'draft'])
  })

  it('a draft that is the frozen one to the letter is not listed beside it', async () => {
    const { folder, custody, draft } = await drafted()
    const bytes = await readFile(join(folder, 'standards', `${draft.id}.json`))
    value(await custody.createRound({ ...DRAFT, rubricDigest: rubricDigest(OWN) }))
    await writeFile(join(folder, 'standards', `${draft.id}.json`), bytes)
    const again = await open(folder)
    expect(value(await again.listRubrics()).map(({ state }) => state)).toEqual(['builtin', 'frozen'])
  })

  it('that were brought in from a workbook keep how, through saves, restarts and rounds', async () => {
    const folder = await newFolder()
    const custody = await open(folder)
    const [at, where] = ['2026-11-23T08:00:00.000Z', '考核标准!F5/1']
    const decision = { at, what: 'clause-confirmed', where, before: '', after: '[]' } as const
    const imported = { file: '标准.xls', sha256: 'a'.repeat(64), decisions: [decision] }
    const draft = value(await custody.drafts.create({ ...OWN, version: '0' }, null, imported))
    value(await custody.drafts.save(draft.id, OWN))
    const again = await open(folder)
    expect(value(await again.drafts.read(draft.id)).imported).toEqual(imported)
    expect(value(await again.listRubrics())[1]?.draft?.imported).toEqual({
      file: '标准.xls',
      sha256: 'a'.repeat(64),
    })
    const digest = rubricDigest(OWN)
    expect(value(await again.readImportOrigin(digest))).toEqual(imported)
    value(await again.createRound({ ...DRAFT, rubricDigest: digest }))
    expect(code(await again.drafts.read(draft.id))).toBe('not-found')
    expect(value(await again.readImportOrigin(digest))).toEqual(imported)
    expect(value(await again.readImportOrigin(rubricDigest(SMALL_RUBRIC)))).toBeNull()
    await writeFile(join(folder, 'imports', `${digest}.json`), '{}')
    expect(value(await again.readImportOrigin(digest))).toBeNull()
    expect(value(await again.readImportOrigin('../standards/x'))).toBeNull()
  })

  it('are put aside when deleted, until another is', async () => {
    const { folder, custody, draft } = await drafted()
    const other = value(await custody.drafts.create({ ...OWN, id: 'other' }, null))
    value(await custody.drafts.remove(draft.id))
    expect(code(await custody.drafts.read(draft.id))).toBe('not-found')
    value(await custody.drafts.restore(draft.id))
    expect(value(await custody.drafts.read(draft.id)).rubric).toEqual(OWN)
    value(await custody.drafts.remove(draft.id))
    value(await custody.drafts.remove(other.id))
    expect(code(await custody.drafts.restore(draft.id))).toBe('not-found')
    expect(await readdir(join(folder, 'standards'))).toEqual([`${other.id}.deleted`])
    expect(code(await custody.drafts.remove('../rubrics/x'))).toBe('not-found')
    expect(code(await custody.drafts.restore('../rubrics/x'))).toBe('not-found')
  })

  it('a file that can’t be read is left where it is', async () => {
    const folder = await newFolder()
    const id = '00000000-0000-4000-8000-000000000001'
    await mkdir(join(folder, 'standards'), { recursive: true })
    await writeFile(join(folder, 'standards', `${id}.json`), '{"schema":"scorebench.draft/1"')
    const custody = await open(folder)
    expect(value(await custody.listRubrics())).toHaveLength(1)
    expect(await readdir(join(folder, 'standards'))).toEqual([`${id}.json`])
  })

  it('a list that is asked for while a draft is saved waits for it', async () => {
    const { custody, draft } = await drafted(EMPTY)
    const category = EMPTY.categories[0]
    if (category === undefined) throw new Error('no category')
    const item = { ...emptyItem('i', '1.1'), title: '一', points: points(100_000) }
    const changed = { ...EMPTY, categories: [{ ...category, children: [item] }] }
    const saving = custody.drafts.save(draft.id, changed)
    expect(value(await custody.listRubrics())[1]?.digest).toBe(rubricDigest(changed))
    value(await saving)
  })
})
