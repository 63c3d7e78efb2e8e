import { formatMilli, type Points } from '../../domain/points'
import type { ReadItem } from '../reading/reading'
import type { ReadClause } from '../wording/read-clause'
import { perOccurrence } from './counted-forms'
import type { ClauseSetting, FormOf, Made } from './worded'

/** A row of clauses that are one thing counted by its size, and what that makes. */
export interface Sized {
  /** Positions among the item's read clauses, one after the other. */
  readonly at: readonly number[]
  readonly made: Made
}

type Counted = FormOf<'per-occurrence'>

const isCounted = (clause: ReadClause | undefined): clause is Counted =>
  clause?.form === 'per-occurrence' && clause.forPerson !== true

const isPlain = (clause: Counted): boolean =>
  clause.pointsPerUnit !== null &&
  clause.per === 1 &&
  clause.cap === null &&
  clause.full === undefined &&
  clause.aggregate === undefined &&
  (clause.allowance ?? 0) === 0

/**
 * 支路每处扣0.2分，次干道每处扣0.3分，主干道每处扣0.5分，最多扣2.5分: cases in one sentence with one most are one
 * clause with a price for each size. It takes what the clauses and their shared cap would.
 */
export function sizedCases(
  { clauses, caps = [], rule, points }: ReadItem,
  setting: ClauseSetting,
): readonly Sized[] {
  return caps.flatMap(({ clauses: at, points: cap }): readonly Sized[] => {
    const row = at.map((no) => clauses[no])
    const counted = row.filter(isCounted)
    const [first, last] = [counted[0], counted[counted.length - 1]]
    if (first === undefined || last === undefined || counted.length < row.length || row.length < 2) return []
    const isRow = at.every((no, i) => i === 0 || no === (at[i - 1] ?? 0) + 1)
    const isOneThing = counted.every((one) => isPlain(one) && one.unit === first.unit && one.no === first.no)
    if (!isRow || !isOneThing || first.unit === null || !areJoined(counted, rule)) return []
    const most = mostAfter(rule, last.span[1], cap)
    const labels = counted.map((one, i) => labelIn(one, rule, i === 0))
    if (most === null || labels.some((label) => label === '') || new Set(labels).size < labels.length)
      return []
    const text = rule.slice(first.span[0], most)
    const unit = perOccurrence({ ...first, text }, setting)?.clauses[0]?.rule
    if (unit?.form !== 'per-occurrence') return []
    const severities = counted.map(({ pointsPerUnit }, i) => ({
      id: `s${i + 1}`,
      label: labels[i] ?? '',
      points: pointsPerUnit as Points,
    }))
    const bounds = cap === points ? {} : { cap }
    const sized = { form: 'per-occurrence' as const, unit: unit.unit, severities, ...bounds }
    return [{ at, made: { clauses: [{ text, rule: sized }] } }]
  })
}

/** Nothing but a comma between one case and the next. */
function areJoined(counted: readonly Counted[], rule: string): boolean {
  return counted.every((one, i) => {
    const before = counted[i - 1]
    return before === undefined || /^\s*[，,、]\s*$/.test(rule.slice(before.span[1], one.span[0]))
  })
}

/** Where the words on the most end, right after the last case; null where they stand elsewhere. */
function mostAfter(rule: string, from: number, cap: Points): number | null {
  const found = /^\s*[，,]\s*[^，,。；;\n]{2,16}/.exec(rule.slice(from))?.[0]
  const figure = found?.normalize('NFKC').replace(/\s+/g, '')
  return found !== undefined && figure?.includes(`${formatMilli(cap)}分`) ? from + found.length : null
}

/** What a case is called: the words before what it is counted by, or between that and its price. */
function labelIn({ evidence, span }: Counted, rule: string, isFirst: boolean): string {
  const unit = evidence.find(({ of }) => of === 'unit')?.span
  const price = evidence.find(({ of }) => of === 'points')?.span
  const end = price?.[0] ?? span[1]
  const isWithin = unit !== undefined && unit[0] >= span[0] && unit[1] <= end
  const after = isWithin ? bare(rule.slice(unit[1], end)) : ''
  if (after !== '') return after
  const words = bare(rule.slice(span[0], isWithin ? unit[0] : end))
  return isFirst
    ? bare(words.slice(Math.max(...['，', ',', '：', ':'].map((stop) => words.lastIndexOf(stop))) + 1))
    : words
}

const bare = (words: string): string =>
  words
    .replace(/\s+/g, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/^(?:查见|见|发现|存在)/, '')
    .replace(/[的者]?[，,、：:]*$/, '')
    .replace(/的$/, '')
    .slice(0, 200)
