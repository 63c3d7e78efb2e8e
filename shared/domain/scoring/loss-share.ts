import { type Points, points } from '../points'
import type { Item, Rubric } from '../rubric/rubric'
import { allItems } from '../rubric/rubric'
import type { SheetScore } from './score'

/** Lost points that a unit answers for, thousandths. */
export interface UnitLoss {
  readonly unit: string
  readonly lost: Points
}

/**
 * Form 18: what an item lost, split between the units that answer for it, in the parts that the standard names (2:8) or
 * equally between the lead units. The thousandths that do not divide go to the largest remainders, the first named
 * first, so that the parts make the whole. None where nothing was lost, or nobody answers.
 */
export function splitLoss({ lossShares, units }: Item, lost: Points): readonly UnitLoss[] {
  const shares = lossShares ?? units.lead.map((unit) => ({ unit, parts: 1 }))
  const all = shares.reduce((sum, { parts }) => sum + parts, 0)
  if (lost <= 0 || all === 0) return []
  const cut = shares.map(({ unit, parts }, at) => {
    const exact = BigInt(lost) * BigInt(parts)
    return { unit, at, lost: Number(exact / BigInt(all)), rest: Number(exact % BigInt(all)) }
  })
  let left = lost - cut.reduce((sum, part) => sum + part.lost, 0)
  for (const part of [...cut].sort((a, b) => b.rest - a.rest || a.at - b.at)) {
    if (left === 0) break
    part.lost += 1
    left -= 1
  }
  return cut.map(({ unit, lost: part }) => ({ unit, lost: points(part) }))
}

/** Lost points by unit over a whole sheet, most first, then by name: item points as printed, before weights. */
export function unitLosses(rubric: Rubric, score: SheetScore): readonly UnitLoss[] {
  const lost = new Map(score.items.map((one) => [one.item, one.lost]))
  const sums = new Map<string, number>()
  for (const item of allItems(rubric)) {
    for (const part of splitLoss(item, lost.get(item.id) ?? points(0))) {
      sums.set(part.unit, (sums.get(part.unit) ?? 0) + part.lost)
    }
  }
  return [...sums]
    .map(([unit, sum]) => ({ unit, lost: points(sum) }))
    .sort((a, b) => b.lost - a.lost || (a.unit < b.unit ? -1 : 1))
}
