/**
 * The one form in which a package's ZIP may stand (APPNOTE 6.3.10, without ZIP64): entries stored, in order of their
 * names' bytes, without gaps, all stamped 1980-01-01, regular files 0644, no extra fields, no comments.
 */
export interface ZipEntry {
  /** ASCII. */
  readonly name: string
  readonly size: number
  readonly crc: number
  /** Where its local header begins. */
  readonly offset: number
}

export const LOCAL_SIGNATURE = 0x04034b50
export const CENTRAL_SIGNATURE = 0x02014b50
export const END_SIGNATURE = 0x06054b50
export const LOCAL_SIZE = 30
export const CENTRAL_SIZE = 46
export const END_SIZE = 22
/** Larger needs ZIP64, which not every tool reads. */
export const LARGEST = 0xffff_fffe
export const MOST_ENTRIES = 0xfffe

const VERSION_NEEDED = 10
/** Unix, ZIP 2.0: so that `unzip` gives the files the mode below. */
const MADE_BY = (3 << 8) | 20
const DATE_1980_01_01 = 0x21
const REGULAR_0644 = (0o100644 << 16) >>> 0

export function localHeader(entry: Omit<ZipEntry, 'offset'>): Buffer {
  const name = Buffer.from(entry.name, 'latin1')
  const header = Buffer.alloc(LOCAL_SIZE + name.length)
  header.writeUInt32LE(LOCAL_SIGNATURE, 0)
  writeCommon(header, 4, entry, name)
  name.copy(header, LOCAL_SIZE)
  return header
}

/** Version needed, flags, method, time, date, CRC, both sizes, length of the name, no extra field: as both headers have it. */
function writeCommon(
  header: Buffer,
  at: number,
  { crc, size }: Omit<ZipEntry, 'offset'>,
  name: Buffer,
): void {
  header.writeUInt16LE(VERSION_NEEDED, at)
  header.writeUInt16LE(DATE_1980_01_01, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(size, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'latin1')
  const header = Buffer.alloc(CENTRAL_SIZE + name.length)
  header.writeUInt32LE(CENTRAL_SIGNATURE, 0)
  header.writeUInt16LE(MADE_BY, 4)
  writeCommon(header, 6, entry, name)
  header.writeUInt32LE(REGULAR_0644, 38)
  header.writeUInt32LE(entry.offset, 42)
  name.copy(header, CENTRAL_SIZE)
  return header
}

/** The central directory and the end record, which begin at `offset`. */
export function directory(entries: readonly ZipEntry[], offset: number): Buffer {
  const headers = Buffer.concat(entries.map(centralHeader))
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(headers.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([headers, end])
}

/** Names are ASCII, so UTF-16 order is the order of their bytes. */
export function inNameOrder(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
