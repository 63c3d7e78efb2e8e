import { crc32 } from '../xlsx-writer/crc32'
import { inflateRaw } from './inflate'
import type { Tally } from './limits'
import { refuse } from './refused'

/** The parts of a ZIP by name; nothing is inflated until it is asked for, and never past the book's bound. */
export interface ZipArchive {
  readonly has: (name: string) => boolean
  readonly names: readonly string[]
  /** Null where there is no such part. Refuses a broken, encrypted or too large one. */
  readonly bytesOf: (name: string) => Uint8Array | null
  /** As text: UTF-8, or UTF-16 by its mark. */
  readonly textOf: (name: string) => string | null
}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
/** A workbook of 500 sheets has some thousand parts. */
const MOST_ENTRIES = 20_000
const IS_ENCRYPTED = 0x1 | 0x40

/** Reads the directory of a ZIP (APPNOTE 6.3, 4.3.12 and 4.3.16). Refuses what has none, or an impossible one. */
export function openZip(bytes: Uint8Array, tally: Tally): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(directoryOf(view, bytes).map((entry) => [entry.name, entry]))
  // Part names are the same in any case (ECMA-376 part 2, 6.2.2.3); some programs write them so.
  const anyCase = new Map([...entries.values()].map((entry) => [entry.name.toLowerCase(), entry]))
  const find = (name: string) => entries.get(name) ?? anyCase.get(name.toLowerCase())
  const bytesOf = (name: string): Uint8Array | null => {
    const entry = find(name)
    return entry === undefined ? null : contentOf(entry, view, bytes, tally)
  }
  return {
    has: (name) => find(name) !== undefined,
    names: [...entries.keys()],
    bytesOf,
    textOf: (name) => {
      const content = bytesOf(name)
      return content === null ? null : textOf(content)
    },
  }
}

function directoryOf(view: DataView, bytes: Uint8Array): readonly Entry[] {
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) refuse('workbook-too-large', `ZIP: ${count} parts`)
  const size = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  // Some programs put bytes in front of the archive; the directory then ends where its end begins.
  if (!isAt(view, at, ENTRY_SIGNATURE)) at = end - size
  const entries: Entry[] = []
  const latin = new TextDecoder()
  for (let i = 0; i < count; i++) {
    if (!isAt(view, at, ENTRY_SIGNATURE) || at + 46 > view.byteLength)
      refuse('workbook-broken', 'ZIP: directory')
    const nameSize = view.getUint16(at + 28, true)
    const extraSize = view.getUint16(at + 30, true)
    const name = latin.decode(bytes.subarray(at + 46, at + 46 + nameSize)).replace(/\\/g, '/')
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizesOf(view, at, at + 46 + nameSize, extraSize),
    })
    at += 46 + nameSize + extraSize + view.getUint16(at + 32, true)
  }
  return entries
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (isAt(view, at, END_SIGNATURE)) return at
  return refuse('workbook-broken', 'ZIP: no directory')
}

function isAt(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature
}

/** Sizes and place; from the ZIP64 field (4.5.3) where the plain ones are full. */
function sizesOf(view: DataView, at: number, extraAt: number, extraSize: number) {
  const plain = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  const end = Math.min(extraAt + extraSize, view.byteLength)
  for (let field = extraAt; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let from = field + 4
    const next = (value: number): number => {
      if (value !== 0xffffffff || from + 8 > end) return value
      from += 8
      return Number(view.getBigUint64(from - 8, true))
    }
    return { size: next(plain.size), packed: next(plain.packed), offset: next(plain.offset) }
  }
  return plain
}

function contentOf(entry: Entry, view: DataView, bytes: Uint8Array, tally: Tally): Uint8Array {
  const { name, offset, packed, size, method } = entry
  if ((entry.flags & IS_ENCRYPTED) !== 0) refuse('workbook-encrypted', name)
  const limit = tally.inflatable()
  if (size > limit) refuse('workbook-too-large', `${name}: ${size} > ${limit}`)
  if (!isAt(view, offset, LOCAL_SIGNATURE) || offset + 30 > bytes.length) refuse('workbook-broken', name)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) refuse('workbook-broken', name)
  const content = bytes.subarray(start, start + packed)
  if (method !== 0 && method !== 8) refuse('workbook-broken', `${name}: ZIP method ${method}`)
  const inflated = method === 0 ? content : inflateRaw(content, size, limit)
  tally.spend(inflated.length)
  if (inflated.length !== size || crc32(inflated) !== entry.crc) refuse('workbook-broken', `${name}: CRC`)
  return inflated
}

function textOf(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
