import type { ColumnProfile } from './column-profile'
import { meaningsOf } from './header-words'
import { all, type Settling } from './settling'

/** Rows of bonuses leave some cells of a full column empty. */
const FULL = 0.6

/** Columns of points, the items' own first. A weight in per cent beside points is none; alone it is all there is. */
export function measuresOf(settling: Settling): readonly ColumnProfile[] {
  const headings = all(settling, 'level')
  const candidates = all(settling, 'points')
  // Of two full columns the one that is printed again as often as a heading is the heading's, whatever it is called.
  const isOfHeading = (points: ColumnProfile) =>
    headings.some((heading) => isAgain(heading, points)) &&
    candidates.some(({ own, changes }) => own >= FULL && changes > points.changes)
  const rank = (points: ColumnProfile) => pointsRank(points) - (isOfHeading(points) ? 1 : 0)
  const named = [...candidates].sort((a, b) => rank(b) - rank(a))
  const points = named.filter(
    ({ labels, shares }) => shares < 0.5 || (meaningsOf(labels.at(-1) ?? '')?.points ?? 0) >= 0.9,
  )
  return points.length === 0 ? named : points
}

/** Items' own points are in the fullest column that says so; of equals in the rightmost. */
function pointsRank({ column, own, labels, isHidden }: ColumnProfile): number {
  const word = meaningsOf(labels.at(-1) ?? '')?.points ?? 0
  return own + word + 0.001 * column - (isHidden ? 1 : 0)
}

/** Whether points are printed once for a heading, or again in each row where the heading is. */
export function belongTo(heading: ColumnProfile, points: ColumnProfile): boolean {
  return points.own < 0.8 || isAgain(heading, points)
}

function isAgain(heading: ColumnProfile, points: ColumnProfile): boolean {
  const isRepeated = heading.own >= 0.8 && heading.changes < 0.8 && points.own >= FULL
  return isRepeated && heading.column < points.column && points.changes <= heading.changes
}
