/** A point on the screen, CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A finger that goes on further than this goes on to another item. */
export const SWIPE_LEAST = 96

/** Before a finger has moved this far, it may still be a tap. */
const SLOP = 12

/** Whether a finger is on its way sideways, and does not scroll. */
export function isSideways(from: Point, to: Point): boolean {
  const [x, y] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return x > SLOP && x > 1.5 * y
}

/** Where a finger leads when it is lifted: the next item (to the left), the previous one, or nowhere. */
export function swipeOf(from: Point, to: Point): 1 | -1 | 0 {
  const by = to.x - from.x
  if (Math.abs(by) < SWIPE_LEAST || !isSideways(from, to)) return 0
  return by < 0 ? 1 : -1
}
