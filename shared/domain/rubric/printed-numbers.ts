import { formatMilli, parseMilli } from '../points'

export type Comparison = '<' | '<=' | '>' | '>='

/** An Arabic number printed in a clause's text. */
export interface PrintedNumber {
  readonly kind: 'number'
  /** Thousandths; NaN where it has more than three decimals. */
  readonly value: number
  /** Followed by 分 (points); otherwise a measured value or a count. */
  readonly isPoints: boolean
  /** What the words around it can mean; empty where they compare nothing. */
  readonly comparisons: readonly Comparison[]
  /** The text up to the number (of a range: up to its first number) and after it. */
  readonly before: string
  readonly after: string
}

/** 得满分 / 不扣分 and 不得分: outcomes that are words, not numbers. */
export interface PrintedOutcome {
  readonly kind: 'outcome'
  readonly effect: 'full' | 'zero'
}

export type Printed = PrintedNumber | PrintedOutcome

/** Words that stand right before a number, longest first. */
const BEFORE: readonly (readonly [string, readonly Comparison[]])[] = [
  ['不低于', ['>=']],
  ['不少于', ['>=']],
  ['不小于', ['>=']],
  ['不超过', ['<=']],
  ['不高于', ['<=']],
  ['不大于', ['<=']],
  ['不多于', ['<=']],
  ['未达到', ['<']],
  ['达不到', ['<']],
  ['未达', ['<']],
  ['未满', ['<']],
  ['不满', ['<']],
  ['不到', ['<']],
  ['不足', ['<']],
  ['低于', ['<']],
  ['少于', ['<']],
  ['小于', ['<']],
  ['超过', ['>']],
  ['超出', ['>']],
  ['高于', ['>']],
  ['大于', ['>']],
  ['多于', ['>']],
  ['达到', ['>=']],
  ['达', ['>=']],
  ['满', ['>=']],
]

/** Words that stand right after a number and its unit. 以下 is used both with and without the bound itself. */
const AFTER: readonly (readonly [RegExp, readonly Comparison[]])[] = [
  [/^（不含[^）]*）(及)?以上|^以上（不含[^）]*）/, ['>']],
  [/^（不含[^）]*）(及)?以下|^以下（不含[^）]*）/, ['<']],
  [/^及以下|^（含[^）]*）以下|^以下（含[^）]*）|^以内|^（含[^）]*）以内/, ['<=']],
  [/^(（含[^）]*）|及)?以上/, ['>=']],
  [/^以下/, ['<', '<=']],
]

const NUMBER = /\d+(?:\.\d+)?/g
const RANGE = /^(（不?含）)?(?:[–—~～-]|至|到)(不足|低于)?$/
const OUTCOME = /(?<full>得满分|计满分|不扣分)|(?<zero>不得分|不计分)/g
const POINTS = /^分(?![钟贝之米类])/
/** Where the measured thing is itself counted in 分 (测评得分), only these words make a number points. */
const POINTS_VERB = /(?:扣|加|计|最多扣|累计不超过|最高不超过|[^得]得|^得)$/

/**
 * Numbers and outcome words of a clause's text, in printed order.
 * `unit` is the measured thing's unit ('%', '天'); '' where the form measures nothing.
 */
export function readPrinted(text: string, unit: string): Printed[] {
  const matches = [...text.matchAll(NUMBER)].map((match) => ({ digits: match[0], at: match.index }))
  const found: { at: number; printed: Printed }[] = []
  let index = 0
  while (index < matches.length) {
    // One number, or the two of a range, which share the words before and the kind of the second.
    const first = matches[index]
    if (first === undefined) break
    const second = matches[index + 1]
    const between = second ? text.slice(first.at + first.digits.length, second.at) : ''
    const isRange = second !== undefined && RANGE.test(withoutUnit(between, unit))
    const last = isRange ? second : first
    const before = text.slice(0, first.at)
    const after = text.slice(last.at + last.digits.length)
    const isPoints = POINTS.test(after) && (unit !== '分' || POINTS_VERB.test(before) || isClosing(after))
    const shared = { kind: 'number', isPoints, before, after } as const
    if (isRange) {
      const isOpen = between.includes('（不含）') || /(高于|超过|大于)$/.test(before)
      const lower: readonly Comparison[] = isOpen ? ['>'] : ['>=']
      found.push({ at: first.at, printed: { ...shared, value: milli(first.digits), comparisons: lower } })
      const rest = withoutUnit(after, unit)
      const upper: readonly Comparison[] = rest.startsWith('（含）') ? ['<='] : ['<', '<=']
      const isShort = /(不足|低于)$/.test(between) || rest.startsWith('（不含）')
      found.push({
        at: last.at,
        printed: { ...shared, value: milli(last.digits), comparisons: isShort ? ['<'] : upper },
      })
    } else {
      const comparisons = compare(before, withoutUnit(after, unit))
      found.push({ at: first.at, printed: { ...shared, value: milli(first.digits), comparisons } })
    }
    index += isRange ? 2 : 1
  }
  for (const match of text.matchAll(OUTCOME)) {
    const effect = match.groups?.full === undefined ? 'zero' : 'full'
    found.push({ at: match.index, printed: { kind: 'outcome', effect } })
  }
  return found.sort((a, b) => a.at - b.at).map(({ printed }) => printed)
}

/** 2分扣完为止, 1分封顶. */
export function isClosing(after: string): boolean {
  return /^分(?:扣完)?(?:为止|为限|封顶)/.test(after)
}

function compare(before: string, after: string): readonly Comparison[] {
  const word = BEFORE.find(([text]) => before.endsWith(text))
  if (word !== undefined) return word[1]
  return AFTER.find(([pattern]) => pattern.test(after))?.[1] ?? []
}

function withoutUnit(text: string, unit: string): string {
  for (const candidate of ['个百分点', '%', unit, '分']) {
    if (candidate !== '' && text.startsWith(candidate)) return text.slice(candidate.length)
  }
  return text
}

function milli(digits: string): number {
  return parseMilli(digits) ?? Number.NaN
}

/** For messages: the number or outcome with the words around it. */
export function describePrinted(printed: Printed | undefined): string {
  if (printed === undefined) return 'nothing'
  if (printed.kind === 'outcome') return printed.effect
  return `${printed.before.slice(-4)}[${formatMilli(printed.value)}]${printed.after.slice(0, 4)}`
}

/** For messages: thousandths as decimals. */
export function describeNumbers(values: readonly number[]): string {
  return values.length === 0 ? 'none' : values.map(formatMilli).join('、')
}
