import type { Heading } from './entries'
import { type Mark, type MarkStyle, wholeMark } from './numbering'

/** How deep each way of numbering stands, from 第一部分 to ①; what the sheet does decides between equals. */
const RANKS: Readonly<Record<MarkStyle, number>> = {
  part: 0,
  chinese: 1,
  roman: 1.5,
  letter: 1.6,
  'chinese-bracket': 2,
  arabic: 3,
  dotted: 3,
  'arabic-bracket': 5,
  circled: 6,
}

function rankOf(mark: Mark): number {
  return RANKS[mark.style] + (mark.style === 'dotted' ? (mark.values.length - 1) / 10 : 0)
}

interface Open {
  readonly heading: Heading
  readonly rank: number
}

/** The headings that stand open above a row. */
export interface HeadingStack {
  readonly open: readonly Open[]
  /** Where headings without a number stand, once seen. */
  readonly plainRank: number | null
}

export const NO_HEADINGS: HeadingStack = { open: [], plainRank: null }

export function pathOf(stack: HeadingStack): readonly Heading[] {
  return stack.open.map(({ heading }) => heading)
}

/**
 * The stack with one more heading: it closes all that stand as deep or deeper. A heading without a number goes below
 * one that it follows at once, and from then on stands as deep; else it begins anew.
 */
export function pushHeading(stack: HeadingStack, heading: Heading, followsHeading: boolean): HeadingStack {
  const { mark } = heading
  let { plainRank } = stack
  let rank: number
  if (mark !== null) rank = rankOf(mark)
  else {
    const top = followsHeading ? stack.open.at(-1) : undefined
    if (plainRank === null || (stack.open.length === 0 && !followsHeading))
      plainRank = top === undefined ? 0.5 : top.rank + 0.05
    rank = plainRank
  }
  return { open: [...stack.open.filter((open) => open.rank < rank), { heading, rank }], plainRank }
}

/** Numbers like 3.2 leave every heading that they do not begin with: 3.2 stands below 3, but not below 3.1. */
export function closeForItem(stack: HeadingStack, number: string | null): HeadingStack {
  const mark = number === null ? null : wholeMark(number)
  if (mark === null || (mark.style !== 'arabic' && mark.style !== 'dotted')) return stack
  const open = stack.open.filter(({ heading }) => {
    const above = heading.mark
    if (above === null || (above.style !== 'arabic' && above.style !== 'dotted')) return true
    return (
      above.values.length < mark.values.length && above.values.every((value, i) => value === mark.values[i])
    )
  })
  return open.length === stack.open.length ? stack : { ...stack, open }
}
