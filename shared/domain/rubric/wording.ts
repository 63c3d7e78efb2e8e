import type { Clause, ClauseForm } from './clause'
import type { Findings } from './diagnostic'
import { compareNumbers, type Declared } from './number-role'
import { describePrinted, type Printed } from './printed-numbers'
import {
  additiveSequence,
  judgementSequence,
  linearSequence,
  thresholdSequence,
  tierSequence,
} from './printed-sequence'

type ClauseOf<F extends ClauseForm> = Extract<Clause, { form: F }>

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
    words: (clause) => [/每[^。；]*扣/, new RegExp(`每[^，。；、]{0,8}${literally(clause.unit)}`)],
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
    words: () => [],
    sequence: additiveSequence,
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
      clause.scope === 'category' ? /大项|大类|本类/ : /^(?!.*(?:大项|大类|本类))/,
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
  if ('measure' in clause) checkUnits(unit, printed, out)
  if (wording.numbers !== undefined) compareNumbers(clause, wording.numbers(clause), printed, out)
  wording.sequence?.(clause, printed, out)
}

/** Every measured number is followed by its unit: 95%, 个百分点 for a step of it, 7个工作日. */
function checkUnits(unit: string, printed: readonly Printed[], out: Findings): void {
  const units = unit === '%' ? ['%', '个百分点'] : [unit]
  for (const number of printed) {
    if (number.kind === 'outcome' || number.isPoints) continue
    if (!units.some((each) => number.after.startsWith(each)))
      out.error('unit-not-printed', describePrinted(number))
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
