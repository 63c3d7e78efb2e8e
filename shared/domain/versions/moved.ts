interface Place {
  readonly id: string
  readonly before: number
  /** Length of the longest run in common order that ends here, and of the longest that starts here. */
  readonly ends: number
  starts: number
}

/**
 * Of ids that stand in both orders, those that moved: all but a longest run that both orders have in common. Where
 * several are as long, the one with the smallest ids stays, so that both directions agree.
 */
export function movedAmong(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const position = new Map(before.map((id, at) => [id, at]))
  const common = after.filter((id) => position.has(id))
  const order = common.map((id) => position.get(id) ?? 0)
  if (order.every((at, no) => no === 0 || at > (order[no - 1] ?? 0))) return new Set()
  const ends = runLengths(order)
  const starts = runLengths(order.map((at) => -at).reverse()).reverse()
  const places: Place[] = common.map((id, no) => ({
    id,
    before: order[no] ?? 0,
    ends: ends[no] ?? 1,
    starts: starts[no] ?? 1,
  }))
  const longest = Math.max(...ends)
  const byLevel = new Map<number, (Place & { readonly no: number })[]>()
  places.forEach((place, no) => {
    if (place.ends + place.starts - 1 !== longest) return
    byLevel.set(place.ends, [...(byLevel.get(place.ends) ?? []), { ...place, no }])
  })
  const stays = new Set<string>()
  let last = { no: -1, before: -1 }
  for (let level = 1; level <= longest; level += 1) {
    const next = (byLevel.get(level) ?? [])
      .filter((place) => place.no > last.no && place.before > last.before)
      .reduce<(Place & { readonly no: number }) | null>(
        (best, place) => (best === null || place.id < best.id ? place : best),
        null,
      )
    if (next === null) break
    stays.add(next.id)
    last = next
  }
  return new Set(common.filter((id) => !stays.has(id)))
}

/** For each number the length of the longest rising run that ends there; by patience sorting, n log n. */
function runLengths(order: readonly number[]): number[] {
  const smallest: number[] = []
  return order.map((at) => {
    let low = 0
    let high = smallest.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((smallest[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    smallest[low] = at
    return low + 1
  })
}
