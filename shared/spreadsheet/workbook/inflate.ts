import { type CodeTable, codeTable } from './code-table'
import { refuse } from './refused'

/** Orders and bases of RFC 1951, 3.2.5 and 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const
const LENGTH_EXTRA = Uint8Array.from([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
])
const LENGTH_BASE = Uint16Array.from([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
])
const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1))
const DISTANCE_BASE = Uint16Array.from({ length: 30 }, (_, code) =>
  code < 2 ? code + 1 : (2 + (code & 1)) * 2 ** ((code >> 1) - 1) + 1,
)
const FIXED_LITERALS = codeTable(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
)
const FIXED_DISTANCES = codeTable(new Uint8Array(30).fill(5))

/**
 * Raw deflate (RFC 1951) with a bound: nothing is written past `limit` bytes, whatever the archive says of itself.
 * Written here, because no runtime offers a synchronous one to a worker, and because xlsx's own neither ends on
 * cut data nor stops at a size. Refuses with 'workbook-too-large' past the limit, 'workbook-broken' on bad data.
 * @param sizeHint what the archive declares; only how much is allocated at first
 */
export function inflateRaw(input: Uint8Array, sizeHint: number, limit: number): Uint8Array {
  const end = input.length
  let output = new Uint8Array(Math.min(Math.max(sizeHint, 256), limit, end * 1040 + 256))
  let written = 0
  let at = 0
  let hold = 0
  let held = 0

  const broken = (): never => refuse('workbook-broken', 'deflate')
  const fill = (bits: number): void => {
    while (held < bits) {
      // Up to three bytes past the end are looked at for a code that is shorter; they must not be used.
      if (at > end + 3) broken()
      hold |= (input[at++] ?? 0) << held
      held += 8
    }
  }
  const take = (bits: number): number => {
    fill(bits)
    const value = hold & ((1 << bits) - 1)
    hold >>>= bits
    held -= bits
    return value
  }
  const symbol = ({ bits, entries }: CodeTable): number => {
    if (held < bits) fill(bits)
    const entry = entries[hold & ((1 << bits) - 1)] ?? 0
    if (entry === 0) broken()
    hold >>>= entry & 15
    held -= entry & 15
    return entry >> 4
  }
  const reserve = (size: number): void => {
    if (size <= output.length) return
    if (size > limit) refuse('workbook-too-large', `inflated bytes > ${limit}`)
    const larger = new Uint8Array(Math.min(limit, Math.max(size, output.length * 2)))
    larger.set(output.subarray(0, written))
    output = larger
  }

  const stored = (): void => {
    at -= held >> 3
    hold = 0
    held = 0
    const size = (input[at] ?? 0) | ((input[at + 1] ?? 0) << 8)
    at += 4
    if (at + size > end) broken()
    reserve(written + size)
    output.set(input.subarray(at, at + size), written)
    written += size
    at += size
  }
  const tables = (): readonly [CodeTable, CodeTable] => {
    const literals = take(5) + 257
    const distances = take(5) + 1
    const codes = take(4) + 4
    if (literals > 286 || distances > 30) broken()
    const codeLengths = new Uint8Array(19)
    for (let i = 0; i < codes; i++) codeLengths[LENGTH_ORDER[i] ?? 0] = take(3)
    const lengthCodes = codeTable(codeLengths)
    const lengths = new Uint8Array(literals + distances)
    for (let i = 0; i < lengths.length; ) {
      const code = symbol(lengthCodes)
      if (code < 16) {
        lengths[i++] = code
        continue
      }
      if (code === 16 && i === 0) broken()
      const value = code === 16 ? (lengths[i - 1] ?? 0) : 0
      const times = code === 16 ? 3 + take(2) : code === 17 ? 3 + take(3) : 11 + take(7)
      if (i + times > lengths.length) broken()
      lengths.fill(value, i, i + times)
      i += times
    }
    return [codeTable(lengths.subarray(0, literals)), codeTable(lengths.subarray(literals))]
  }
  const coded = (literals: CodeTable, distances: CodeTable): void => {
    for (;;) {
      const code = symbol(literals)
      if (code < 256) {
        if (written === output.length) reserve(written + 1)
        output[written++] = code
        continue
      }
      if (code === 256) return
      if (code > 285) broken()
      const length = (LENGTH_BASE[code - 257] ?? 0) + take(LENGTH_EXTRA[code - 257] ?? 0)
      const place = symbol(distances)
      if (place > 29) broken()
      const distance = (DISTANCE_BASE[place] ?? 0) + take(DISTANCE_EXTRA[place] ?? 0)
      if (distance > written) broken()
      reserve(written + length)
      let from = written - distance
      for (const stop = written + length; written < stop; ) output[written++] = output[from++] ?? 0
    }
  }

  for (let isLast = false; !isLast; ) {
    isLast = take(1) === 1
    const kind = take(2)
    if (kind === 0) stored()
    else if (kind === 1) coded(FIXED_LITERALS, FIXED_DISTANCES)
    else if (kind === 2) coded(...tables())
    else broken()
    if (at * 8 - held > end * 8) broken()
  }
  return output.subarray(0, written)
}
