/** The value below which `share` (0 to 1) of the values lie: nearest rank. Throws on none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new Error('no values')
  return found
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The median of a over b, pair by pair: what was measured side by side drifts together. */
export function medianRatio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((value, at) => value / (b[at] ?? Number.NaN)))
}
