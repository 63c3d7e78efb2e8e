/** Shortest passphrase that main takes, in characters. */
export const SHORTEST_PASSPHRASE = 8

export type Strength = 'short' | 'weak' | 'fair' | 'good'

/**
 * A hint, not a proof: length and variety as bits of an honest random choice. Repeated characters count half, and
 * spaces add no variety.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase]
  if (characters.length < SHORTEST_PASSPHRASE) return 'short'
  const pool = POOLS.reduce((sum, [pattern, size]) => sum + (pattern.test(passphrase) ? size : 0), 0)
  const counted = (new Set(characters).size + characters.length) / 2
  const steady = isRun(characters) ? 0.5 : 1
  const bits = counted * Math.log2(Math.max(2, pool)) * steady
  return bits < 45 ? 'weak' : bits < 65 ? 'fair' : 'good'
}

const POOLS = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/\p{Script=Han}/u, 3000],
  [/[^a-zA-Z\d\s\p{Script=Han}]/u, 32],
] as const

/** 12345678 and abcdefgh: every character follows the one before. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0)
  return codes.every((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) <= 1)
}
