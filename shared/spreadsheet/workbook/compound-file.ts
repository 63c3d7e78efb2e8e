import { refuse } from './refused'

/** The streams at the root of a compound file ([MS-CFB]) by name; null where there is none of that name. */
export interface CompoundFile {
  readonly has: (name: string) => boolean
  readonly streamOf: (name: string) => Uint8Array | null
}

interface Entry {
  readonly start: number
  readonly size: number
}

const END_OF_CHAIN = 0xfffffffa
const NO_STREAM = 0xffffffff
const ENTRY_SIZE = 128
const MINI_CUTOFF = 4096

/**
 * Opens a compound file. Its tables are chains of sector numbers: each is followed for no more steps than the file
 * has sectors, so that a chain that bites its own tail ends. Refuses with 'workbook-broken'.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 512) refuse('workbook-broken', 'CFB: header')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  const miniShift = view.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) refuse('workbook-broken', 'CFB: sector size')
  const size = 1 << shift
  const count = Math.ceil(bytes.length / size)
  // The last sector may be cut short: some programs do not fill it.
  const sector = (no: number): Uint8Array => {
    const from = (no + 1) * size
    if (from >= bytes.length) refuse('workbook-broken', `CFB: sector ${no}`)
    return bytes.subarray(from, from + size)
  }
  const words = (no: number): readonly number[] => {
    const content = sector(no)
    const inside = new DataView(content.buffer, content.byteOffset, content.byteLength)
    return Array.from({ length: content.length >> 2 }, (_, i) => inside.getUint32(i * 4, true))
  }

  const fatSectors: number[] = []
  for (let i = 0; i < 109; i++) fatSectors.push(view.getUint32(76 + i * 4, true))
  let more = view.getUint32(68, true)
  for (let steps = 0; more < END_OF_CHAIN; steps++) {
    if (steps > count) refuse('workbook-broken', 'CFB: DIFAT')
    const listed = words(more)
    for (const no of listed.slice(0, -1)) fatSectors.push(no)
    more = listed[listed.length - 1] ?? NO_STREAM
  }
  const used = fatSectors.filter((no) => no < END_OF_CHAIN)
  if (used.length > count) refuse('workbook-broken', 'CFB: FAT')
  const fat = Uint32Array.from(used.flatMap(words))

  const chain = (start: number, table: Uint32Array, most: number): readonly number[] => {
    const found: number[] = []
    for (let no = start; no < END_OF_CHAIN; no = table[no] ?? NO_STREAM) {
      if (found.length >= most) refuse('workbook-broken', 'CFB: chain')
      found.push(no)
    }
    return found
  }
  const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
    const whole = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      if (at >= length) break
      whole.set(part.subarray(0, length - at), at)
      at += part.length
    }
    if (at < length) refuse('workbook-broken', 'CFB: stream')
    return whole
  }
  const allOf = (start: number): Uint8Array => {
    const parts = chain(start, fat, count).map(sector)
    return joined(
      parts,
      parts.reduce((sum, part) => sum + part.length, 0),
    )
  }

  const directory = allOf(view.getUint32(48, true))
  const rooted = rootEntries(directory)
  const miniFatBytes = allOf(view.getUint32(60, true))
  const miniFat = new Uint32Array(miniFatBytes.length >> 2)
  const miniView = new DataView(miniFatBytes.buffer)
  for (let i = 0; i < miniFat.length; i++) miniFat[i] = miniView.getUint32(i * 4, true)

  const streamOf = (name: string): Uint8Array | null => {
    const entry = rooted.streams.get(name)
    if (entry === undefined) return null
    if (entry.size > bytes.length) refuse('workbook-broken', `CFB: ${name}`)
    if (entry.size >= MINI_CUTOFF) return joined(chain(entry.start, fat, count).map(sector), entry.size)
    const store = allOf(rooted.miniStart)
    const minis = chain(entry.start, miniFat, store.length >> 6)
    return joined(
      minis.map((no) => store.subarray(no << 6, (no + 1) << 6)),
      entry.size,
    )
  }
  return { has: (name) => rooted.streams.has(name), streamOf }
}

/** What hangs directly below the root: a workbook embedded in another lies deeper. */
function rootEntries(directory: Uint8Array) {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const count = Math.floor(directory.length / ENTRY_SIZE)
  if (count === 0) refuse('workbook-broken', 'CFB: directory')
  const streams = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [view.getUint32(76, true)]
  for (let no = waiting.pop(); no !== undefined; no = waiting.pop()) {
    if (no >= count || seen.has(no)) continue
    seen.add(no)
    const at = no * ENTRY_SIZE
    const nameSize = Math.min(64, view.getUint16(at + 64, true))
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, nameSize - 2)))
    // A size has 8 bytes, but older programs leave rubbish in the upper four ([MS-CFB] 2.6.1).
    streams.set(name, { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })
    waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true))
  }
  return { streams, miniStart: view.getUint32(116, true) }
}
