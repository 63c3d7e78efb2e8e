import { crc32 } from './crc32'

/** One part of a workbook: an ASCII path and its text, or its bytes. */
export type ZipPart = { readonly path: string } & ({ readonly text: string } | { readonly bytes: Uint8Array })

/** 1980-01-01, the first day that a ZIP can name. */
const DOS_DATE = 0x0021

/**
 * The parts as a ZIP of stored entries with fixed times, in the order given: the same parts give the same bytes
 * in every runtime. Stored, because deflate gives other bytes in another zlib, and a result package stores too.
 */
export function storedZip(parts: readonly ZipPart[]): Uint8Array {
  const encoder = new TextEncoder()
  const entries = parts.map((part) => {
    const bytes = 'bytes' in part ? part.bytes : encoder.encode(part.text)
    return { name: encoder.encode(part.path), bytes, crc: crc32(bytes) }
  })
  const localSize = entries.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0)
  const centralSize = entries.reduce((sum, { name }) => sum + 46 + name.length, 0)
  const file = new Uint8Array(localSize + centralSize + 22)
  const view = new DataView(file.buffer)
  let at = 0
  let centralAt = localSize
  for (const { name, bytes, crc } of entries) {
    view.setUint32(at, 0x04034b50, true)
    writeCommon(view, at + 4, name.length, bytes.length, crc)
    file.set(name, at + 30)
    file.set(bytes, at + 30 + name.length)
    view.setUint32(centralAt, 0x02014b50, true)
    view.setUint16(centralAt + 4, 20, true)
    writeCommon(view, centralAt + 6, name.length, bytes.length, crc)
    view.setUint32(centralAt + 42, at, true)
    file.set(name, centralAt + 46)
    at += 30 + name.length + bytes.length
    centralAt += 46 + name.length
  }
  view.setUint32(centralAt, 0x06054b50, true)
  view.setUint16(centralAt + 8, entries.length, true)
  view.setUint16(centralAt + 10, entries.length, true)
  view.setUint32(centralAt + 12, centralSize, true)
  view.setUint32(centralAt + 16, localSize, true)
  return file
}

/** The fields that local and central headers share: version 2.0, no flags, stored, time, CRC, sizes, name length. */
function writeCommon(view: DataView, at: number, nameLength: number, size: number, crc: number): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 8, DOS_DATE, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, size, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, nameLength, true)
}
