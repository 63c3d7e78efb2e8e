import type { FileHandle } from 'node:fs/promises'
import { writeAll } from '../custody/durable-file'
import { crc32 } from './crc32'
import { directory, LARGEST, LOCAL_SIZE, localHeader, MOST_ENTRIES, type ZipEntry } from './zip-format'

const FLUSH_EVERY = 32 << 20

/** Why a package can't be written as a plain ZIP. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

export interface ZipWriter {
  /** A whole entry from memory. Names must come in order. */
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>
  /** An entry read in pieces, `size` bytes in all: its header is written again when its CRC is known. */
  readonly addPieces: (name: string, size: number, pieces: AsyncIterable<Uint8Array>) => Promise<void>
  /** Writes the directory; answers the file's length. */
  readonly finish: () => Promise<number>
}

/** Writes a package's ZIP onto an empty file. Throws TooLarge, or what the disk throws. */
export function zipWriter(handle: FileHandle): ZipWriter {
  const entries: ZipEntry[] = []
  let end = 0
  let flushedTo = 0
  let isFlushing = false

  /** Has the disk begin early with what it will have to take in the end, while the next files are hashed. */
  function flushAhead(to: number): void {
    if (isFlushing || to - flushedTo < FLUSH_EVERY) return
    isFlushing = true
    const done = (): void => {
      isFlushing = false
    }
    // Its errors come again at the last fsync, which is waited for.
    handle.datasync().then(done, done)
    flushedTo = to
  }

  function begin(name: string, size: number): void {
    const last = entries.at(-1)
    if (last !== undefined && last.name >= name) throw new Error(`${name} is out of order`)
    if (size > LARGEST || end + size > LARGEST || entries.length >= MOST_ENTRIES) throw new TooLarge(name)
  }

  return {
    add: async (name, bytes) => {
      begin(name, bytes.length)
      const entry = { name, size: bytes.length, crc: crc32(bytes), offset: end }
      const header = localHeader(entry)
      end += header.length + bytes.length
      entries.push(entry)
      await writeBoth(handle, header, bytes, entry.offset)
      flushAhead(end)
    },
    addPieces: async (name, size, pieces) => {
      begin(name, size)
      const offset = end
      let crc = 0
      let at = offset + LOCAL_SIZE + name.length
      const dataEnd = at + size
      for await (const piece of pieces) {
        if (at + piece.length > dataEnd) throw new Error(`${name} grew while it was read`)
        crc = crc32(piece, crc)
        await writeAll(handle, piece, at)
        at += piece.length
        flushAhead(at)
      }
      if (at !== dataEnd) throw new Error(`${name} shrank while it was read`)
      const entry = { name, size, crc, offset }
      await writeAll(handle, localHeader(entry), offset)
      end = dataEnd
      entries.push(entry)
    },
    finish: async () => {
      const bytes = directory(entries, end)
      if (end + bytes.length > LARGEST) throw new TooLarge('directory')
      await writeAll(handle, bytes, end)
      return end + bytes.length
    },
  }
}

async function writeBoth(
  handle: FileHandle,
  header: Uint8Array,
  bytes: Uint8Array,
  at: number,
): Promise<void> {
  const { bytesWritten } = await handle.writev([header, bytes], at)
  if (bytesWritten === header.length + bytes.length) return
  // The system took fewer: what is missing is written in the ordinary way.
  const rest = Buffer.concat([header, bytes]).subarray(bytesWritten)
  await writeAll(handle, rest, at + bytesWritten)
}
