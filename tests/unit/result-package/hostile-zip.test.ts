import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Verdict } from '../../../shared/ipc/contract'
import { madePackage, type Part, packParts, partsOf, seeded, spliced, verifyBytes } from './package-fixture'

let zip: Buffer
let parts: Part[]
let top: string

beforeAll(async () => {
  zip = (await madePackage()).bytes
  parts = partsOf(zip)
  top = parts[0]?.name.split('/')[0] ?? ''
})

/** The central directory's beginning, and the beginning of its n-th header. */
function central(bytes: Buffer, n = 0): number {
  let at = bytes.readUInt32LE(bytes.length - 6)
  for (let i = 0; i < n; i++) at += 46 + bytes.readUInt16LE(at + 28)
  return at
}

function edited(edit: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(zip)
  edit(bytes)
  return bytes
}

async function failing(bytes: Buffer): Promise<{ verdict: Verdict; failed: readonly string[] }> {
  const { verdict, checks } = await verifyBytes(bytes)
  return {
    verdict,
    failed: checks.filter(({ ok }) => !ok).map(({ code, file, detail }) => [code, file, detail].join(' ')),
  }
}

describe('hostile names', () => {
  const names: readonly [string, string][] = [
    ['../../outside.txt', 'leads out of its folder'],
    ['data/../../outside.txt', 'leads out of its folder'],
    ['/etc/cron.d/x', 'an absolute path'],
    ['data\\x.txt', 'a character that is not allowed'],
    ['C:/x.txt', 'a character that is not allowed'],
    ['data/x\u0000.txt', 'not printable ASCII'],
    ['data/é.txt', 'not printable ASCII'],
    ['data/\u001b[2J', 'not printable ASCII'],
    ['data/', 'a folder entry'],
    ['data//x', 'not a plain path'],
    ['data/./x', 'not a plain path'],
    ['data/x. ', 'not a plain path'],
    ['data/NUL', 'not a plain path'],
    ['data/com1.txt', 'not a plain path'],
    ['x'.repeat(300), 'no name, or one too long'],
  ]

  it.each(names)('%j is named: %s', async (name, fault) => {
    const { verdict, failed } = await failing(packParts([...parts, { name, bytes: Buffer.from('x') }]))
    expect(verdict).toBe('tampered')
    expect(failed.some((line) => line.startsWith('entry-name') && line.endsWith(fault))).toBe(true)
  })

  it('twice, or differing in case only, are named', async () => {
    const info = parts[0] as Part
    const twice = await failing(packParts([info, ...parts]))
    expect(twice.verdict).toBe('tampered')
    expect(twice.failed).toContain(`entry-name ${info.name} twice`)
    const cased = await failing(packParts([...parts, { ...info, name: info.name.toUpperCase() }]))
    expect(cased.failed.some((line) => line.includes('in case only'))).toBe(true)
  })
})

describe('hostile containers', () => {
  it('links are named', async () => {
    const { verdict, failed } = await failing(
      edited((b) => b.writeUInt32LE((0o120777 << 16) >>> 0, central(b, 3) + 38)),
    )
    expect(verdict).toBe('tampered')
    expect(failed[0]).toBe(`entry-name ${parts[3]?.name} a link`)
  })

  it('compressed entries, a bomb among them, are never opened', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50 << 20))
    const bytes = packParts(spliced(parts, 3, 1, { name: parts[3]?.name ?? '', bytes: bomb }))
    bytes.writeUInt16LE(8, central(bytes, 3) + 10)
    bytes.writeUInt32LE(50 << 20, central(bytes, 3) + 24)
    const { verdict, failed } = await failing(bytes)
    expect(verdict).toBe('unreadable')
    expect(failed[0]).toContain(`entry-stored ${parts[3]?.name}`)
  })

  it('entries that declare more than the file has are refused before they are read', async () => {
    const { verdict } = await failing(
      edited((b) => {
        b.writeUInt32LE(0xfffffff0, central(b, 3) + 20)
        b.writeUInt32LE(0xfffffff0, central(b, 3) + 24)
      }),
    )
    expect(verdict).toBe('tampered')
  })

  it('overlapping entries are refused', async () => {
    const { verdict } = await failing(edited((b) => b.writeUInt32LE(0, central(b, 3) + 42)))
    expect(verdict).toBe('tampered')
  })

  const shapes: readonly [string, (bytes: Buffer) => Buffer][] = [
    [
      'a comment',
      (b) => {
        const c = Buffer.concat([b, Buffer.from('hi')])
        c.writeUInt16LE(2, b.length - 2)
        return c
      },
    ],
    ['bytes after the end', (b) => Buffer.concat([b, Buffer.from('more')])],
    ['bytes before the beginning', (b) => Buffer.concat([Buffer.from('MZ'), b])],
    [
      'a gap before the directory',
      (b) => {
        const at = central(b)
        const c = Buffer.concat([b.subarray(0, at), Buffer.alloc(8), b.subarray(at)])
        c.writeUInt32LE(at + 8, c.length - 6)
        return c
      },
    ],
    [
      'another count',
      (b) => {
        b.writeUInt16LE(1, b.length - 12)
        return b
      },
    ],
    ['another order', () => packParts([...parts].reverse())],
    [
      'a directory that names another file than the header',
      (b) => {
        b.write('BAGIT', central(b, 1) + 46 + top.length + 1, 'latin1')
        return b
      },
    ],
    [
      'an encrypted entry',
      (b) => {
        b.writeUInt16LE(1, central(b) + 8)
        return b
      },
    ],
    [
      'another date',
      (b) => {
        b.writeUInt16LE(0x5a21, central(b) + 14)
        return b
      },
    ],
  ]
  it.each(shapes)('%s is refused', async (_, change) => {
    expect(['tampered', 'unreadable']).toContain((await failing(change(Buffer.from(zip)))).verdict)
  })

  it('half a ZIP, no ZIP and nothing are unreadable', async () => {
    for (const part of [0, 1, 21, 22, 30, 100, 1000, zip.length >> 1, zip.length - 30, zip.length - 1]) {
      expect((await failing(zip.subarray(0, part))).verdict, `${part} bytes`).toBe('unreadable')
    }
    expect((await failing(Buffer.from('%PDF-1.7'))).verdict).toBe('unreadable')
    expect((await failing(Buffer.alloc(100_000))).verdict).toBe('unreadable')
  })

  it('random damage of any size never throws and is never valid: 600 packages', async () => {
    const below = seeded(3)
    for (let no = 0; no < 600; no++) {
      let bytes = Buffer.from(zip)
      for (let change = 0; change <= below(4); change++) {
        const at = below(bytes.length)
        const size = below(200) + 1
        const noise = Buffer.from(Array.from({ length: size }, () => below(256)))
        const kind = below(3)
        if (kind === 0) noise.copy(bytes, at)
        else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
        else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)])
      }
      if (bytes.equals(zip)) continue
      expect(['tampered', 'unreadable']).toContain((await failing(bytes)).verdict)
    }
  })
})
