/** The picture that a difference hash is of: 9 columns, 8 rows. */
export const HASH_WIDTH = 9
export const HASH_HEIGHT = 8

/** Pictures that differ in so few of 64 bits look alike: the same scene again, or a smaller copy. */
const MOST_ALIKE = 6
/** Neighbours that differ by less are the same to the eye: a plain wall has no look of its own. */
const LEAST_CONTRAST = 2

/**
 * 16 hex digits: one bit for each pair of neighbours, set where the left is brighter. `rgba`: 9×8 pixels, 4 bytes
 * each. Null of a picture with next to nothing on it, which would look like every other such.
 */
export function differenceHash(rgba: Uint8ClampedArray): string | null {
  const grey = (at: number) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at * 4, at * 4 + 3)
    return red * 0.299 + green * 0.587 + blue * 0.114
  }
  let hex = ''
  let marked = 0
  for (let row = 0; row < HASH_HEIGHT; row++) {
    let bits = 0
    for (let column = 0; column + 1 < HASH_WIDTH; column++) {
      const at = row * HASH_WIDTH + column
      const step = grey(at) - grey(at + 1)
      bits = bits * 2 + (step > 0 ? 1 : 0)
      if (Math.abs(step) >= LEAST_CONTRAST) marked += 1
    }
    hex += bits.toString(16).padStart(2, '0')
  }
  return marked < 8 ? null : hex
}

/** A difference hash as two 32-bit halves, read once to be compared often. */
export type HashBits = readonly [high: number, low: number]

export function hashBits(hex: string): HashBits {
  return [Number.parseInt(hex.slice(0, 8), 16) | 0, Number.parseInt(hex.slice(8), 16) | 0]
}

export function looksAlike([highA, lowA]: HashBits, [highB, lowB]: HashBits): boolean {
  return bitsIn(highA ^ highB) + bitsIn(lowA ^ lowB) <= MOST_ALIKE
}

/** How many of 32 bits are set. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
