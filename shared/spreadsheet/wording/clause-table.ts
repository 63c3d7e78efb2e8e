import type { ClausePattern } from './clause-pattern'
import { AMONG_PATTERNS } from './pattern-among'
import { BAND_PATTERNS } from './pattern-band'
import { BEYOND_PATTERNS } from './pattern-beyond'
import { CASE_PATTERNS } from './pattern-case'
import { COUNT_PATTERNS } from './pattern-count'
import { FOUND_PATTERNS } from './pattern-found'
import { JUDGED_PATTERNS } from './pattern-judged'
import { LISTED_PATTERNS } from './pattern-listed'
import { MARK_PATTERNS } from './pattern-mark'
import { OVERFLOW_PATTERNS } from './pattern-overflow'
import { RANK_PATTERNS } from './pattern-rank'
import { SAMPLE_PATTERNS } from './pattern-sample'
import { SHARE_PATTERNS } from './pattern-share'
import { STEP_PATTERNS } from './pattern-step'
import { SUBJECT_PATTERNS } from './pattern-subject'
import { WON_PATTERNS } from './pattern-won'
import { ZONE_PATTERNS } from './pattern-zone'
import { shapeSearch } from './shape-search'

const IN_CONTEXT = [
  ...SUBJECT_PATTERNS,
  ...SAMPLE_PATTERNS,
  ...ZONE_PATTERNS,
  ...AMONG_PATTERNS,
  ...FOUND_PATTERNS,
  ...OVERFLOW_PATTERNS,
]

const ALL = [
  ...IN_CONTEXT,
  ...BEYOND_PATTERNS,
  ...SHARE_PATTERNS,
  ...BAND_PATTERNS,
  ...RANK_PATTERNS,
  ...MARK_PATTERNS,
  ...STEP_PATTERNS,
  ...COUNT_PATTERNS,
  ...WON_PATTERNS,
  ...CASE_PATTERNS,
  ...JUDGED_PATTERNS,
  ...LISTED_PATTERNS,
]

/** Which pattern is tried before which: what takes several statements first, what reads one alone last. */
const ORDER: readonly string[] = [
  'by-subject',
  'rate-over-a-sample',
  'limit-by-zone',
  'by-rank-among-subjects',
  'by-who-found-it',
  'past-the-item',
  'veto',
  'all-of-more-than-the-item',
  'levels-of-disapproval',
  'beyond-the-item',
  'by-rank',
  'won-beside',
  'share-and-its-formula',
  'shares-added-up',
  'share-between-marks',
  'share-up-to-a-mark',
  'share-of-the-points',
  'floor-then-share',
  'listed-prices',
  'first-ones-free',
  'each-but-the-first',
  'bands-by-step',
  'bands-within-a-step',
  'steps-by-their-own-count',
  'one-two-more',
  'reached-or-not',
  'passed-or-not',
  'must-reach',
  'full-then-each-step',
  'bands',
  'bands-of-one-deed',
  'none-then-bands',
  'nothing-or-more',
  'not-or-won',
  'complete-or-each-missing',
  'first-then-again',
  'won-or-not',
  'full-or-nothing',
  'none-or-cases',
  'full-or-less',
  'each-won-up-to-all',
  'full-or-cases',
  'several-won',
  'each-won',
  'each-step-beyond',
  'each-counted',
  'repeated-so-often',
  'beyond-a-bound',
  'judged-by-bands',
  'judged-or-full',
  'judged',
  'judged-within',
  'several-one-figure',
  'excluding-zero',
  'excluding-cases',
  'lost-once',
  'all-lost',
  'won-once',
  'veto-in-other-words',
]

/** Every pattern, in the order in which they are tried. */
export const CLAUSE_TABLE: readonly ClausePattern[] = ORDER.flatMap((name) =>
  ALL.filter((one) => one.name === name),
)

/** Patterns whose first words would otherwise be taken to bind the clause before them. */
export const isInContext = (one: ClausePattern): boolean => IN_CONTEXT.includes(one)

/** Those whose shape fits statements of these kinds, in that order. */
export const patternsAt = shapeSearch(CLAUSE_TABLE)

/** Patterns that stand in no place of the order: none, or they would never be tried. */
export const LEFT_OUT: readonly string[] = ALL.filter((one) => !ORDER.includes(one.name)).map(
  (one) => one.name,
)
