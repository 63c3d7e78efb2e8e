/** Thousandths with two decimals, three where the third counts: 200 → 0.20, 125 → 0.125. */
export function screenScore(milli: number): string {
  return (milli / 1000).toFixed(milli % 10 === 0 ? 2 : 3)
}

/** One number, or the range still reachable. */
export function screenRange(low: number, high: number): string {
  return low === high ? screenScore(high) : `${screenScore(low)} – ${screenScore(high)}`
}

/** Basis points as a percentage: 1000 → 10 %. */
export function screenWeight(weight: number): string {
  return `${weight / 100} %`
}
