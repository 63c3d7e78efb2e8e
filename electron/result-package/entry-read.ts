import { createHash, webcrypto } from 'node:crypto'
import { sha256 } from '../custody/digest'
import type { ByteSource } from './byte-source'
import { crc32 } from './crc32'
import type { Findings } from './findings'
import { LOCAL_SIZE, localHeader, type ZipEntry } from './zip-format'

/** An entry as it was read. `bytes` is kept for what is read as text; evidence and the like are hashed and let go. */
export interface ReadEntry {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly bytes: Buffer | null
}

/** Up to this size an entry is read at once and hashed on another thread; larger ones are read in pieces. */
export const WHOLE = 32 << 20
const PIECE = 4 << 20
/** Handing so few bytes to another thread takes longer than hashing them. */
const SMALL = 64 << 10
const IN_FLIGHT = 3

export interface ReadOptions {
  readonly keep: (name: string) => boolean
  readonly onBytes?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads all entries once: header compared with what it must be, CRC, SHA-256. Overlapping or outlying entries are
 * refused before their bytes are read, so that no more than the file's size is ever read: null then. Throws on abort.
 */
export async function readEntries(
  source: ByteSource,
  entries: readonly ZipEntry[],
  findings: Findings,
  options: ReadOptions,
): Promise<readonly ReadEntry[] | null> {
  const sum = entries.reduce((all, { size, name }) => all + size + LOCAL_SIZE + name.length, 0)
  if (sum > source.size) {
    findings.fail('tampered', 'entry-bytes', undefined, 'the entries declare more bytes than the file has')
    return null
  }
  const read: ReadEntry[] = []
  const started: Promise<ReadEntry | null>[] = []
  let done = 0
  let next = 0
  try {
    while (next < entries.length || started.length > 0) {
      while (started.length < IN_FLIGHT && next < entries.length) {
        const entry = entries[next++]
        if (entry === undefined) continue
        const reading = readEntry(source, entry, findings, options)
        // Whoever awaits it sees what went wrong; until then it is not an unhandled rejection.
        reading.catch(() => undefined)
        started.push(reading)
      }
      options.signal?.throwIfAborted()
      const entry = await started.shift()
      if (entry === undefined || entry === null) continue
      read.push(entry)
      done += entry.size
      options.onBytes?.(done)
    }
  } finally {
    await Promise.allSettled(started)
  }
  return read
}

async function readEntry(
  source: ByteSource,
  entry: ZipEntry,
  findings: Findings,
  { keep, signal }: ReadOptions,
): Promise<ReadEntry | null> {
  const header = localHeader(entry)
  const isWhole = entry.size <= WHOLE
  const first = await source.read(entry.offset, header.length + (isWhole ? entry.size : 0))
  if (!first.subarray(0, header.length).equals(header)) {
    findings.fail('tampered', 'container', entry.name, 'its local header is not as it was written')
  }
  const body = isWhole
    ? await wholeBody(first.subarray(header.length))
    : await piecewise(source, entry.offset + header.length, entry.size, signal)
  if (body.length !== entry.size) {
    findings.fail('tampered', 'entry-bytes', entry.name, 'bytes are missing')
    return null
  }
  if (body.crc !== entry.crc)
    findings.fail('tampered', 'entry-bytes', entry.name, 'its checksum (CRC-32) differs')
  const bytes = isWhole && keep(entry.name) ? first.subarray(header.length) : null
  return { name: entry.name, size: entry.size, sha256: body.digest, bytes }
}

interface Body {
  readonly length: number
  readonly crc: number
  readonly digest: string
}

async function wholeBody(bytes: Buffer): Promise<Body> {
  const digest = digestOf(bytes)
  return { length: bytes.length, crc: crc32(bytes), digest: await digest }
}

/** SHA-256 of bytes; of many bytes on another thread, while the caller does something else. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  if (bytes.length < SMALL) return sha256(bytes)
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

async function piecewise(
  source: ByteSource,
  from: number,
  size: number,
  signal?: AbortSignal,
): Promise<Body> {
  const hash = createHash('sha256')
  let crc = 0
  let length = 0
  while (length < size) {
    signal?.throwIfAborted()
    const piece = await source.read(from + length, Math.min(PIECE, size - length))
    if (piece.length === 0) break
    hash.update(piece)
    crc = crc32(piece, crc)
    length += piece.length
  }
  return { length, crc, digest: hash.digest('hex') }
}
