import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyRestore, dropRestore, endRestores, prepareRestore } from '../../../electron/backup/restore'
import type { RestorePlan } from '../../../shared/ipc/backup'
import {
  appendAll,
  code,
  DRAFT,
  mark,
  newFolder,
  open,
  openedSheet,
  SCORER,
  value,
} from '../custody/sheet-fixture'
import { backupOf, digestsIn, fullWorkspace } from './backup-fixture'

const OPEN = { passphrase: null }

async function prepared(custodyFolder: string, path: string): Promise<RestorePlan> {
  return value(await prepareRestore(custodyFolder, path, OPEN))
}

/** A sheet with one mark, and a copy of the folder as it then was. */
async function forked(): Promise<{ here: string; there: string; id: string }> {
  const [here, there] = [await newFolder(), await newFolder()]
  const { custody, id } = await openedSheet(here)
  await appendAll(custody, id, [mark(1, 1)])
  await custody.close()
  await cp(here, there, { recursive: true })
  return { here, there, id }
}

async function scored(folder: string, id: string, no: number): Promise<void> {
  const custody = await open(folder)
  await appendAll(custody, id, [mark(no, 2)])
  await custody.close()
}

describe('a restore into a workspace that has things already', () => {
  it('keeps what is the same, and says so', async () => {
    const { folder, custody } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const before = await digestsIn(folder)
    const plan = await prepared(folder, path)
    expect(plan).toMatchObject({ added: 0, same: 4, left: [] })
    expect(plan.sheets.map(({ fate, filled }) => [fate, filled])).toEqual([['same', 0]])
    expect(value(await applyRestore(custody, plan.restoreId))).toEqual({ sheets: 0, lines: 0, files: 0 })
    expect(await digestsIn(folder)).toEqual(before)
  })

  it('takes the longer journal, through the chain', async () => {
    const { here, there, id } = await forked()
    await scored(there, id, 2)
    const { path } = await backupOf(there)
    const custody = await open(here)
    const plan = await prepared(here, path)
    expect(plan.sheets.map(({ fate, lines }) => [fate, lines])).toEqual([['longer', 1]])
    expect(value(await applyRestore(custody, plan.restoreId))).toEqual({ sheets: 0, lines: 1, files: 0 })
    expect(await digestsIn(here)).toEqual(await digestsIn(there))
    // And scoring goes on from there.
    await appendAll(custody, id, [mark(3, 1)])
  })

  it('leaves the journal that goes on here, and one that differs', async () => {
    const { here, there, id } = await forked()
    const { path } = await backupOf(there)
    await scored(here, id, 3)
    const before = await digestsIn(here)
    expect((await prepared(here, path)).sheets.map(({ fate }) => fate)).toEqual(['shorter'])
    await scored(there, id, 2)
    const other = await backupOf(there)
    const plan = await prepared(here, other.path)
    expect(plan.sheets.map(({ fate }) => fate)).toEqual(['differs'])
    expect(plan.left).toEqual([`sheets/${id}`])
    value(await applyRestore(await open(here), plan.restoreId))
    expect(await digestsIn(here)).toEqual(before)
  })

  it('names files that differ and does not touch them', async () => {
    const { folder, custody } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const [round = ''] = await readdir(join(folder, 'rounds'))
    await writeFile(join(folder, 'rounds', round), 'another one')
    await writeFile(join(folder, 'keys', 'identity.json'), 'another person')
    const plan = await prepared(folder, path)
    expect([...plan.left].sort()).toEqual(['keys/identity.json', `rounds/${round}`])
    value(await applyRestore(custody, plan.restoreId))
    expect(await readFile(join(folder, 'keys', 'identity.json'), 'utf8')).toBe('another person')
  })

  it('puts back evidence that is gone or altered, and keeps the altered bytes aside', async () => {
    const { folder, custody, id } = await fullWorkspace()
    const before = await digestsIn(folder)
    const { path } = await backupOf(folder)
    const evidence = join(folder, 'sheets', id, 'evidence')
    const [first = '', second = ''] = (await readdir(evidence)).sort()
    await rm(join(evidence, first))
    await writeFile(join(evidence, second), 'altered')
    const plan = await prepared(folder, path)
    expect(plan.sheets[0]).toMatchObject({ fate: 'same', filled: 2 })
    value(await applyRestore(custody, plan.restoreId))
    expect(await digestsIn(folder)).toEqual(before)
    expect(await readFile(join(evidence, `.damaged-${second}`), 'utf8')).toBe('altered')
  })

  it('brings a lost journal and a broken one back', async () => {
    const { here, there, id } = await forked()
    await scored(there, id, 2)
    const { path } = await backupOf(there)
    const journal = join(here, 'sheets', id, 'journal.jsonl')
    const lines = (await readFile(journal, 'utf8')).split('\n')
    for (const damage of [null, `${lines[0]}\n{"broken":1}\n`, 'nothing that can be read\n']) {
      if (damage === null) await rm(journal)
      else await writeFile(journal, damage)
      const custody = await open(here)
      const plan = await prepared(here, path)
      value(await applyRestore(custody, plan.restoreId))
      expect(await readFile(journal)).toEqual(await readFile(join(there, 'sheets', id, 'journal.jsonl')))
      expect(value(await custody.listSheets())[0]).toMatchObject({ seq: 3, damage: null })
      await custody.close()
    }
  })

  it('has no part in what is done here between showing and agreeing', async () => {
    const { here, there, id } = await forked()
    await scored(there, id, 2)
    const { path } = await backupOf(there)
    const custody = await open(here)
    const plan = await prepared(here, path)
    await appendAll(custody, id, [mark(4, 1)])
    const mine = await readFile(join(here, 'sheets', id, 'journal.jsonl'))
    expect(value(await applyRestore(custody, plan.restoreId)).lines).toBe(0)
    expect(await readFile(join(here, 'sheets', id, 'journal.jsonl'))).toEqual(mine)
  })
})

describe('a restore that is broken off', () => {
  it('before it was decided leaves nothing', async () => {
    const { folder } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const custody = await open(await newFolder())
    const plan = await prepared(custody.folder, path)
    expect(value(await endRestores(custody))).toBe(0)
    expect(await readdir(join(custody.folder, '.restore'))).toEqual([])
    expect(code(await applyRestore(custody, plan.restoreId))).toBe('not-found')
    const again = await prepared(custody.folder, path)
    value(await dropRestore(custody.folder, again.restoreId))
    expect(await digestsIn(custody.folder)).toEqual(new Map())
  })

  it('after it was decided is ended by the next start, wherever it stopped', async () => {
    const { folder } = await fullWorkspace()
    const { path } = await backupOf(folder)
    for (let moved = 0; moved < 5; moved++) {
      const target = await newFolder()
      const plan = await prepared(target, path)
      const stage = join(target, '.restore', plan.restoreId)
      await rename(join(stage, 'planned.json'), join(stage, 'decided.json'))
      const { moves } = JSON.parse(await readFile(join(stage, 'decided.json'), 'utf8'))
      for (const one of moves.slice(0, moved)) {
        await mkdir(join(target, one, '..'), { recursive: true })
        await rename(join(stage, 'files', one), join(target, one))
      }
      const custody = await open(target)
      expect(value(await endRestores(custody))).toBe(1)
      expect(await digestsIn(target)).toEqual(await digestsIn(folder))
      expect(value(await custody.listSheets())).toHaveLength(1)
      expect(value(await endRestores(custody))).toBe(0)
    }
  })

  it('leaves drafts and rounds to be read anew', async () => {
    const { folder, custody: from } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const custody = await open(await newFolder())
    expect(await custody.drafts.list()).toEqual([])
    value(await applyRestore(custody, (await prepared(custody.folder, path)).restoreId))
    expect(await custody.drafts.list()).toEqual(await from.drafts.list())
    const [round] = value(await custody.listRounds())
    expect(round?.title).toBe(DRAFT.title)
    value(await custody.createSheet(round?.id ?? '', 'zz', SCORER))
  })
})
