import { refuse } from './refused'

const LONGEST_CODE = 15

/** By the next `bits` bits of the stream: symbol << 4 | length; 0 where no code begins so. */
export interface CodeTable {
  readonly bits: number
  readonly entries: Uint16Array
}

/** The Huffman codes of RFC 1951, 3.2.2, from the length of each symbol's code. Refuses lengths that fit no code. */
export function codeTable(lengths: Uint8Array): CodeTable {
  const counts = new Uint16Array(LONGEST_CODE + 1)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  let bits = LONGEST_CODE
  while (bits > 1 && counts[bits] === 0) bits--
  const next = new Uint32Array(LONGEST_CODE + 2)
  let room = 1
  for (let length = 1; length <= LONGEST_CODE; length++) {
    room = room * 2 - (counts[length] ?? 0)
    if (room < 0) refuse('workbook-broken', 'deflate: too many codes')
    next[length + 1] = ((next[length] ?? 0) + (counts[length] ?? 0)) << 1
  }
  const entries = new Uint16Array(1 << bits)
  lengths.forEach((length, symbol) => {
    if (length === 0) return
    const code = next[length] ?? 0
    next[length] = code + 1
    let reversed = 0
    for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit)
    for (let at = reversed; at < entries.length; at += 1 << length) entries[at] = (symbol << 4) | length
  })
  return { bits, entries }
}
