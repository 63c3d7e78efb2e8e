import type { ColumnProfile } from './column-profile'
import { type Meaning, meaningsOf } from './header-words'

/** What a column may be, and how much speaks for it. */
export interface Guess {
  readonly column: number
  readonly meaning: Meaning
  readonly score: number
}

const LEAST_SCORE = 0.4

/** What the data of a column adds to or takes from each meaning. */
function fromData(profile: ColumnProfile): Readonly<Partial<Record<Meaning, number>>> {
  const { own, rules, numeric, marks, units, methods, averageLength, changes } = profile
  if (own === 0) return {}
  const isText = averageLength > 1.5 && numeric < 0.5
  return {
    number: 0.3 * marks - 0.5 * (1 - marks),
    points: 0.4 * numeric - (numeric < 0.3 ? 0.5 : 0),
    rule: 0.5 * rules - (isText ? 0 : 0.5),
    content: 0.3 * Math.min(1, averageLength / 30) - 0.35 * rules - (isText ? 0 : 0.4),
    title: isText && averageLength < 16 ? 0.1 * changes : -0.1,
    methods: 0.45 * methods - 0.2 * (1 - methods),
    units: 0.45 * units - 0.2 * (1 - units),
    level: isText && averageLength < 25 ? 0.1 * (1 - changes) : numeric > 0.5 ? -0.5 : -0.1,
  }
}

/** Scores of every meaning for one column: what its words say, and what its cells look like. */
export function guessesFor(profile: ColumnProfile, hasContentRight: boolean): readonly Guess[] {
  const { column, labels, isCovered } = profile
  if (isCovered) return []
  const leaf = labels.at(-1)
  const own = leaf === undefined ? null : meaningsOf(leaf)
  const parents = labels.slice(0, -1).map(meaningsOf)
  const parent = parents.filter((meanings) => meanings !== null).at(-1) ?? null
  const data = fromData(profile)
  const words = own ?? (leaf === undefined ? {} : parent) ?? {}
  const guesses: Guess[] = []
  // Of 评分标准 and 扣分标准 one may hold what is asked for.
  const isRuleInName = (own?.rule ?? 0) >= 0.8 && profile.own > 0 && profile.rules < 0.3
  const meanings = new Set<Meaning>([
    ...(Object.keys(words) as Meaning[]),
    ...(own === null ? (['rule', 'methods', 'units'] as const) : []),
    ...(own === null && hasContentRight && (profile.own > 0 || profile.hasMerges)
      ? (['level'] as const)
      : []),
    ...(isRuleInName ? (['content'] as const) : []),
    // 考核标准 full of 扣…分 is a rule, whatever it is called.
    ...(own?.content !== undefined && own.rule === undefined && profile.rules >= 0.5
      ? (['rule'] as const)
      : []),
  ])
  for (const meaning of meanings) {
    const word = words[meaning] ?? unsaid(meaning, own !== null, leaf !== undefined)
    // 内容 below 考核指标 is a heading, 内容 below 考核标准 is what is asked for.
    const above =
      own !== null && (meaning === 'title' || meaning === 'level') && parent?.level !== undefined ? 0.3 : 0
    const score = (word + above + (data[meaning] ?? 0)) * (profile.isHidden ? 0.6 : 1)
    if (score >= LEAST_SCORE) guesses.push({ column, meaning, score })
  }
  return guesses
}

/** What a meaning starts from that the words do not name. */
function unsaid(meaning: Meaning, isKnown: boolean, isNamed: boolean): number {
  if (meaning === 'level' && isNamed) return 0.45
  if (meaning === 'content') return 0.4
  return meaning === 'rule' && isKnown ? 0.3 : 0.1
}
