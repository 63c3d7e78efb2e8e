import { directory, LARGEST, localHeader, type ZipEntry } from '../result-package/zip-format'
import { TooLarge } from '../result-package/zip-write'

/** An entry whose size and CRC are known before its first byte, so that nothing behind is written again. */
export interface ZipPart {
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * A backup's ZIP from its first byte to its last, as it can go through a cipher. Parts come in order of their names.
 * Throws TooLarge for an entry over 4 GiB.
 */
export async function* zipStream(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = []
  let offset = 0
  for await (const { name, size, crc, pieces } of parts) {
    const last = entries.at(-1)
    if (last !== undefined && last.name >= name) throw new Error(`${name} is out of order`)
    if (size > LARGEST) throw new TooLarge(name)
    const entry = { name, size, crc, offset }
    const header = localHeader(entry)
    entries.push(entry)
    yield header
    let done = 0
    for await (const piece of pieces) {
      done += piece.length
      yield piece
    }
    if (done !== size) throw new Error(`${name} has ${done} bytes and not ${size}`)
    offset += header.length + size
  }
  yield directory(entries, offset)
}
