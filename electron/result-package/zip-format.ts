/**
 * The one form in which a package's ZIP may stand (APPNOTE 6.3.10): entries stored, in order of their names' bytes,
 * without gaps, all stamped 1980-01-01, regular files 0644, no comments. A package has no ZIP64 records; a backup has
 * them where an offset or a count asks for them, and nowhere else. No entry is larger than LARGEST.
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
/** An offset or a directory beyond it needs ZIP64, which not every tool reads. */
export const LARGEST = 0xffff_fffe
export const MOST_ENTRIES = 0xfffe

const END64_SIGNATURE = 0x06064b50
const LOCATOR64_SIGNATURE = 0x07064b50
const END64_SIZE = 56
const LOCATOR64_SIZE = 20
const VERSION_NEEDED = 10
const VERSION_64 = 45
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
  const far = entry.offset > LARGEST ? farOffset(entry.offset) : null
  const header = Buffer.alloc(CENTRAL_SIZE + name.length)
  header.writeUInt32LE(CENTRAL_SIGNATURE, 0)
  header.writeUInt16LE(MADE_BY, 4)
  writeCommon(header, 6, entry, name)
  header.writeUInt32LE(REGULAR_0644, 38)
  header.writeUInt32LE(far === null ? entry.offset : 0xffff_ffff, 42)
  name.copy(header, CENTRAL_SIZE)
  if (far === null) return header
  header.writeUInt16LE(VERSION_64, 6)
  header.writeUInt16LE(far.length, 30)
  return Buffer.concat([header, far])
}

/** The ZIP64 extra field with an offset alone. */
function farOffset(offset: number): Buffer {
  const field = Buffer.alloc(12)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8, 2)
  field.writeBigUInt64LE(BigInt(offset), 4)
  return field
}

/** The central directory and the end record, which begin at `offset`. */
export function directory(entries: readonly ZipEntry[], offset: number): Buffer {
  const headers = Buffer.concat(entries.map(centralHeader))
  const isFar = offset > LARGEST || headers.length > LARGEST || entries.length > MOST_ENTRIES
  const count = isFar ? 0xffff : entries.length
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(isFar ? 0xffff_ffff : headers.length, 12)
  end.writeUInt32LE(isFar ? 0xffff_ffff : offset, 16)
  const far = isFar ? [farEnd(entries.length, headers.length, offset)] : []
  return Buffer.concat([headers, ...far, end])
}

/** The ZIP64 end record and its locator. */
function farEnd(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(END64_SIZE + LOCATOR64_SIZE)
  record.writeUInt32LE(END64_SIGNATURE, 0)
  record.writeBigUInt64LE(BigInt(END64_SIZE - 12), 4)
  record.writeUInt16LE((3 << 8) | VERSION_64, 12)
  record.writeUInt16LE(VERSION_64, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  record.writeUInt32LE(LOCATOR64_SIGNATURE, END64_SIZE)
  record.writeBigUInt64LE(BigInt(offset + size), END64_SIZE + 8)
  record.writeUInt32LE(1, END64_SIZE + 16)
  return record
}

/** Names are ASCII, so UTF-16 order is the order of their bytes. */
export function inNameOrder(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
