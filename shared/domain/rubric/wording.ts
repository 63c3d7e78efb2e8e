import { formatMilli } from '../points'
import type { Clause, ClauseForm, Judgement, Linear, Outcome, Threshold, Tier } from './clause'
import type { Findings } from './diagnostic'
import { isClosing, type Printed, type PrintedNumber } from './printed-numbers'

type ClauseOf<F extends ClauseForm> = Extract<Clause, { form: F }>

/** The part a number plays, by the words around it. */
type Role = 'points' | 'cap' | 'every' | 'free' | 'value'
type Declared = Partial<Readonly<Record<Role, readonly number[]>>>

/** What a form must print: words, its unit, and its numbers in thousandths, each in its role and in this order. */
interface Wording<F extends ClauseForm> {
  readonly words: (clause: ClauseOf<F>) => readonly RegExp[]
  readonly unit?: (clause: ClauseOf<F>) => string
  readonly numbers?: (clause: ClauseOf<F>) => Declared
  /** For forms whose numbers come in pairs of bound and outcome, or mean more than their list. */
  readonly sequence?: (clause: ClauseOf<F>, printed: readonly Printed[], out: Findings) => void
}

const maybe = (value: number | undefined): readonly number[] => (value === undefined ? [] : [value])
const count = (value: number): number => value * 1000

const WORDING: { readonly [F in ClauseForm]: Wording<F> } = {
  'per-occurrence': {
    words: () => [/每.*扣/],
    unit: (clause) => clause.unit,
    numbers: (clause) => ({
      every: (clause.per ?? 1) === 1 ? [] : [count(clause.per ?? 1)],
      free: maybe(clause.allowance).map(count),
      points: [...maybe(clause.pointsPerUnit), ...(clause.severities ?? []).map(({ points }) => points)],
      cap: maybe(clause.cap),
    }),
  },
  'all-or-nothing': {
    words: (clause) => (clause.deduct === 'all' ? [/不得分|不计分/] : [/扣/]),
    numbers: (clause) => ({ points: clause.deduct === 'all' ? [] : [clause.deduct] }),
  },
  threshold: { words: () => [], unit: (clause) => clause.measure.unit, sequence: thresholdSequence },
  tier: { words: () => [], unit: (clause) => clause.measure?.unit ?? '', sequence: tierSequence },
  linear: {
    words: (clause) => [
      clause.direction === 'below' ? /每(?:低|差|少|降|欠|短|减|缺)/ : /每(?:高|超|多|增|晚|逾|延|迟|升|长)/,
      /扣/,
    ],
    unit: (clause) => clause.measure.unit,
    numbers: (clause) => ({ every: [clause.per], points: [clause.pointsPerUnit], cap: maybe(clause.cap) }),
    sequence: linearSequence,
  },
  proportional: {
    words: (clause) => [/比例/, ...(clause.floor === undefined ? [] : [/不得分|不计分/])],
    unit: (clause) => clause.measure.unit,
    numbers: (clause) => ({ points: [clause.base], value: [clause.fullAt], free: maybe(clause.floor) }),
  },
  judgement: {
    words: (clause) => [/视|酌情/, clause.effect === 'deduct' ? /扣/ : /得|计/],
    sequence: judgementSequence,
  },
  additive: {
    words: (clause) => [new RegExp(clause.parts.map(() => '[得计]').join('.*'))],
    numbers: (clause) => ({ points: clause.parts.map(({ points }) => points) }),
  },
  bonus: {
    words: () => [/加/, /最高|最多|累计|不超过/],
    unit: (clause) => clause.unit,
    numbers: (clause) => ({ points: [clause.pointsPerUnit], cap: [clause.cap] }),
  },
  penalty: {
    words: () => [/扣/],
    unit: (clause) => clause.unit,
    numbers: (clause) => ({ points: [clause.pointsPerUnit], cap: maybe(clause.cap) }),
  },
  veto: {
    words: (clause) => [
      /一票否决/,
      ...(clause.scope === 'category' ? [/大项|大类|本类/] : []),
      ...(clause.scope === 'grade' ? [new RegExp(literally(clause.grade ?? '等次'))] : []),
    ],
    numbers: () => ({}),
  },
}

/** Rules 2 and 3 of the agreement: the numbers, the unit and the words that a clause's form must print. */
export function checkWording<F extends ClauseForm>(
  clause: ClauseOf<F>,
  printed: readonly Printed[],
  out: Findings,
): void {
  const wording: Wording<F> = WORDING[clause.form as F]
  for (const word of wording.words(clause)) {
    if (!word.test(clause.text)) out.error('form-word-missing', `${clause.form} needs ${word.source}`)
  }
  const unit = wording.unit?.(clause) ?? ''
  if (!clause.text.includes(unit)) out.error('unit-not-printed', unit)
  if (wording.numbers !== undefined) compareNumbers(clause, wording.numbers(clause), printed, out)
  wording.sequence?.(clause, printed, out)
}

function compareNumbers(
  clause: Clause,
  declared: Declared,
  printed: readonly Printed[],
  out: Findings,
): void {
  const byRole: Record<Role, number[]> = { points: [], cap: [], every: [], free: [], value: [] }
  for (const number of printed) {
    if (number.kind === 'number') byRole[roleOf(clause, number)].push(number.value)
  }
  const isLinear = clause.form === 'linear'
  for (const role of ['points', 'cap', 'every', 'free', 'value'] as const) {
    if (isLinear && role === 'value') continue
    const wanted = declared[role] ?? []
    let seen: readonly number[] = byRole[role]
    // 每1处 is the same as 每处.
    if (role === 'every' && !isLinear && wanted.length === 0) seen = seen.filter((value) => value !== 1000)
    // 不足1个百分点的按1个百分点计 repeats the step.
    if (role === 'every' && isLinear && seen.every((value) => value === clause.per)) seen = seen.slice(0, 1)
    if (seen.join() !== wanted.join()) {
      out.error('numbers-differ', `${role}: declared ${list(wanted)}, printed ${list(seen)}`)
    }
  }
}

function roleOf(clause: Clause, { isPoints, before, after, comparisons }: PrintedNumber): Role {
  const phrase = /[^，。；、]*$/.exec(before)?.[0] ?? ''
  if (isPoints) {
    if (clause.form === 'additive') return 'points'
    const isCap = isClosing(after) || /(?:最多|最高|至多|不超过|上限|封顶|扣满|扣完|累计)[^每]*$/.test(phrase)
    return isCap ? 'cap' : 'points'
  }
  if (/每[^\d]{0,8}$/.test(phrase)) return 'every'
  if (clause.form === 'linear' && /按$/.test(before)) return 'every'
  if (clause.form === 'linear' && /不足$/.test(before) && isRemainder(after)) return 'every'
  if (clause.form === 'proportional' && comparisons.includes('<')) return 'free'
  return clause.form === 'per-occurrence' ? 'free' : 'value'
}

/** 不足1个百分点的按1个百分点计 / 不足1天的不计. */
function isRemainder(after: string): boolean {
  return /^[^，。；\d]*，?(?:按|不计|不扣)/.test(after)
}

function linearSequence(clause: Linear, printed: readonly Printed[], out: Findings): void {
  const bases = printed.filter(
    (number): number is PrintedNumber => number.kind === 'number' && roleOf(clause, number) === 'value',
  )
  // 每逾期1天扣0.2分 starts from nothing and prints no standard.
  const isFromNothing = clause.from === 0 && clause.direction === 'above' && bases.length === 0
  if (!isFromNothing && (bases.length === 0 || bases.some(({ value }) => value !== clause.from))) {
    const seen = list(bases.map(({ value }) => value))
    out.error('numbers-differ', `from: declared ${list([clause.from])}, printed ${seen}`)
  }
  const isStarted = /不足.*按.*计/.test(clause.text)
  const isWhole = /不足.*(?:不计|不扣)/.test(clause.text)
  const isWrong =
    isStarted !== (clause.partial === 'started-steps') || (isWhole && clause.partial !== 'whole-steps')
  if (isWrong) out.error('partial-differs', `declared ${clause.partial}`)
}

/** Both ends of every band, in order: 扣1–2分; one number where they are equal, or for 最多扣2分 (from nothing). */
function judgementSequence(clause: Judgement, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  for (const { id, min, max } of clause.bands) {
    const first = rest[0]
    const isFromNothing = min === 0 && first?.kind === 'number' && first.value !== 0
    const isOne = min === max || (isFromNothing && /(?:最多|最高|至多|不超过)[扣得计]?$/.test(first.before))
    const wanted = isOne ? [max] : [min, max]
    const seen = rest.splice(0, wanted.length)
    const isSame = wanted.every((value, index) => {
      const number = seen[index]
      return number?.kind === 'number' && number.isPoints && number.value === value
    })
    if (!isSame) {
      out.error(
        'numbers-differ',
        `band ${id}: declared ${list(wanted)}, printed ${seen.map(name).join('、')}`,
      )
    }
  }
  if (rest.length > 0) out.error('numbers-differ', `printed beside the bands: ${rest.map(name).join('、')}`)
}

function thresholdSequence(clause: Threshold, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  for (const { cmp, value, outcome } of clause.thresholds) {
    const bound = rest.shift()
    const isBound = bound?.kind === 'number' && !bound.isPoints && bound.value === value
    if (!isBound)
      out.error('numbers-differ', `threshold: declared ${formatMilli(value)}, printed ${name(bound)}`)
    else if (!bound.comparisons.includes(cmp))
      out.error('comparison-differs', `declared ${cmp} ${name(bound)}`)
    checkOutcome(outcome, rest.shift(), out)
  }
  if (rest.length > 0)
    out.error('numbers-differ', `printed beside the thresholds: ${rest.map(name).join('、')}`)
}

function tierSequence(clause: Tier, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  for (const { id, min, max, isMinOpen, isMaxClosed, outcome } of clause.tiers) {
    const lower = isMinOpen ? '>' : '>='
    const upper = isMaxClosed ? '<=' : '<'
    let bounds = 0
    while (rest[0]?.kind === 'number' && !rest[0].isPoints) {
      const number = rest.shift() as PrintedNumber
      bounds += 1
      const isLower = number.value === min && fits(number, lower)
      const isUpper = number.value === max && fits(number, upper)
      if (!isLower && !isUpper) {
        out.error(
          'numbers-differ',
          `tier ${id}: declared ${bound(lower, min)} ${bound(upper, max)}, printed ${name(number)}`,
        )
      }
    }
    const hasBounds = min !== undefined || max !== undefined
    if (hasBounds && bounds === 0 && !/其余|其他|否则/.test(clause.text)) {
      out.error('numbers-differ', `tier ${id}: no bound printed`)
    }
    checkOutcome(outcome, rest.shift(), out)
  }
  if (rest.length > 0) out.error('numbers-differ', `printed beside the tiers: ${rest.map(name).join('、')}`)
}

function fits(number: PrintedNumber, comparison: '<' | '<=' | '>' | '>='): boolean {
  return number.comparisons.includes(comparison)
}

function checkOutcome(outcome: Outcome, printed: Printed | undefined, out: Findings): void {
  if (outcome.effect === 'full' || outcome.effect === 'zero') {
    if (printed?.kind === 'outcome' && printed.effect === outcome.effect) return
    out.error('outcome-differs', `declared ${outcome.effect}, printed ${name(printed)}`)
    return
  }
  const isSame = printed?.kind === 'number' && printed.isPoints && printed.value === outcome.points
  const verb = outcome.effect === 'deduct' ? /扣除?$/ : /[得计]$/
  if (isSame && verb.test(printed.before)) return
  const declared = `${outcome.effect} ${formatMilli(outcome.points)}`
  out.error('outcome-differs', `declared ${declared}, printed ${name(printed)}`)
}

function name(printed: Printed | undefined): string {
  if (printed === undefined) return 'nothing'
  if (printed.kind === 'outcome') return printed.effect
  return `${printed.before.slice(-4)}[${formatMilli(printed.value)}]${printed.after.slice(0, 4)}`
}

function bound(comparison: string, value: number | undefined): string {
  return value === undefined ? '' : `${comparison}${formatMilli(value)}`
}

function list(values: readonly number[]): string {
  return values.length === 0 ? 'none' : values.map(formatMilli).join('、')
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
