import { execFileSync } from 'node:child_process'
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCopy } from '../../../electron/backup/read-copy'
import { applyRestore, prepareRestore } from '../../../electron/backup/restore'
import { openSafety, type Safety } from '../../../electron/backup/safety'
import { type CopyWritten, claimPlace, writeCopy } from '../../../electron/backup/second-copy'
import { roomOf } from '../../../electron/backup/space'
import { listWorkspace } from '../../../electron/backup/workspace-files'
import type { Custody } from '../../../electron/custody/custody'
import type { Result } from '../../../shared/ipc/result'
import { appendAll, code, mark, newFolder, open, openedSheet, value } from '../custody/sheet-fixture'
import { AT, digestsIn, emptyCustody, fullWorkspace } from './backup-fixture'

const ID = '00000000-0000-4000-8000-00000000000a'

async function stick(): Promise<string> {
  const place = await newFolder()
  value(await claimPlace(place, ID, AT))
  return place
}

function copy(
  custodyFolder: string,
  place: string,
  proved: readonly string[] = [],
): Promise<Result<CopyWritten>> {
  return writeCopy({ custodyFolder, place, id: ID, now: AT, proved })
}

function journalOn(place: string, id: string): string {
  return join(place, 'scorebench-copy/data/custody/sheets', id, 'journal.jsonl')
}

/** What is on the stick, without keys. */
async function sameButKeys(place: string, folder: string): Promise<void> {
  const there = await digestsIn(join(place, 'scorebench-copy/data/custody'))
  const here = [...(await digestsIn(folder))].filter(([path]) => !path.startsWith('keys'))
  expect([...there]).toEqual(here)
}

describe('the second copy', () => {
  it('is the workspace without keys, checked by sha256sum, and costs nothing where nothing is new', async () => {
    const { folder } = await fullWorkspace()
    const place = await stick()
    const first = value(await copy(folder, place))
    expect(first.bytes).toBeGreaterThan(70_000)
    await sameButKeys(place, folder)
    execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], {
      cwd: join(place, 'scorebench-copy'),
    })
    expect(value(await copy(folder, place, first.proved)).bytes).toBe(0)
    expect(value(await copy(folder, place)).bytes).toBe(0)
  })

  it('passes over journals that are as long as they were, and sees a new package beside them', async () => {
    const { folder, custody, id } = await fullWorkspace()
    const lengths = custody.journalLengths()
    const listed = (await listWorkspace(folder, lengths, lengths)).files.map(({ path }) => path)
    expect(listed.filter((path) => /journal|evidence/.test(path))).toEqual([])
    expect(listed).toContain(`sheets/${id}/package.zip`)
    const other = await listWorkspace(folder, lengths, { [id]: 1 })
    expect(other.files.some(({ path }) => path.endsWith('journal.jsonl'))).toBe(true)
  })

  it('takes the new lines of a journal alone, also after it was torn', async () => {
    const folder = await newFolder()
    const { custody, id } = await openedSheet(folder)
    const place = await stick()
    value(await copy(folder, place))
    const before = (await readFile(journalOn(place, id))).length
    await appendAll(custody, id, [mark(1, 1)])
    const after = (await readFile(join(folder, 'sheets', id, 'journal.jsonl'))).length
    expect(value(await copy(folder, place)).bytes).toBe(after - before)
    for (const torn of ['{"seq":', '\0\0\0']) {
      await truncate(journalOn(place, id), before)
      await appendFile(journalOn(place, id), torn)
      value(await copy(folder, place))
      await sameButKeys(place, folder)
    }
    await truncate(journalOn(place, id), before + 7)
    value(await copy(folder, place))
    await sameButKeys(place, folder)
  })

  it('leaves a journal that is longer there, and keeps one that differs', async () => {
    const folder = await newFolder()
    const { custody, id } = await openedSheet(folder)
    await custody.close()
    const other = await newFolder()
    await cp(folder, other, { recursive: true })
    const score = async (at: string, no: number): Promise<void> => {
      const opened: Custody = await open(at)
      await appendAll(opened, id, [mark(no, 1)])
      await opened.close()
    }
    const place = await stick()
    await score(other, 1)
    value(await copy(other, place))
    const longer = await readFile(journalOn(place, id))
    expect(value(await copy(folder, place)).ahead).toHaveLength(1)
    expect(await readFile(journalOn(place, id))).toEqual(longer)
    await score(folder, 2)
    expect(value(await copy(folder, place)).aside).toHaveLength(1)
    const sheet = join(place, 'scorebench-copy/data/custody/sheets', id)
    expect(await readFile(join(sheet, 'journal.differs-1'))).toEqual(longer)
    expect(await readFile(join(sheet, 'journal.jsonl'))).toEqual(
      await readFile(join(folder, 'sheets', id, 'journal.jsonl')),
    )
  })

  it('copies no broken line over a good one, and mends evidence that was altered there', async () => {
    const { folder, id } = await fullWorkspace()
    const place = await stick()
    value(await copy(folder, place))
    const good = await readFile(journalOn(place, id))
    await appendFile(join(folder, 'sheets', id, 'journal.jsonl'), '{"not":"ours"}\n')
    const evidence = join(place, 'scorebench-copy/data/custody/sheets', id, 'evidence')
    const [name = ''] = await readdir(evidence)
    const bytes = await readFile(join(evidence, name))
    await writeFile(join(evidence, name), Buffer.alloc(bytes.length, 'x'))
    value(await copy(folder, place))
    expect(await readFile(journalOn(place, id))).toEqual(good)
    expect(await readFile(join(evidence, name))).toEqual(bytes)
  })

  it('writes to no other stick, and says when it is gone', async () => {
    const { folder } = await fullWorkspace()
    const place = await stick()
    const away = `${place}-away`
    await rename(place, away)
    expect(code(await copy(folder, place))).toBe('copy-gone')
    await mkdir(place)
    expect(code(await copy(folder, place))).toBe('copy-other')
    value(await claimPlace(place, '00000000-0000-4000-8000-00000000000b', AT))
    expect(code(await copy(folder, place))).toBe('copy-other')
    expect(await readdir(join(place, 'scorebench-copy'))).toEqual(['scorebench-copy.json'])
    await rm(place, { recursive: true })
    await rename(away, place)
    value(await copy(folder, place))
  })

  it('is restored from like a backup; what does not hold is named and left out', async () => {
    const { folder, id } = await fullWorkspace()
    const place = await stick()
    value(await copy(folder, place))
    await appendFile(journalOn(place, id), '{"seq":99,"torn"')
    const custody = await emptyCustody()
    const plan = value(await prepareRestore(custody.folder, place, { passphrase: null }))
    expect(plan.contents).toMatchObject({ kind: 'second-copy', hasIdentity: false, damaged: [] })
    value(await applyRestore(custody, plan.restoreId))
    const here = [...(await digestsIn(folder))].filter(([path]) => !path.startsWith('keys'))
    expect([...(await digestsIn(custody.folder))]).toEqual(here)

    const evidence = join(place, 'scorebench-copy/data/custody/sheets', id, 'evidence')
    const [name = ''] = await readdir(evidence)
    await writeFile(join(evidence, name), 'altered')
    const read = value(await readCopy(join(place, 'scorebench-copy'), null))
    expect(read.contents.damaged).toEqual([`sheets/${id}/evidence/${name}`])
    expect(code(await readCopy(folder, null))).toBe('not-a-backup')
  })
})

describe('looking after the copy', () => {
  async function looked(): Promise<{
    safety: Safety
    place: string
    custody: Custody
    id: string
    data: string
  }> {
    const data = await newFolder()
    const { custody, id } = await openedSheet(join(data, 'custody'))
    const safety = await openSafety({
      dataFolder: data,
      now: () => new Date().toISOString(),
      lengths: custody.journalLengths,
      copy: (request) => writeCopy(request),
    })
    return { safety, place: await newFolder(), custody, id, data }
  }

  it('copies when a place is chosen, after twenty lines, and by itself when the stick is back', async () => {
    const { safety, place, custody, id, data } = await looked()
    expect(safety.read()).toMatchObject({ place: null, copy: { state: 'off' } })
    value(await safety.choosePlace(place))
    expect(safety.read()).toMatchObject({ place: { folder: place, minutes: 3 }, copy: { state: 'done' } })
    await sameButKeys(place, join(data, 'custody'))
    for (let no = 0; no < 20; no++) {
      await appendAll(custody, id, [mark(1 + (no % 5), no + 1)])
      safety.noteLines(1)
    }
    await safety.close()
    await sameButKeys(place, join(data, 'custody'))

    await rename(place, `${place}-away`)
    await safety.tick()
    expect(safety.read().copy.state).toBe('gone')
    await mkdir(place)
    await safety.tick()
    expect(safety.read().copy.state).toBe('other')
    expect(await readdir(place)).toEqual([])
    await rm(place, { recursive: true })
    await rename(`${place}-away`, place)
    await appendAll(custody, id, [mark(2, 7)])
    await safety.tick()
    expect(safety.read().copy.state).toBe('done')
    await sameButKeys(place, join(data, 'custody'))
  })

  it('remembers place and backups, and forgets the place when it is told to', async () => {
    const { safety, place, custody, data } = await looked()
    value(await safety.choosePlace(place))
    value(await safety.setMinutes(10))
    value(await safety.noteBackup('/backups/b.zip', AT))
    const again = await openSafety({
      dataFolder: data,
      now: () => AT,
      lengths: custody.journalLengths,
      copy: (request) => writeCopy(request),
    })
    expect(again.read()).toMatchObject({
      place: { folder: place, minutes: 10 },
      lastBackup: { at: AT, path: '/backups/b.zip' },
      copy: { state: 'waiting' },
    })
    await again.tick()
    expect(again.read().copy.state).toBe('done')
    value(await again.leavePlace())
    expect(again.read()).toMatchObject({ place: null, copy: { state: 'off' } })
  })
})

describe('room on a disk', () => {
  it.each([
    [100e9, 500e9, 0, 'ok'],
    [6e9, 500e9, 0, 'ok'],
    [4e9, 500e9, 0, 'low'],
    [1.4e9, 16e9, 0, 'ok'],
    [0.9e9, 16e9, 0, 'low'],
    [0.7e9, 8e9, 0, 'low'],
    [0.19e9, 8e9, 0, 'scarce'],
    [2e9, 16e9, 1.5e9, 'low'],
    [1e9, 16e9, 1.5e9, 'scarce'],
  ])('%d free of %d with %d to come is %s', (free, size, toWrite, level) => {
    expect(roomOf({ free, size }, toWrite)).toEqual({ level, free })
  })
})
