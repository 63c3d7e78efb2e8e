import { execFileSync } from 'node:child_process'
import { open, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupInfo, backupName, tagManifest } from '../../../electron/backup/backup-bag'
import { prepareRestore } from '../../../electron/backup/restore'
import { zipStream } from '../../../electron/backup/zip-stream'
import { sha256 } from '../../../electron/custody/digest'
import { manifestText } from '../../../electron/result-package/bag'
import { crc32 } from '../../../electron/result-package/crc32'
import { directory, localHeader } from '../../../electron/result-package/zip-format'
import { code, newFolder } from '../custody/sheet-fixture'
import { type Part, packParts } from '../result-package/package-fixture'
import { AT, emptyCustody } from './backup-fixture'

const TOP = backupName(AT)

/** A bag with these files that agrees with itself in everything. */
function bagOf(files: readonly (readonly [path: string, text: string])[]): Part[] {
  const digests = new Map(files.map(([path, text]) => [path, sha256(text)]))
  const info = backupInfo(
    AT,
    files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0),
    files.length,
  )
  const manifest = manifestText(digests)
  const texts: readonly (readonly [string, string])[] = [
    ['bag-info.txt', info],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ...files,
    ['manifest-sha256.txt', manifest],
    ['tagmanifest-sha256.txt', tagManifest(info, manifest)],
  ]
  return texts.map(([name, text]) => ({ name: `${TOP}/${name}`, bytes: Buffer.from(text, 'utf8') }))
}

/** What becomes of a container: the code, with nothing left anywhere. */
async function refusal(zip: Buffer): Promise<string | null> {
  const custody = await emptyCustody()
  const path = join(await newFolder(), 'hostile.zip')
  await writeFile(path, zip)
  const answer = await prepareRestore(custody.folder, path, { passphrase: null })
  if (!answer.ok) {
    expect(await readdir(join(custody.folder, '.restore'))).toEqual([])
    expect((await readdir(custody.folder)).filter((name) => name !== '.restore')).toEqual([])
  }
  return code(answer)
}

const ROUND = ['data/custody/rounds/a.json', '{}'] as const

describe('a hostile backup', () => {
  it('is taken where it is an honest one', async () => {
    expect(await refusal(packParts(bagOf([ROUND])))).toBeNull()
  })

  it.each([
    'data/custody/../../escaped',
    'data/custody/rounds/../../../x',
    'data/custody//absolute',
    'data/custody/a\\b',
    'data/custody/C:x',
    'data/custody/nul',
    'data/custody/a.',
    'data/custody/folder/',
    'data/other/place',
    'outside.txt',
  ])('with the name %s is refused', async (name) => {
    const files = [ROUND, [name, 'x']] as const
    expect(await refusal(packParts(bagOf([...files].sort((a, b) => (a[0] < b[0] ? -1 : 1)))))).toBe(
      'backup-damaged',
    )
  })

  it('with a name twice, or twice but for its case, or out of order, is refused', async () => {
    const twice = bagOf([ROUND])
    const entry = twice[2] as Part
    expect(await refusal(packParts([...twice.slice(0, 3), entry, ...twice.slice(3)]))).toBe('backup-damaged')
    expect(await refusal(packParts(bagOf([['data/custody/rounds/A.json', '{}'], ROUND])))).toBe(
      'backup-damaged',
    )
    expect(await refusal(packParts(bagOf([['data/custody/rounds/b.json', '{}'], ROUND])))).toBe(
      'backup-damaged',
    )
  })

  it('with a link, a compressed entry, a size that lies or a second folder is refused', async () => {
    const zip = packParts(bagOf([ROUND]))
    const link = Buffer.from(zip)
    const central = link.indexOf(Buffer.from('504b0102', 'hex'))
    link.writeUInt32LE((0o120777 << 16) >>> 0, central + 38)
    expect(await refusal(link)).toBe('backup-damaged')
    const packed = Buffer.from(zip)
    packed.writeUInt16LE(8, 8)
    expect(await refusal(packed)).toBe('backup-damaged')
    const lying = Buffer.from(zip)
    lying.writeUInt32LE(0xffff_fff0, 18)
    lying.writeUInt32LE(0xffff_fff0, 22)
    expect(await refusal(lying)).toBe('backup-damaged')
    const other = bagOf([ROUND]).map((part, at) =>
      at === 2 ? { ...part, name: part.name.replace(TOP, 'scorebench-backup-20270101T000000Z') } : part,
    )
    expect(await refusal(packParts(other))).toBe('backup-damaged')
  })

  it('whose manifest says too little, too much or something else is refused', async () => {
    const [info, bagit, round, manifest, tags] = bagOf([ROUND]) as [Part, Part, Part, Part, Part]
    const more = { name: `${TOP}/data/custody/rounds/b.json`, bytes: Buffer.from('{}') }
    expect(await refusal(packParts([info, bagit, round, more, manifest, tags]))).toBe('backup-damaged')
    expect(await refusal(packParts([info, bagit, manifest, tags]))).toBe('backup-damaged')
    const changed = { ...round, bytes: Buffer.from('{"a":1}') }
    expect(await refusal(packParts([info, bagit, changed, manifest, tags]))).toBe('backup-damaged')
    const foreign = { ...info, bytes: Buffer.from('Source-Organization: Other\n') }
    expect(await refusal(packParts([foreign, bagit, round, manifest, tags]))).toBe('backup-damaged')
  })

  it('that is a ZIP of somebody else is no backup', async () => {
    expect(await refusal(packParts([{ name: 'photos/a.jpg', bytes: Buffer.from('x') }]))).toBe('not-a-backup')
  })
})

describe('a backup with more files than a plain ZIP holds', () => {
  it('has ZIP64 records that unzip reads', async () => {
    const count = 66_000
    const body = Buffer.from('x')
    async function* parts() {
      for (let no = 0; no < count; no++) {
        const name = `a/${String(no).padStart(6, '0')}`
        yield { name, size: 1, crc: crc32(body), pieces: [body] }
      }
    }
    const path = join(await newFolder(), 'many.zip')
    const handle = await open(path, 'w')
    const held: Uint8Array[] = []
    for await (const piece of zipStream(parts())) held.push(piece)
    await handle.write(Buffer.concat(held))
    await handle.close()
    expect((await stat(path)).size).toBeGreaterThan(count)
    expect(execFileSync('unzip', ['-tqq', path]).toString()).toBe('')
    const listed = execFileSync('unzip', ['-Z1', path], { maxBuffer: 1 << 24 }).toString()
    expect(listed.trim().split('\n')).toHaveLength(count)
  }, 60_000)

  it('and offsets beyond 4 GiB stand where the format wants them', () => {
    const entry = { name: 'b', size: 1, crc: 0, offset: 5_000_000_000 }
    const end = directory([entry], 5_000_000_032)
    expect(end.readUInt32LE(42)).toBe(0xffff_ffff)
    expect(end.readBigUInt64LE(46 + 1 + 4)).toBe(5_000_000_000n)
    expect(localHeader(entry)).toHaveLength(31)
  })
})
