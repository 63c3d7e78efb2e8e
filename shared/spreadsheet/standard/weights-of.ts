const WHOLE = 10_000

/**
 * What share of all points each category has, in basis points, 10000 in all. Where a share is no whole basis point
 * the largest remainders take what is left over, the first before the later. For show: the total is the points' sum.
 */
export function weightsOf(points: readonly number[]): readonly number[] {
  const total = points.reduce((sum, each) => sum + each, 0)
  if (total <= 0) return points.map(() => 0)
  const floors = points.map((each) => Math.floor((each * WHOLE) / total))
  const left = WHOLE - floors.reduce((sum, each) => sum + each, 0)
  const order = points
    .map((each, at) => ({ at, rest: (each * WHOLE) % total }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  const raised = new Set(order.slice(0, left).map(({ at }) => at))
  return floors.map((each, at) => (raised.has(at) ? each + 1 : each))
}
