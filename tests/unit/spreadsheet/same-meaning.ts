import type { ReadClause, ReadForm, ReadRule } from '../../../shared/spreadsheet/wording/read-clause'
import { isMeasuredUnit, isTimeUnit } from '../../../shared/spreadsheet/wording/units'
import { meaningOf, pointsOf } from './meaning-of'
import type { Compared, ExpectedClause } from './same-clause'

/** A rule's meaning as a fixture has it. */
export interface ExpectedRule {
  readonly clauses: readonly ExpectedClause[]
  readonly parts?: readonly { readonly no: string; readonly points: number }[]
  readonly caps?: readonly { readonly points: number; readonly clauses: readonly number[] }[]
}

type Span = readonly [number, number]

interface Side {
  readonly clauses: readonly (ReadForm & { readonly no: string | null; readonly text: string })[]
  readonly spans: readonly Span[]
  readonly points: readonly (number | null)[]
  /** Shared caps, and points of parts that several clauses share, by clause. */
  readonly caps: readonly { readonly points: number; readonly clauses: readonly number[] }[]
}

const bare = (no: string): string => no.normalize('NFKC').replace(/[()（）.、]/g, '')

function sideOf(rule: ExpectedRule | ReadRule, spans: readonly Span[], points: number | null): Side {
  const { clauses, parts = [], caps = [] } = rule
  const partOf = (no: string | null) => parts.find((one) => no !== null && bare(one.no) === bare(no))
  const own = clauses.map((clause) => partOf(clause.no)?.points ?? points)
  const ofParts = parts.flatMap((part) => {
    const within = clauses.flatMap((clause, i) => (partOf(clause.no) === part ? [i] : []))
    return within.length > 1 ? [{ points: part.points, clauses: within }] : []
  })
  const all = [...caps, ...ofParts].filter((cap) => points === null || cap.points < points)
  // A cap on one clause is that clause's own.
  const single = new Map(
    all.filter((cap) => cap.clauses.length === 1).map((cap) => [cap.clauses[0], cap.points]),
  )
  const bounded = clauses.map((clause, i) => {
    const cap = single.get(i)
    return cap !== undefined && 'cap' in clause && clause.cap === null ? { ...clause, cap } : clause
  })
  return {
    clauses: bounded as Side['clauses'],
    spans,
    points: own,
    caps: all.filter((cap) => cap.clauses.length > 1),
  }
}

function spansOf(rule: string, clauses: readonly ExpectedClause[]): readonly Span[] {
  let from = 0
  return clauses.map(({ text }) => {
    const found = rule.indexOf(text, from)
    const at = found >= 0 ? found : Math.max(0, rule.indexOf(text))
    from = at + 1
    return [at, at + text.length] as const
  })
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
/** They speak of the same words, wherever exactly each ends. */
const isSamePlace = (a: Span, b: Span): boolean => overlap(a, b) * 2 > Math.min(a[1] - a[0], b[1] - b[0])

const inWords = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (one === Number.POSITIVE_INFINITY ? 'all' : one))

/** 每条路: 条 and 路 count the same roads. No times, measures or 次: those count otherwise. */
function isSameUnit(a: string, b: string, text: string): boolean {
  const isThing = (unit: string): boolean =>
    !isTimeUnit(unit) && !isMeasuredUnit(unit) && !unit.endsWith('次')
  if (a === b) return true
  if (!isThing(a) || !isThing(b)) return false
  return new RegExp(`[每一1](?:${a}${b}|${b}${a})`).test(text.replace(/\s/g, ''))
}

function unitOf(form: ReadForm): string | null {
  return 'unit' in form ? form.unit : null
}

const withUnit = (form: ReadForm, unit: string | null): ReadForm =>
  'unit' in form ? ({ ...form, unit } as ReadForm) : form

interface OneCase {
  readonly lose: number
  /** The bound at which it is lost; where only one of the two has it, the other is told by its words. */
  readonly at?: unknown
}

const isOneCase = (meaning: unknown): meaning is OneCase =>
  typeof meaning === 'object' && meaning !== null && 'lose' in meaning

function isSame(
  ours: ReadForm,
  expected: ExpectedClause,
  ourPoints: number | null,
  points: number | null,
): boolean {
  const [a, b] = [unitOf(ours), unitOf(expected)]
  const same = a !== null && b !== null && isSameUnit(a, b, expected.text) ? withUnit(ours, b) : ours
  const [mine, theirs] = [meaningOf(same, ourPoints), meaningOf(expected, points)]
  if (inWords(mine) === inWords(theirs)) return true
  if (isOneCase(mine) && isOneCase(theirs) && mine.lose === theirs.lose && !(mine.at && theirs.at))
    return true
  // A form that the careful person allows beside the first, with the same points for the same cases.
  if (!expected.also?.includes(ours.form)) return false
  const isUnitSame =
    a === null || b === null || unitOf(same) === b || ours.form === 'linear' || expected.form === 'linear'
  const caps = (form: ReadForm): number | null => ('cap' in form ? form.cap : null)
  return (
    isUnitSame &&
    (caps(ours) ?? ourPoints) === (caps(expected) ?? points) &&
    inWords(pointsOf(ours, ourPoints)) === inWords(pointsOf(expected, points))
  )
}

/** Levels of what is counted by a unit and not capped: each thing found costs its level, as with a clause for each. */
function isLevelOf(form: ReadForm, expected: ExpectedClause): boolean {
  if (expected.form !== 'bonus' && expected.form !== 'penalty') return false
  if (form.form !== expected.form || expected.unit === null || expected.cap !== null) return false
  const isScopeSame =
    inWords('scope' in form && form.scope) === inWords('scope' in expected && expected.scope)
  return form.unit === expected.unit && form.per === 1 && form.cap === null && !form.levels && isScopeSame
}

/** Cases of a tier as clauses of their own, where the careful person allows it, or levels that are: how many of ours make it up. */
function casesMaking(
  ours: Side,
  at: number,
  expected: ExpectedClause,
  span: Span,
  points: number | null,
): number {
  const hasLevels = (expected.form === 'bonus' || expected.form === 'penalty') && Boolean(expected.levels)
  if (expected.form !== 'tier' && !hasLevels) return 0
  const own = pointsOf(expected, points)
  const isAllowed = (form: ReadForm): boolean =>
    expected.also?.includes(form.form) === true || isLevelOf(form, expected)
  const taken = ours.clauses.slice(at, at + own.length)
  const isAll = taken.every(
    (one, i) =>
      isAllowed(one) &&
      overlap(ours.spans[at + i] as Span, span) > 0 &&
      (one.form !== 'per-occurrence' || one.unit === unitOf(expected)),
  )
  const made = taken.flatMap((one, i) => pointsOf(one, ours.points[at + i] ?? null)).sort((a, b) => a - b)
  return own.length > 1 && taken.length === own.length && isAll && inWords(made) === inWords(own)
    ? own.length
    : 0
}

/** A whole rule compared in meaning: what it takes for every possible finding, not how it is printed or named. */
export function compareMeaning(
  rule: string,
  read: ReadRule,
  expected: ExpectedRule,
  points: number | null,
): Compared {
  const us = sideOf(
    read,
    read.clauses.map((one) => one.span),
    points,
  )
  const them = sideOf(expected, spansOf(rule, expected.clauses), points)
  const isOpen = (clause: ReadClause | undefined): boolean =>
    clause?.forPerson === true || clause?.form === 'unparsed'
  // Which of the expected clauses each of ours speaks of.
  const spokenOf = us.spans.map((span) => {
    const shared = them.spans.map((other) => overlap(span, other))
    return shared.indexOf(Math.max(0, ...shared))
  })
  const capsAt = (side: Side, i: number, names: (at: number) => number): string =>
    inWords(
      side.caps
        .filter((cap) => cap.clauses.includes(i))
        .map((cap) => [cap.points, ...new Set(cap.clauses.map(names))].join(' '))
        .sort(),
    )
  const isUsed = us.clauses.map(() => false)
  const missed: ExpectedClause[] = []
  let right = 0
  let cases = 0
  expected.clauses.forEach((one, j) => {
    if (one.form === 'unparsed') return
    const span = them.spans[j] as Span
    const theirs = them.clauses[j] as ExpectedClause
    const isCapped = (i: number): boolean =>
      capsAt(us, i, (at) => spokenOf[at] ?? -1) === capsAt(them, j, (at) => at)
    const found = us.clauses.findIndex(
      (clause, i) =>
        !isUsed[i] &&
        !isOpen(read.clauses[i]) &&
        isSamePlace(us.spans[i] as Span, span) &&
        isSame(clause, theirs, us.points[i] ?? null, them.points[j] ?? null) &&
        isCapped(i),
    )
    const n = found >= 0 ? 1 : 0
    const start =
      n > 0
        ? found
        : us.clauses.findIndex(
            (_, i) =>
              !isUsed[i] &&
              !isOpen(read.clauses[i]) &&
              casesMaking(us, i, theirs, span, them.points[j] ?? null) > 0,
          )
    const taken = n > 0 ? n : start < 0 ? 0 : casesMaking(us, start, theirs, span, them.points[j] ?? null)
    if (taken === 0) missed.push(one)
    else {
      isUsed.fill(true, start, start + taken)
      right += 1
      cases += taken - 1
    }
  })
  return {
    expected: expected.clauses.filter((one) => one.form !== 'unparsed').length,
    right,
    returned: read.clauses.filter((one) => !isOpen(one)).length - cases,
    wrong: read.clauses.filter((one, i) => !isUsed[i] && !isOpen(one)),
    missed,
  }
}
