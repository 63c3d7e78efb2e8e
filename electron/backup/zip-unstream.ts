import { createHash } from 'node:crypto'
import { crc32 } from '../result-package/crc32'
import { nameFault } from '../result-package/entry-name'
import { digestOf, WHOLE } from '../result-package/entry-read'
import {
  CENTRAL_SIGNATURE,
  directory,
  END_SIGNATURE,
  LARGEST,
  LOCAL_SIGNATURE,
  LOCAL_SIZE,
  localHeader,
  type ZipEntry,
} from '../result-package/zip-format'
import type { ByteReader } from './byte-reader'

/** Why a backup is not as it was written; `place` names the entry or the part. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
  constructor(readonly place: string) {
    super(place)
  }
}

/** Where an entry's bytes go while they are read. */
export interface EntrySink {
  readonly write: (piece: Uint8Array) => Promise<void>
  /** Called with the SHA-256 when CRC and length were right. */
  readonly end: (digest: string) => Promise<void>
  /** Called instead where the entry broke off. */
  readonly drop: () => Promise<void>
}

const MOST_FILES = 1_000_000

/**
 * Reads a backup's ZIP in one pass, strictly: every header as we write it, names plain and in order (so none twice,
 * not even in another case), nothing compressed, nothing between or behind. What is read is never more than the file
 * has. Throws Damaged.
 */
export async function readZipStream(
  reader: ByteReader,
  open: (name: string, size: number) => Promise<EntrySink>,
): Promise<void> {
  const entries: ZipEntry[] = []
  const folded = new Set<string>()
  let offset = 0
  for (;;) {
    const start = await reader.take(4)
    if (start.length < 4) throw new Damaged('the file ends too early')
    const signature = start.readUInt32LE(0)
    if (signature === CENTRAL_SIGNATURE || signature === END_SIGNATURE)
      return await checkEnd(reader, start, entries, offset)
    if (signature !== LOCAL_SIGNATURE) throw new Damaged(`entry ${entries.length + 1}`)
    const entry = await readHeader(reader, start, offset, entries)
    const small = entry.name.toLowerCase()
    if (folded.has(small)) throw new Damaged(`${entry.name}: twice but for its case`)
    folded.add(small)
    entries.push(entry)
    await readBody(reader, entry, await open(entry.name, entry.size))
    offset += LOCAL_SIZE + entry.name.length + entry.size
  }
}

async function readHeader(
  reader: ByteReader,
  start: Buffer,
  offset: number,
  before: readonly ZipEntry[],
): Promise<ZipEntry> {
  const fixed = Buffer.concat([start, await reader.take(LOCAL_SIZE - 4)])
  if (fixed.length < LOCAL_SIZE) throw new Damaged('the file ends too early')
  const name = (await reader.take(fixed.readUInt16LE(26))).toString('latin1')
  const entry = { name, crc: fixed.readUInt32LE(14), size: fixed.readUInt32LE(22), offset }
  const shown = JSON.stringify(name).slice(1, -1)
  const fault = nameFault(name)
  if (fault !== null) throw new Damaged(`${shown}: ${fault}`)
  const last = before.at(-1)
  if (last !== undefined && last.name >= name) throw new Damaged(`${shown}: twice or out of order`)
  if (before.length >= MOST_FILES || entry.size > LARGEST) throw new Damaged(`${shown}: too much`)
  const expected = localHeader(entry)
  if (!expected.equals(Buffer.concat([fixed, Buffer.from(name, 'latin1')])))
    throw new Damaged(`${shown}: compressed, encrypted or not as it was written`)
  return entry
}

async function readBody(reader: ByteReader, entry: ZipEntry, sink: EntrySink): Promise<void> {
  try {
    const { crc, length, digest } =
      entry.size <= WHOLE ? await whole(reader, entry.size, sink) : await piecewise(reader, entry.size, sink)
    if (length !== entry.size) throw new Damaged(`${entry.name}: the file ends too early`)
    if (crc !== entry.crc) throw new Damaged(`${entry.name}: its checksum differs`)
    await sink.end(digest)
  } catch (error) {
    await sink.drop()
    throw error
  }
}

interface Body {
  readonly crc: number
  readonly length: number
  readonly digest: string
}

/** Hashed on another thread while it is written. */
async function whole(reader: ByteReader, size: number, sink: EntrySink): Promise<Body> {
  const bytes = await reader.take(size)
  const digest = digestOf(bytes)
  digest.catch(() => undefined)
  const crc = crc32(bytes)
  await sink.write(bytes)
  return { crc, length: bytes.length, digest: await digest }
}

async function piecewise(reader: ByteReader, size: number, sink: EntrySink): Promise<Body> {
  const hash = createHash('sha256')
  let crc = 0
  let length = 0
  for await (const piece of reader.pieces(size)) {
    hash.update(piece)
    crc = crc32(piece, crc)
    length += piece.length
    await sink.write(piece)
  }
  return { crc, length, digest: hash.digest('hex') }
}

/** What follows the last entry is the one directory that fits, and then nothing. */
async function checkEnd(
  reader: ByteReader,
  start: Buffer,
  entries: readonly ZipEntry[],
  offset: number,
): Promise<void> {
  const expected = directory(entries, offset)
  const actual = Buffer.concat([start, await reader.take(expected.length - 3)])
  if (!actual.equals(expected)) throw new Damaged('the directory is not as it was written')
}
