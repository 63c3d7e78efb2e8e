import type { ClauseForm, PlainClause } from './clause'
import type { Findings } from './diagnostic'
import { compareNumbers, type Declared, roleOf } from './number-role'
import { describeNumbers, describePrinted, type Printed } from './printed-numbers'
import {
  additiveSequence,
  judgementSequence,
  linearSequence,
  thresholdSequence,
  tierSequence,
} from './printed-sequence'
import {
  escalationSequence,
  isSample,
  rankSequence,
  rateAsForm,
  samplesSequence,
  zoneSequence,
} from './wording-in-context'

type PlainForm = Exclude<ClauseForm, 'by-subject'>
type ClauseOf<F extends PlainForm> = Extract<PlainClause, { form: F }>

/** What a form must print: words, its unit, and its numbers in thousandths, each in its role and in this order. */
interface Wording<F extends PlainForm> {
  readonly words: (clause: ClauseOf<F>) => readonly RegExp[]
  readonly unit?: (clause: ClauseOf<F>) => string
  readonly numbers?: (clause: ClauseOf<F>) => Declared
  /** For forms whose numbers come in pairs of bound and outcome, or mean more than their list. */
  readonly sequence?: (clause: ClauseOf<F>, printed: readonly Printed[], out: Findings) => void
}

const FALLS_SHORT = /每(?:低|差|少|降|欠|短|减|缺)/
const GOES_OVER = /每(?:高|超|多|增|晚|逾|延|迟|升|长)/
/** Parts that do not apply give their points over to the others. */
const NORMALISED = /(?:不适用|不涉及|合理缺项)[^。；]*折算/

const maybe = (value: number | undefined): readonly number[] => (value === undefined ? [] : [value])
const count = (value: number): number => value * 1000

const WORDING: { readonly [F in PlainForm]: Wording<F> } = {
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
    words: (clause) => [clause.direction === 'below' ? FALLS_SHORT : GOES_OVER, /扣/],
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
    words: ({ isNormalised }) => [
      isNormalised === true ? NORMALISED : new RegExp(`^(?!.*(?:${NORMALISED.source}))`),
    ],
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
      ...(clause.scope === 'total' ? [/总分|全表|整表/] : []),
      ...(clause.scope === 'grade' ? [new RegExp(literally(clause.grade ?? '等次'))] : []),
    ],
    numbers: () => ({}),
  },
  'zone-limit': {
    words: ({ direction }) => [direction === 'below' ? FALLS_SHORT : GOES_OVER, /扣/],
    unit: (clause) => clause.measure.unit,
    numbers: (clause) => ({
      value: clause.zones.map(({ limit }) => limit),
      every: [clause.per],
      points: [clause.pointsPerUnit],
      cap: maybe(clause.cap),
    }),
    sequence: zoneSequence,
  },
  escalation: {
    words: (clause) => [new RegExp(`每[^，。；、]{0,8}${literally(clause.unit)}[^。；]*扣`)],
    unit: (clause) => clause.unit,
    numbers: (clause) => ({ points: clause.finders.map(({ points }) => points), cap: maybe(clause.cap) }),
    sequence: escalationSequence,
  },
  overflow: {
    words: ({ mode }) => (mode === 'add' ? [/追加[^。；]*扣|加扣/] : [/继续|倒扣/]),
    numbers: ({ mode, points }) => (mode === 'add' ? { points: [points] } : { cap: [points] }),
  },
  rank: {
    // A rate is in per cent without saying so: 按满意率由高到低排名.
    unit: ({ measure: { label, unit } }) => (unit === '%' && label.endsWith('率') ? label : unit),
    words: ({ first }) => [/名/, first === 'highest' ? /[由从]高到低/ : /[由从]低到高/],
    sequence: rankSequence,
  },
  'pass-rate': {
    words: () => [/抽/, /率/],
    unit: (clause) => clause.measure.unit,
    sequence: (clause, printed, out) => {
      samplesSequence(clause, printed, out)
      checkRate(
        rateAsForm(clause),
        printed.filter((number) => !isSample(clause, number)),
        out,
      )
    },
  },
}

/** The rate of a sample, as the form that it is; that the whole is 100 % need not be said. */
function checkRate(rate: PlainClause, printed: readonly Printed[], out: Findings): void {
  if (rate.form === 'tier') tierSequence(rate, printed, out)
  else if (rate.form === 'proportional') compareNumbers(rate, { points: [rate.base] }, printed, out)
  else if (rate.form === 'linear') checkWording(rate, printed, out)
}

/** What each way of putting places together is called. */
const AGGREGATE = { sum: /逐|各[处点]|累计/, mean: /平均/, worst: /最差|扣分最[多高]/ } as const

/**
 * Rules 2 and 3 of the agreement: the numbers, the unit and the words that a clause's form must print. `shared` are
 * caps that it shares with clauses before it (两款合计最多扣2分).
 */
export function checkWording<F extends PlainForm>(
  clause: ClauseOf<F>,
  printed: readonly Printed[],
  out: Findings,
  shared: readonly number[] = [],
): void {
  const wording: Wording<F> = WORDING[clause.form as F]
  for (const word of [...wording.words(clause), ...aggregateWords(clause)]) {
    if (!word.test(clause.text)) out.error('form-word-missing', `${clause.form} needs ${word.source}`)
  }
  const unit = wording.unit?.(clause) ?? ''
  if (!clause.text.includes(unit)) out.error('unit-not-printed', unit)
  const own = printed.filter((number) => number.kind === 'outcome' || roleOf(clause, number) !== 'shared')
  if ('measure' in clause && clause.form !== 'rank') checkUnits(clause.form, unit, own, out)
  if (wording.numbers !== undefined)
    compareNumbers(clause, { ...wording.numbers(clause), shared }, printed, out)
  else compareShared(clause, shared, printed, out)
  wording.sequence?.(clause, own, out)
}

function aggregateWords({ aggregate, text }: PlainClause): readonly RegExp[] {
  if (aggregate === undefined || text === '') return []
  const others = Object.entries(AGGREGATE).flatMap(([key, word]) =>
    key === aggregate || key === 'sum' ? [] : [new RegExp(`^(?!.*(?:${word.source}))`)],
  )
  return [AGGREGATE[aggregate], ...others]
}

/** Caps shared with other clauses, in a clause whose own numbers come in a sequence. */
function compareShared(
  clause: PlainClause,
  shared: readonly number[],
  printed: readonly Printed[],
  out: Findings,
): void {
  const seen = printed.flatMap((number) =>
    number.kind === 'number' && roleOf(clause, number) === 'shared' ? [number.value] : [],
  )
  if (seen.join() !== shared.join())
    out.error(
      'numbers-differ',
      `shared: declared ${describeNumbers(shared)}, printed ${describeNumbers(seen)}`,
    )
}

/** Every measured number is followed by its unit: 95%, 个百分点 for a step of it, 7个工作日. */
function checkUnits(form: PlainForm, unit: string, printed: readonly Printed[], out: Findings): void {
  const rates = ['%', '个百分点']
  const units = unit === '%' ? rates : form === 'pass-rate' ? [unit, ...rates] : [unit]
  for (const number of printed) {
    if (number.kind === 'outcome' || number.isPoints) continue
    if (!units.some((each) => number.after.startsWith(each)))
      out.error('unit-not-printed', describePrinted(number))
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
