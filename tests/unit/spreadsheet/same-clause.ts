import type { ReadClause, ReadForm } from '../../../shared/spreadsheet/wording/read-clause'

/** A clause as an expected file has it: what a careful person finds, with `also` for forms that compute the same. */
export type ExpectedClause = ReadForm & {
  readonly no: string | null
  readonly text: string
  readonly untilZero: boolean
  readonly also?: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/** Labels are the same when one holds the other: what the cases share may be printed once. */
const sameLabel = (a: string, b: string): boolean =>
  a === b || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)))

function sameValue(a: unknown, b: unknown, key = ''): boolean {
  if (key === 'label' && typeof a === 'string' && typeof b === 'string') return sameLabel(a, b)
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, i) => sameValue(one, b[i]))
  }
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return keys.every((one) => sameValue((a as Fields)[one], (b as Fields)[one], one))
  }
  return a === b
}

const NOT_OF_THE_FORM = new Set([
  'no',
  'text',
  'span',
  'untilZero',
  'confidence',
  'forPerson',
  'evidence',
  'pattern',
  'also',
])

const fieldsOf = (clause: object): Fields =>
  Object.fromEntries(
    Object.entries(clause).filter(([key, value]) => !NOT_OF_THE_FORM.has(key) && value !== undefined),
  )

/** The sheets count 扣完为止 to a single clause's text or leave it off: either is taken. */
const withoutEnd = (text: string): string => text.replace(/[，,；;、]?(?:直至|直到|至)?扣完为?止?$/, '')

const sameWords = (ours: ReadClause, expected: ExpectedClause): boolean =>
  ours.no === expected.no &&
  ours.untilZero === expected.untilZero &&
  (ours.text === expected.text || (ours.untilZero && withoutEnd(ours.text) === withoutEnd(expected.text)))

/** What each case of a form does, whatever the form is called: enough to see that two compute the same. */
function effectsOf(form: Fields): readonly unknown[] {
  if (Array.isArray(form.tiers))
    return (form.tiers as readonly { result: unknown }[]).map((one) => one.result)
  if (Array.isArray(form.thresholds)) {
    return (form.thresholds as readonly { result: unknown }[]).map((one) => one.result)
  }
  if (Array.isArray(form.parts)) {
    return (form.parts as readonly { points: number }[]).map((one) => ({
      effect: 'gain',
      points: one.points,
    }))
  }
  if (form.form === 'all-or-nothing') {
    return [form.deduct === 'all' ? { effect: 'zero' } : { effect: 'deduct', points: form.deduct }]
  }
  if (typeof form.pointsPerUnit === 'number') return [{ effect: 'deduct', points: form.pointsPerUnit }]
  return []
}

/** Whether another form, one of `also`, says the same. */
function sameByOtherForm(ours: Fields, expected: ExpectedClause): boolean {
  if (!expected.also?.includes(String(ours.form))) return false
  const theirs = fieldsOf(expected)
  const shared = Object.keys(ours).filter((key) => key !== 'form' && key in theirs)
  if (!shared.every((key) => key === 'tiers' || key === 'parts' || sameValue(ours[key], theirs[key], key)))
    return false
  if (ours.form === 'veto' || expected.form === 'veto') return true
  return sameValue(effectsOf(ours), effectsOf(theirs))
}

/** Whether a clause of ours says what is expected: its words, its form (or one of `also`) and all fields of it. */
export function compareClause(ours: ReadClause, expected: ExpectedClause): boolean {
  if (!sameWords(ours, expected)) return false
  return sameValue(fieldsOf(ours), fieldsOf(expected)) || sameByOtherForm(fieldsOf(ours), expected)
}

/** A tier counted by units, as one clause for each of its cases: how many of ours make it up; 0 where they do not. */
export function casesOfTier(ours: readonly ReadClause[], expected: ExpectedClause): number {
  const levels =
    expected.form === 'tier'
      ? expected.tiers.map((tier) => tier.result).filter((result) => result.effect !== 'none')
      : expected.form === 'penalty' && expected.levels
        ? expected.levels.map((level) => ({ effect: 'deduct', points: level.points }))
        : []
  if (levels.length === 0 || !expected.also?.includes('per-occurrence')) return 0
  if (!('unit' in expected) || ours.length < levels.length) return 0
  let at = -1
  const isEach = levels.every((result, i) => {
    const one = ours[i]
    if (one?.form !== 'per-occurrence' || one.no !== expected.no || one.untilZero !== expected.untilZero)
      return false
    const found = expected.text.indexOf(one.text, at + 1)
    if (found < 0) return false
    at = found
    return one.unit === expected.unit && sameValue({ effect: 'deduct', points: one.pointsPerUnit }, result)
  })
  return isEach ? levels.length : 0
}

export interface Compared {
  /** Expected clauses that are not `unparsed`, and how many of these were read rightly and without a mark. */
  readonly expected: number
  readonly right: number
  /** Clauses returned without a mark; a tier given as its cases counts once. */
  readonly returned: number
  /** Read wrongly and not marked. */
  readonly wrong: readonly ReadClause[]
  /** Expected and not found right. */
  readonly missed: readonly ExpectedClause[]
}

/** A whole rule compared clause by clause. */
export function compareRule(ours: readonly ReadClause[], expected: readonly ExpectedClause[]): Compared {
  const isUsed = ours.map(() => false)
  const wrong: ReadClause[] = []
  const missed: ExpectedClause[] = []
  let right = 0
  let cases = 0
  for (const one of expected) {
    if (one.form === 'unparsed') continue
    const at = ours.findIndex((clause, i) => !isUsed[i] && !clause.forPerson && compareClause(clause, one))
    if (at >= 0) {
      isUsed[at] = true
      right += 1
      continue
    }
    const start = ours.findIndex((_, i) => !isUsed[i] && casesOfTier(ours.slice(i), one) > 0)
    const n = start < 0 ? 0 : casesOfTier(ours.slice(start), one)
    if (n === 0) missed.push(one)
    else {
      isUsed.fill(true, start, start + n)
      right += 1
      cases += n - 1
    }
  }
  ours.forEach((clause, i) => {
    if (!isUsed[i] && !clause.forPerson && clause.form !== 'unparsed') wrong.push(clause)
  })
  return {
    expected: expected.filter((one) => one.form !== 'unparsed').length,
    right,
    returned: ours.filter((one) => !one.forPerson && one.form !== 'unparsed').length - cases,
    wrong,
    missed,
  }
}
