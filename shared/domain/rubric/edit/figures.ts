import { type Milli, type Points, parseMilli } from '../../points'
import type { Measure, Outcome } from '../clause'
import { type Printed, type PrintedNumber, readPrinted } from '../printed-numbers'

/** What the words of a clause print, for a form to be begun with: proposals, for a person to check. */
export interface Figures {
  readonly text: string
  readonly printed: readonly Printed[]
  readonly points: readonly number[]
  readonly measured: readonly PrintedNumber[]
  /** 处, 次, 平方米 …; empty where none is printed. */
  readonly unit: string
  readonly measure: Measure
}

const UNITS =
  '个百分点|车次|辆次|平方米|立方米|公里|小时|人次|处(?![置理罚])|项|次|个|人(?!员)|起|件|座|条|家|天|日|户|例|辆|盏|株|具|块|点|米|份|名'
const FOUND = '(?:发现|出现|有|缺|少|漏|差|低|超|高|增加|降低)'
/** What is counted stands right after 每, or after a number: any other 处 or 人 is part of a word (处置, 人员). */
const COUNTED = [
  new RegExp(`每${FOUND}?(?:一|\\d+(?:\\.\\d+)?)?(${UNITS})`),
  new RegExp(`每[^，。；、]{0,8}?(?:一|\\d+(?:\\.\\d+)?)(${UNITS})`),
  new RegExp(`(?:\\d|${FOUND}一)(${UNITS})`),
] as const
const LABEL = /[\p{Script=Han}]{0,10}(?:率|度|量|天数|次数|面积|时间|浓度|比例|得分|数量)/u

export function figuresIn(text: string): Figures {
  const isPercent = /[%％]|百分点/.test(text)
  const every = countedIn(text)
  const unit = isPercent ? '%' : every
  const printed = readPrinted(text, unit).filter((one) => one.kind === 'outcome' || isUsable(one.value))
  const numbers = printed.filter((one) => one.kind === 'number')
  const label = (LABEL.exec(text)?.[0] ?? '').replace(/^(?:每|按|以|其|该)/, '')
  return {
    text,
    printed,
    points: numbers.filter(({ isPoints }) => isPoints).map(({ value }) => value),
    measured: numbers.filter(({ isPoints }) => !isPoints),
    unit: every === '个百分点' ? '' : every,
    measure: { label, unit },
  }
}

function countedIn(text: string): string {
  const match = COUNTED.map((pattern) => pattern.exec(text)).find((found) => found !== null)
  return match?.[1] ?? ''
}

/** Finer than a thousandth, or beyond all points: no number that a standard could hold. */
function isUsable(value: number): boolean {
  return Number.isSafeInteger(value) && value <= 1_000_000_000
}

/** 最多, 扣完为止 …: the last number of points is a cap, not a rate. */
export function capIn({ text, points }: Figures): Points | undefined {
  const hasCap = /扣完|为止|最多|最高|不超过|封顶|累计/.test(text)
  return hasCap && points.length > 1 ? (points.at(-1) as Points) : undefined
}

/** Every how many: 每3处 is 3. */
export function everyIn({ text, unit }: Figures): number {
  const match = unit === '' ? null : new RegExp(`每\\D{0,4}(\\d{1,4})\\s*${unit}`).exec(text)
  return match === null ? 1 : Math.max(1, Number(match[1]))
}

/** Bounds with the outcome that is printed after each. */
export function boundsIn({
  printed,
}: Figures): { readonly bounds: readonly PrintedNumber[]; readonly outcome: Outcome }[] {
  const found: { bounds: PrintedNumber[]; outcome: Outcome }[] = []
  let bounds: PrintedNumber[] = []
  for (const one of printed) {
    if (one.kind === 'number' && !one.isPoints) {
      bounds.push(one)
      continue
    }
    found.push({ bounds, outcome: outcomeOf(one) })
    bounds = []
  }
  return found
}

function outcomeOf(one: Printed): Outcome {
  if (one.kind === 'outcome') return { effect: one.effect }
  const effect = /[得计]$/.test(one.before) ? 'gain' : 'deduct'
  return { effect, points: one.value as Points }
}

/** Label and points of each part: 成立领导小组1分，有专人负责得1分. */
export function partsIn(text: string): { readonly label: string; readonly points: Points }[] {
  const parts = [...text.matchAll(/([^，。；、,;]+?)(?:得|计|加|扣)?(\d+(?:\.\d{1,3})?)分/g)]
  return parts.slice(0, 50).map(([, label = '', digits = '0']) => ({
    label: label.trim().slice(0, 200),
    points: (parseMilli(digits) ?? 0) as Points,
  }))
}

export function milli(value: number | undefined, otherwise = 0): Milli {
  return (value === undefined || Number.isNaN(value) ? otherwise : value) as Milli
}

/** Who found it and what that costs: 市级发现每处扣0.5分，省级暗访发现每处扣1分. */
export function findersIn(text: string): { readonly label: string; readonly points: Points }[] {
  const found = [
    ...text.matchAll(/([^，。；、,;]{1,20}?)(?:发现|查出|检查)[^，。；、,;]{0,12}?扣(\d+(?:\.\d{1,3})?)分/g),
  ]
  return found.slice(0, 20).map(([, label = '', digits = '0']) => ({
    label: label.trim(),
    points: (parseMilli(digits) ?? 0) as Points,
  }))
}

/** Places and their limits: 主干道不超过3处，次干道不超过5处. */
export function zonesIn(text: string): { readonly label: string; readonly limit: Milli }[] {
  const found = [
    ...text.matchAll(
      /([^，。；、,;]{1,20}?)(?:不得超过|不超过|不多于|不高于|不低于|不少于|达到)(\d+(?:\.\d{1,3})?)/g,
    ),
  ]
  return found.slice(0, 20).map(([, label = '', digits = '0']) => ({
    label: label.trim(),
    limit: milli(parseMilli(digits) ?? 0),
  }))
}
