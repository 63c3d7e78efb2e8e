/** Numbers that follow from a seed alone (mulberry32): the demonstration must come out the same each time. */
export interface Seeded {
  /** A whole number from 0 up to, but not including, `n`. */
  readonly below: (n: number) => number
  readonly pick: <T>(choices: readonly T[]) => T
  /** True in `percent` of 100 cases. */
  readonly isIn100: (percent: number) => boolean
  /** A UUID (version 4 in form). */
  readonly uuid: () => string
}

export function seeded(seed: number): Seeded {
  let state = seed | 0
  function below(n: number): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n)
  }
  function pick<T>(choices: readonly T[]): T {
    const choice = choices[below(choices.length)]
    if (choice === undefined) throw new Error('nothing to pick from')
    return choice
  }
  function uuid(): string {
    const hex = Array.from({ length: 32 }, () => below(16).toString(16))
    hex[12] = '4'
    hex[16] = pick(['8', '9', 'a', 'b'])
    const text = hex.join('')
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
      '-',
    )
  }
  return { below, pick, isIn100: (percent) => below(100) < percent, uuid }
}
