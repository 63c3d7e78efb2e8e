import type { ByteSource } from './byte-source'
import { nameFault } from './entry-name'
import type { Findings } from './findings'
import {
  CENTRAL_SIGNATURE,
  CENTRAL_SIZE,
  directory,
  END_SIGNATURE,
  END_SIZE,
  inNameOrder,
  LARGEST,
  LOCAL_SIZE,
  type ZipEntry,
} from './zip-format'

const LONGEST_COMMENT = 0xffff
const LARGEST_DIRECTORY = 32 << 20
const LINK = 0o120000
const FILE_KIND = 0o170000

/** Reads a package's directory, and says what is not as we write it. Null when there is nothing to be read. */
export async function readDirectory(
  source: ByteSource,
  findings: Findings,
): Promise<readonly ZipEntry[] | null> {
  if (source.size > LARGEST) return unreadable(findings, 'larger than 4 GiB')
  const tailAt = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT)
  const tail = await source.read(tailAt, source.size - tailAt)
  const endAt = findEnd(tail)
  if (endAt === null) return unreadable(findings, 'no end record: not a ZIP, or only a part of one')
  const count = tail.readUInt16LE(endAt + 10)
  const size = tail.readUInt32LE(endAt + 12)
  const offset = tail.readUInt32LE(endAt + 16)
  if (offset + size > tailAt + endAt || size > LARGEST_DIRECTORY) {
    return unreadable(findings, 'the directory lies outside the file')
  }
  const central = await source.read(offset, size)
  const entries = readEntries(central, findings)
  if (entries === null) return null
  if (entries.length !== count)
    findings.fail('tampered', 'container', undefined, 'the number of entries differs')
  checkTwice(entries, findings)
  const actual = Buffer.concat([central, await source.read(offset + size, source.size - offset - size)])
  const expected = canonicalDirectory(entries)
  if (!actual.equals(expected.bytes) || offset !== expected.offset) {
    findings.fail('tampered', 'container', undefined, 'the directory is not as it was written')
  }
  return entries
}

function unreadable(findings: Findings, detail: string): null {
  findings.fail('unreadable', 'container', undefined, detail)
  return null
}

function findEnd(tail: Buffer): number | null {
  for (let at = tail.length - END_SIZE; at >= 0; at--) if (tail.readUInt32LE(at) === END_SIGNATURE) return at
  return null
}

function readEntries(central: Buffer, findings: Findings): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = 0
  while (at < central.length) {
    if (at + CENTRAL_SIZE > central.length || central.readUInt32LE(at) !== CENTRAL_SIGNATURE) {
      return unreadable(findings, `the directory is damaged at entry ${entries.length + 1}`)
    }
    const next = at + CENTRAL_SIZE + central.readUInt16LE(at + 28)
    if (next > central.length)
      return unreadable(findings, `the directory is damaged at entry ${entries.length + 1}`)
    const name = central.toString('latin1', at + CENTRAL_SIZE, next)
    const entry = {
      name,
      size: central.readUInt32LE(at + 24),
      crc: central.readUInt32LE(at + 16),
      offset: central.readUInt32LE(at + 42),
    }
    const shown = JSON.stringify(name).slice(1, -1)
    const fault = nameFault(name)
    if (fault !== null) findings.fail('tampered', 'entry-name', shown, fault)
    if (((central.readUInt32LE(at + 38) >>> 16) & FILE_KIND) === LINK) {
      findings.fail('tampered', 'entry-name', shown, 'a link')
    }
    if (central.readUInt16LE(at + 10) !== 0 || (central.readUInt16LE(at + 8) & 1) === 1) {
      findings.fail('unreadable', 'entry-stored', shown, 'compressed or encrypted: it is not opened')
      return null
    }
    if (central.readUInt32LE(at + 20) !== entry.size) {
      findings.fail('tampered', 'entry-stored', shown, 'two different sizes are declared')
    }
    entries.push(entry)
    at = next + central.readUInt16LE(at + 30) + central.readUInt16LE(at + 32)
  }
  return entries
}

function checkTwice(entries: readonly ZipEntry[], findings: Findings): void {
  const seen = new Map<string, string>()
  for (const { name } of entries) {
    const folded = name.toLowerCase()
    const other = seen.get(folded)
    if (other !== undefined) {
      findings.fail(
        'tampered',
        'entry-name',
        name,
        other === name ? 'twice' : `differs from ${other} in case only`,
      )
    }
    seen.set(folded, name)
  }
}

function canonicalDirectory(entries: readonly ZipEntry[]): { bytes: Buffer; offset: number } {
  let offset = 0
  const placed = [...entries].sort(inNameOrder).map((entry) => {
    const at = offset
    offset += LOCAL_SIZE + entry.name.length + entry.size
    return { ...entry, offset: at }
  })
  // Offsets past 4 GiB come from hostile sizes only: nothing canonical has them.
  const isPlaceable = offset <= LARGEST
  return { bytes: isPlaceable ? directory(placed, offset) : Buffer.alloc(0), offset }
}
