import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Custody } from '../../../electron/custody/custody'
import { sha256 } from '../../../electron/custody/digest'
import { listFiles } from '../../../electron/custody/evidence-files'
import { LARGEST_FILE } from '../../../shared/domain/evidence/evidence'
import { appendAll, code, kept, newFolder, openedSheet, sealedSheet, value } from './sheet-fixture'

const ITEM = 'sr-005'

async function folderOf(custody: Custody, id: string): Promise<string> {
  return join(value(custody.sheetFolder(id)), 'evidence')
}

async function photos(count: number, size = 2000): Promise<string[]> {
  const folder = await newFolder()
  const paths = Array.from({ length: count }, (_, no) =>
    join(folder, `IMG_${String(no).padStart(4, '0')}.jpg`),
  )
  for (const [no, path] of paths.entries()) await writeFile(path, Buffer.alloc(size, `照片${no}`))
  return paths
}

describe('importing evidence', () => {
  it('keeps original bytes under their digests, in the order given, and tells how far it is', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const paths = await photos(20, 100_000)
    const told: (readonly [number, number])[] = []
    const onProgress = (done: number, all: number) => told.push([done, all])
    const { imported, refused, left } = value(
      await custody.importEvidence(id, paths, { most: 500, onProgress }),
    )
    expect(imported.map(({ name }) => name)).toEqual(paths.map((path) => path.slice(-12)))
    expect([refused, left]).toEqual([[], 0])
    expect(told.at(-1)).toEqual([2_000_000, 2_000_000])
    const folder = await folderOf(custody, id)
    for (const [no, one] of imported.entries()) {
      const bytes = await readFile(join(folder, one.sha256))
      expect(sha256(bytes)).toBe(one.sha256)
      expect(bytes).toEqual(await readFile(paths[no] ?? ''))
    }
    expect((await readdir(folder)).length).toBe(20)
    const again = value(await custody.importEvidence(id, paths.slice(0, 1), { most: 500 }))
    expect(again.imported).toMatchObject([{ isNew: false, sha256: imported[0]?.sha256 }])
  })

  it('takes what can be taken, and says of each other file why not', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const [good = ''] = await photos(1)
    const at = await newFolder()
    const path = (name: string) => join(at, name)
    await writeFile(path('empty.jpg'), '')
    await writeFile(path('video.mp4'), 'x')
    await truncate(path('video.mp4'), LARGEST_FILE * 4)
    execFileSync('mkfifo', [path('pipe.jpg')])
    await symlink(path('nowhere'), path('dangling.jpg'))
    const names = ['gone.jpg', 'empty.jpg', 'video.mp4', 'pipe.jpg', 'dangling.jpg']
    const given = [...names.map(path), good]
    const { imported, refused } = value(await custody.importEvidence(id, given, { most: 500 }))
    expect(imported).toHaveLength(1)
    expect(refused).toEqual([
      { name: 'gone.jpg', code: 'gone' },
      { name: 'empty.jpg', code: 'empty' },
      { name: 'video.mp4', code: 'too-large' },
      { name: 'pipe.jpg', code: 'not-a-file' },
      { name: 'dangling.jpg', code: 'gone' },
    ])
    expect(await readdir(await folderOf(custody, id))).toHaveLength(1)
  })

  it.skipIf(process.getuid?.() === 0)('says of a file that may not be read that it cannot be', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const [path = ''] = await photos(1)
    await chmod(path, 0)
    const { refused } = value(await custody.importEvidence(id, [path], { most: 500 }))
    expect(refused).toMatchObject([{ code: 'unreadable' }])
  })

  it('looks into folders, takes as many as there is room for, and counts the rest', async () => {
    const at = await newFolder()
    await mkdir(join(at, 'DCIM', '100MEDIA'), { recursive: true })
    for (let no = 0; no < 600; no++)
      await writeFile(join(at, 'DCIM', '100MEDIA', `P${1000 + no}.jpg`), `${no}`)
    await writeFile(join(at, 'DCIM', '.thumbs'), 'hidden')
    await symlink(at, join(at, 'DCIM', 'round'))
    const { custody, id } = await openedSheet(await newFolder())
    const { imported, left } = value(await custody.importEvidence(id, [at], { most: 500 }))
    expect([imported.length, left]).toEqual([500, 100])
    expect(imported[0]?.name).toBe('P1000.jpg')
    expect((await listFiles([at], 1000)).files).toHaveLength(600)
  })

  it('takes a folder of 5,000 up to what was asked for, and leaves out what vanishes meanwhile', async () => {
    const at = await newFolder()
    for (let no = 0; no < 5000; no++) await writeFile(join(at, `P${10_000 + no}.jpg`), `${no}`)
    const { custody, id } = await openedSheet(await newFolder())
    // The last of those that were listed goes while the first is being copied.
    const onKept = () => rmSync(join(at, 'P10299.jpg'), { force: true })
    const { imported, refused, left } = value(await custody.importEvidence(id, [at], { most: 300, onKept }))
    expect([imported.length, left]).toEqual([299, 4700])
    expect(refused).toEqual([{ name: 'P10299.jpg', code: 'gone' }])
    expect(await readdir(await folderOf(custody, id))).toHaveLength(299)
  })

  it('reads a large file in pieces', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const path = join(await newFolder(), 'video.mp4')
    await writeFile(path, Buffer.alloc(40 << 20, '录像'))
    const { imported } = value(await custody.importEvidence(id, [path], { most: 1 }))
    expect(imported[0]?.sha256).toBe(execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64))
  })

  it('cancelled leaves nothing of itself, and what was there before', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const paths = await photos(30, 50_000)
    const [first = ''] = paths
    const before = value(await custody.importEvidence(id, [first], { most: 1 })).imported
    const stop = new AbortController()
    const onProgress = (done: number) => void (done > 500_000 && stop.abort())
    const running = custody.importEvidence(id, paths, { most: 500, signal: stop.signal, onProgress })
    expect(code(await custody.importEvidence(id, [first], { most: 1 }))).toBe('busy')
    const answer = await running
    expect(answer).toEqual({ ok: false, code: 'cancelled' })
    expect(await readdir(await folderOf(custody, id))).toEqual(before.map((one) => one.sha256))
  })

  it('clears away what a run that was killed left half written', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const [path = ''] = await photos(1)
    const folder = await folderOf(custody, id)
    await mkdir(folder)
    await writeFile(join(folder, '.new-1-2'), 'half')
    const { imported } = value(await custody.importEvidence(id, [path], { most: 1 }))
    expect(await readdir(folder)).toEqual([imported[0]?.sha256])
  })

  it('tells of each original while the rest is still being copied: it can be read already', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const reads: Promise<unknown>[] = []
    const onKept = ({ sha256: digest }: { readonly sha256: string }) =>
      void reads.push(custody.readEvidenceHead(id, digest, 16))
    const paths = await photos(12)
    const { imported } = value(await custody.importEvidence(id, paths, { most: 500, onKept }))
    expect(reads).toHaveLength(imported.length)
    for (const read of await Promise.all(reads)) expect(read).toMatchObject({ ok: true })
  })

  it('names originals that were copied and never attached; drafts are gone, a sealed sheet has none', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const paths = await photos(3)
    const { imported } = value(await custody.importEvidence(id, paths, { most: 500 }))
    const [first] = imported
    if (first === undefined) throw new Error('nothing imported')
    const { isNew: _, ...file } = first
    const evidence = [{ ...file, media: 'image/jpeg', flags: ['no-exif' as const] }]
    await appendAll(custody, id, [{ type: 'attached', item: ITEM, evidence }])
    await writeFile(join(await folderOf(custody, id), '.new-1-2'), 'half')
    const loose = value(await custody.looseEvidence(id))
    expect(loose.map((one) => one.sha256)).toEqual(
      imported
        .slice(1)
        .map((one) => one.sha256)
        .sort(),
    )
    expect(loose[0]?.size).toBe(2000)
    expect(await readdir(await folderOf(custody, id))).toHaveLength(3)
    const sealed = await sealedSheet(await newFolder(), Buffer.from('照片'))
    expect(value(await sealed.custody.looseEvidence(sealed.id))).toEqual([])
  })

  it('is refused on a sealed sheet', async () => {
    const { custody, id } = await sealedSheet(await newFolder())
    expect(code(await custody.importEvidence(id, await photos(1), { most: 1 }))).toBe('sealed')
  })
})

describe('an event that names evidence', () => {
  it('is refused while its bytes are not in custody, whole', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const photo = await kept(custody, id, Buffer.from('照片'))
    const attach = (sha256: string, size: number) =>
      custody.appendEvents(id, 1, [{ type: 'attached', item: ITEM, evidence: [{ ...photo, sha256, size }] }])
    expect(await attach('0'.repeat(64), 6)).toMatchObject({
      code: 'evidence-missing',
      detail: '0'.repeat(64),
    })
    expect(code(await attach(photo.sha256, 5))).toBe('evidence-missing')
    expect(code(await attach(photo.sha256, 6))).toBeNull()
  })

  it('keeps its file: only what no line names is dropped', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const photo = await kept(custody, id, Buffer.from('照片一'))
    const other = await kept(custody, id, Buffer.from('照片二'))
    await appendAll(custody, id, [
      { type: 'attached', item: ITEM, evidence: [photo] },
      { type: 'detached', item: ITEM, sha256: photo.sha256 },
    ])
    value(await custody.dropEvidence(id, [photo.sha256, other.sha256]))
    expect(await readdir(await folderOf(custody, id))).toEqual([photo.sha256])
  })

  it('is carried to a correction with its bytes, from checked and from unchecked items', async () => {
    const { custody, id } = await sealedSheet(await newFolder(), Buffer.from('照片'))
    const next = value(await custody.startCorrection(id, '误记')).header.sheetId
    const events = value(await custody.readJournal(next, 0)).map(({ event }) => event.type)
    expect(events).toEqual(['opened', 'carried', 'noted', 'attached'])
    const digest = sha256(Buffer.from('照片'))
    expect(Buffer.from(value(await custody.readEvidence(next, digest))).toString()).toBe('照片')
  })

  it('whose bytes were lost stops no correction', async () => {
    const { custody, id } = await sealedSheet(await newFolder(), Buffer.from('照片'))
    await rm(await folderOf(custody, id), { recursive: true })
    expect(code(await custody.startCorrection(id, '误记'))).toBeNull()
  })

  it('can be looked at from its beginning', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const { sha256: digest } = await kept(custody, id, Buffer.from('0123456789'))
    const head = (most: number) => custody.readEvidenceHead(id, digest, most)
    expect(Buffer.from(value(await head(4))).toString()).toBe('0123')
    expect(Buffer.from(value(await head(400))).toString()).toBe('0123456789')
    expect(code(await custody.readEvidenceHead(id, '0'.repeat(64), 4))).toBe('evidence-missing')
    expect((await stat(join(await folderOf(custody, id), digest))).size).toBe(10)
  })
})
