const TABLES = 16
const NO_WORDS = new Int32Array(0)
const table = makeTable()

function makeTable(): Int32Array {
  const t = new Int32Array(TABLES * 256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    t[n] = c
  }
  for (let at = 256; at < t.length; at++) {
    const before = t[at - 256] ?? 0
    t[at] = (before >>> 8) ^ (t[before & 0xff] ?? 0)
  }
  return t
}

/** CRC-32 (IEEE 802.3, as in ZIP) of bytes, carried on from `crc`. Slicing by 16 (Kounavis and Berry, 2005): four words a step. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const t = table
  let c = ~crc
  let at = 0
  const head = Math.min(bytes.length, (4 - (bytes.byteOffset & 3)) & 3)
  for (; at < head; at++) c = (t[(c ^ (bytes[at] as number)) & 0xff] as number) ^ (c >>> 8)
  const words = (bytes.length - at) >> 2
  const whole = words & ~3
  const w = whole === 0 ? NO_WORDS : new Int32Array(bytes.buffer, bytes.byteOffset + at, whole)
  for (let i = 0; i < whole; i += 4) {
    const a = c ^ (w[i] as number)
    const b = w[i + 1] as number
    const d = w[i + 2] as number
    const e = w[i + 3] as number
    c =
      (t[3840 + (a & 0xff)] as number) ^
      (t[3584 + ((a >>> 8) & 0xff)] as number) ^
      (t[3328 + ((a >>> 16) & 0xff)] as number) ^
      (t[3072 + (a >>> 24)] as number) ^
      (t[2816 + (b & 0xff)] as number) ^
      (t[2560 + ((b >>> 8) & 0xff)] as number) ^
      (t[2304 + ((b >>> 16) & 0xff)] as number) ^
      (t[2048 + (b >>> 24)] as number) ^
      (t[1792 + (d & 0xff)] as number) ^
      (t[1536 + ((d >>> 8) & 0xff)] as number) ^
      (t[1280 + ((d >>> 16) & 0xff)] as number) ^
      (t[1024 + (d >>> 24)] as number) ^
      (t[768 + (e & 0xff)] as number) ^
      (t[512 + ((e >>> 8) & 0xff)] as number) ^
      (t[256 + ((e >>> 16) & 0xff)] as number) ^
      (t[e >>> 24] as number)
  }
  for (at += whole * 4; at < bytes.length; at++) {
    c = (t[(c ^ (bytes[at] as number)) & 0xff] as number) ^ (c >>> 8)
  }
  return ~c >>> 0
}
