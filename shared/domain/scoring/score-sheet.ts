import { type Points, points, ZERO } from '../points'
import type { Category, Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import type { SheetState } from '../sheet/state'
import { gradeOf, worstGrade } from './grade'
import { guaranteeStanding, type Standing } from './guarantee'
import type { CategoryScore, ItemScore, SheetScore } from './score'
import { categoryItems, gradesOf } from './score-category'
import { type Memory, type Tally, tallyOf } from './tally'
import { highParts, lowParts } from './total-parts'
import { lowestParts, weightedTotal } from './weighted-total'

/** What a score is of: the marks, and the subject, whose kind may decide which rules hold. */
export type Scored = Pick<SheetState, 'items'> & { readonly header?: SheetState['header'] | undefined }

const NO_ITEMS: readonly ItemScore[] = []
const usual: Memory = new WeakMap()

/**
 * The score of a whole sheet, in the order of arithmetic: clauses, item, exclusions, category, weights,
 * bonus and penalty, veto and grade. Thousandths throughout; one item is computed anew per changed mark.
 * Whoever plays with other marks (what if) brings a `memory` of their own.
 */
export function scoreSheet(standard: Rubric, state: Scored, memory: Memory = usual): SheetScore {
  return scoreTallies(standard, state, memory).score
}

/** The score with what it was made of, for whoever explains it. `rubric` is the standard as it is for the subject. */
export function scoreTallies(standard: Rubric, state: Scored, memory: Memory = usual) {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  const plain = rubric.categories.map((category) => tallyOf(rubric, category, state, memory))
  const guaranteed = withGuarantees(rubric, plain)
  return { rubric, ...guaranteed, score: scoreOf(rubric, guaranteed) }
}

function scoreOf(
  rubric: Rubric,
  { tallies, forfeitedBy, isTotalLost, isTotalThreatened }: Guaranteed,
): SheetScore {
  const counting = tallies.filter(({ score }) => score.full > 0)
  const bonus = capped(tallies, 'bonus', rubric.bonusCap)
  const penalty = capped(tallies, 'penalty', rubric.penaltyCap)
  const lows = lowestParts(lowParts(rubric, counting))
  const highs = highParts(rubric, counting)
  const low = isTotalThreatened ? ZERO : weightedTotal(rubric, lows, bonus.now - penalty.most)
  const high = isTotalLost ? ZERO : weightedTotal(rubric, highs, bonus.most - penalty.now)
  const graded = (score: Points, vetoes: readonly string[]) =>
    worstGrade(rubric, [gradeOf(rubric, score, rubric.points), ...vetoes])
  const threatened = tallies.flatMap((tally) => tally.threatened)
  const imposed = tallies.flatMap((tally) => tally.imposed)
  return {
    full: rubric.points,
    low,
    high,
    gradeLow: graded(low, threatened),
    gradeHigh: graded(high, imposed),
    weightedLow: weightedTotal(rubric, lows),
    weightedHigh: weightedTotal(rubric, highs),
    bonus: bonus.now,
    penalty: penalty.now,
    vetoedBy: tallies.flatMap(({ vetoedBy }) => vetoedBy),
    forfeitedBy,
    checked: tallies.reduce((sum, { score }) => sum + score.checked, 0),
    count: tallies.reduce((sum, { score }) => sum + score.count, 0),
    categories: tallies.map(({ score }) => score),
    items: NO_ITEMS.concat(...tallies.map(({ items }) => items)),
  }
}

/** Bonuses or penalties of all categories under the rubric's cap: in force, and with what is still open. */
function capped(tallies: readonly Tally[], key: 'bonus' | 'penalty', cap: Points) {
  const sum = (when: 'now' | 'most') =>
    points(
      Math.min(
        cap,
        tallies.reduce((all, tally) => all + tally[key][when], 0),
      ),
    )
  return { now: sum('now'), most: sum('most') }
}

/** The tallies under the standard's guarantees, and what those and vetoes do to the total. */
interface Guaranteed {
  readonly tallies: readonly Tally[]
  readonly forfeitedBy: readonly string[]
  readonly isTotalLost: boolean
  readonly isTotalThreatened: boolean
}

/** Categories that a guarantee zeroes, or may still zero, and whether the whole table is. */
function withGuarantees(rubric: Rubric, plain: readonly Tally[]): Guaranteed {
  const guarantees = rubric.guarantees ?? []
  const isVetoed = plain.some(({ totalVeto }) => totalVeto.now)
  const mayBeVetoed = plain.some(({ totalVeto }) => totalVeto.may)
  if (guarantees.length === 0) {
    return { tallies: plain, forfeitedBy: [], isTotalLost: isVetoed, isTotalThreatened: mayBeVetoed }
  }
  const seats = new Map(
    rubric.categories.flatMap((category, at) =>
      categoryItems(category).flatMap((item, no) => {
        const score = plain[at]?.items[no]
        return score === undefined ? [] : [[item.id, { item, score }] as const]
      }),
    ),
  )
  const standings = guarantees.map((guarantee) => ({
    guarantee,
    ...guaranteeStanding(rubric, guarantee, (id) => seats.get(id)),
  }))
  const on = (test: (zeroes: (typeof guarantees)[number]['zeroes']) => boolean): Standing => {
    const these = standings.filter(({ guarantee }) => test(guarantee.zeroes))
    return {
      isBroken: these.some(({ isBroken }) => isBroken),
      mayBreak: these.some(({ mayBreak }) => mayBreak),
    }
  }
  const total = on(({ scope }) => scope === 'total')
  return {
    tallies: plain.map((tally, at) => {
      const category = rubric.categories[at]
      const standing = on((zeroes) => zeroes.scope === 'category' && zeroes.category === category?.id)
      return category === undefined ? tally : forfeit(rubric, category, tally, standing)
    }),
    forfeitedBy: standings.flatMap(({ guarantee, isBroken }) => (isBroken ? [guarantee.id] : [])),
    isTotalLost: isVetoed || total.isBroken,
    isTotalThreatened: mayBeVetoed || total.mayBreak,
  }
}

function forfeit(rubric: Rubric, category: Category, tally: Tally, { isBroken, mayBreak }: Standing): Tally {
  if (!mayBreak) return tally
  const low = ZERO
  const high = isBroken ? ZERO : tally.score.high
  // A category that is forfeited is not out of the sum: it counts nothing.
  const isLeftOut = tally.score.isLeftOut && !isBroken
  const score: CategoryScore = {
    ...tally.score,
    low,
    high,
    ...gradesOf(rubric, isLeftOut ? ZERO : category.points, low, high),
    isForfeited: isBroken,
    isLeftOut,
  }
  return { ...tally, score, isOptional: tally.isOptional && !isBroken, couldBeVetoed: true }
}
