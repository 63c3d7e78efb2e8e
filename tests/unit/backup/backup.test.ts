import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBackup } from '../../../electron/backup/read-backup'
import { applyRestore, prepareRestore } from '../../../electron/backup/restore'
import { listWorkspace } from '../../../electron/backup/workspace-files'
import { writeBackup } from '../../../electron/backup/write-backup'
import { readSealedSheet } from '../../../electron/result-package/sealed-sheet'
import { verifyPackage } from '../../../electron/result-package/verify-package'
import { code, newFolder, value } from '../custody/sheet-fixture'
import { AT, backupOf, digestsIn, emptyCustody, fullWorkspace } from './backup-fixture'

const OPEN = { passphrase: null }

describe('a backup', () => {
  it('restores an empty workspace to the same bytes, plain and under a passphrase', async () => {
    const { folder, id } = await fullWorkspace()
    for (const passphrase of [null, '备份口令一二三']) {
      const { path, contents } = await backupOf(folder, passphrase)
      expect(contents).toMatchObject({ rounds: 1, standards: 2, hasIdentity: true, damaged: [] })
      expect(contents.kind).toBe(passphrase === null ? 'file' : 'encrypted-file')
      const custody = await emptyCustody()
      const plan = value(await prepareRestore(custody.folder, path, { passphrase }))
      expect(plan.sheets.map(({ fate }) => fate)).toEqual(['new'])
      expect(await digestsIn(custody.folder)).toEqual(new Map())
      const restored = value(await applyRestore(custody, plan.restoreId))
      expect(restored).toMatchObject({ sheets: 1, lines: 0 })
      expect(await digestsIn(custody.folder)).toEqual(await digestsIn(folder))
      const [sheet] = value(await custody.listSheets())
      expect(sheet?.header.sheetId).toBe(id)
      const there = value(custody.sheetFolder(id))
      expect(value(await readSealedSheet(there)).result).toEqual(
        value(await readSealedSheet(join(folder, 'sheets', id))).result,
      )
      const { verdict } = value(await verifyPackage(join(there, 'package.zip')))
      expect(verdict).toBe('valid-unknown-signer')
      expect(await readdir(join(custody.folder, '.restore'))).toEqual([])
    }
  }, 60_000)

  it('is checked by unzip and sha256sum alone, and lies there as a custody folder', async () => {
    const { folder } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const out = await newFolder()
    execFileSync('unzip', ['-q', path, '-d', out])
    const [top = ''] = await readdir(out)
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['--quiet', '-c', manifest], { cwd: join(out, top) })
    expect(await digestsIn(join(out, top, 'data/custody'))).toEqual(await digestsIn(folder))
  })

  it('is the same for the same workspace at the same instant', async () => {
    const { folder } = await fullWorkspace()
    const [a, b] = [await backupOf(folder), await backupOf(folder)]
    expect(await readFile(a.path)).toEqual(await readFile(b.path))
  })

  it('takes journals up to a whole line, the evidence they name, and nothing half written', async () => {
    const { folder, id } = await fullWorkspace()
    const sheet = join(folder, 'sheets', id)
    const before = (await listWorkspace(folder)).files.map(({ path }) => path)
    await appendFile(join(sheet, 'journal.jsonl'), '{"seq":99,')
    await writeFile(join(sheet, 'package.zip.partial'), 'half')
    await writeFile(join(sheet, 'evidence', '.new-1-2'), 'half')
    await writeFile(join(sheet, 'evidence', 'a'.repeat(64)), 'imported, attached to nothing yet')
    await writeFile(join(folder, 'keys', 'attempts.json'), '{}')
    const listed = await listWorkspace(folder)
    expect(listed.files.map(({ path }) => path)).toEqual(before)
    const journal = listed.files.find(({ path }) => path.endsWith('journal.jsonl'))
    expect(journal?.bytes?.at(-1)).toBe(0x0a)
    // What custody has not acknowledged stays out, whole line or not.
    const short = await listWorkspace(folder, { [id]: 10 })
    expect(short.files.find(({ path }) => path.endsWith('journal.jsonl'))?.size).toBe(10)
  })

  it('names evidence that is gone or altered, and goes on', async () => {
    const { folder, id } = await fullWorkspace()
    const evidence = join(folder, 'sheets', id, 'evidence')
    const [first = '', second = ''] = (await readdir(evidence)).sort()
    await rm(join(evidence, first))
    await writeFile(join(evidence, second), 'other bytes')
    const { contents } = await backupOf(folder)
    expect([...contents.damaged].sort()).toEqual(
      [first, second].map((name) => `sheets/${id}/evidence/${name}`).sort(),
    )
  })

  it('is not there, and nothing beside it, when it is cancelled or there is no place for it', async () => {
    const { folder: custodyFolder } = await fullWorkspace()
    const folder = await newFolder()
    const out = join(folder, 'backup.zip')
    const request = { custodyFolder, out, passphrase: null, createdAt: AT }
    const stop = new AbortController()
    const onProgress = (stage: string) => stage === 'backup-check' && stop.abort()
    expect(code(await writeBackup(request, { signal: stop.signal, onProgress }))).toBe('cancelled')
    expect(await readdir(folder)).toEqual([])
    const nowhere = { ...request, out: join(folder, 'gone', 'b.zip') }
    expect(code(await writeBackup(nowhere))).toBe('write-failed')
  })
})

describe('a backup that is not as it was written', () => {
  it('says what it is: wrong passphrase, none, no backup, not there', async () => {
    const { folder } = await fullWorkspace()
    const { path } = await backupOf(folder, '备份口令一二三')
    expect(code(await readBackup(path, OPEN, null))).toBe('passphrase-needed')
    expect(code(await readBackup(path, { passphrase: 'other' }, null))).toBe('wrong-passphrase')
    expect(code(await readBackup(`${path}x`, OPEN, null))).toBe('not-found')
    await writeFile(path, 'no backup at all')
    expect(code(await readBackup(path, OPEN, null))).toBe('not-a-backup')
    const sheets = join(folder, 'sheets')
    const [id = ''] = await readdir(sheets)
    expect(code(await readBackup(join(sheets, id, 'package.zip'), OPEN, null))).toBe('not-a-backup')
  }, 60_000)

  it('is refused wherever a byte is flipped or the end is missing, and nothing is left behind', async () => {
    const { folder } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const whole = await readFile(path)
    const custody = await emptyCustody()
    const refuse = async (bytes: Buffer): Promise<void> => {
      await writeFile(path, bytes)
      const answer = await prepareRestore(custody.folder, path, OPEN)
      expect(['backup-damaged', 'not-a-backup']).toContain(code(answer))
      expect(await readdir(join(custody.folder, '.restore'))).toEqual([])
    }
    for (let no = 0; no < 60; no++) {
      const at = Math.floor((whole.length * no) / 60)
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (no % 8))
      await refuse(flipped)
      await refuse(whole.subarray(0, at))
    }
    await refuse(Buffer.concat([whole, Buffer.from([0])]))
    await writeFile(path, whole)
    value(await prepareRestore(custody.folder, path, OPEN))
    expect(await digestsIn(custody.folder)).toEqual(new Map())
  }, 60_000)

  it('under a passphrase is refused when it is cut or changed behind its header', async () => {
    const { folder } = await fullWorkspace()
    const { path, bytes } = await backupOf(folder, '备份口令一二三')
    const whole = await readFile(path)
    const changed = Buffer.from(whole)
    changed[bytes - 5000] = (changed[bytes - 5000] ?? 0) ^ 1
    for (const bad of [changed, whole.subarray(0, bytes - 1), whole.subarray(0, 65_800)]) {
      await writeFile(path, bad)
      expect(code(await readBackup(path, { passphrase: '备份口令一二三' }, null))).toBe('backup-damaged')
    }
  }, 60_000)

  it('is refused where there is no folder to unpack to', async () => {
    const { folder } = await fullWorkspace()
    const { path } = await backupOf(folder)
    const file = join(await newFolder(), 'a-file')
    await writeFile(file, '')
    expect(code(await prepareRestore(join(file, 'custody'), path, OPEN))).toBe('write-failed')
    await mkdir(join(file, '..', 'b'))
    await truncate(path, 0)
    expect(code(await readBackup(path, OPEN, null))).toBe('not-a-backup')
  })
})
