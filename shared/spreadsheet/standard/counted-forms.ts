import { type Points, points } from '../../domain/points'
import type { Rule } from '../../domain/rubric/clause'
import {
  type ClauseSetting,
  capped,
  type FormOf,
  type Make,
  measureOf,
  milliOf,
  one,
  stakeOf,
} from './worded'

/** The most that a unit's name may be long. */
const LONGEST_UNIT = 20
/** Where the standard prints no unit: 缺一扣0.5分. */
const NO_UNIT = '项'

/** A number of things: whole, and no more than a person would count. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000
}

export function unitName(unit: string | null): string | null {
  if (unit === null || unit.trim() === '') return NO_UNIT
  return unit.length > LONGEST_UNIT ? null : unit
}

/** 每个项目扣1分: counted in 个. */
function countedIn(unit: string | null, text: string): string | null {
  const name = unitName(unit)
  if (name === null || name.length < 2) return name
  const words = text.replace(/\s+/g, '')
  return words.includes(`每个${name}`) || words.includes(`一个${name}`) ? '个' : name
}

export const perOccurrence: Make<'per-occurrence'> = (clause, setting) => {
  const unit = countedIn(clause.unit, clause.text)
  const { per, pointsPerUnit, range, allowance = 0 } = clause
  if (unit === null || !isCount(per) || per < 1 || !isCount(allowance)) return null
  const bounds = capped(clause.cap, setting, clause.full)
  if (range !== undefined) {
    // Each occurrence is judged by itself; a cap of its own such a clause cannot have.
    if (per !== 1 || allowance > 0 || (bounds.cap ?? setting.points) < setting.points) return null
    const [min, max] = range
    return one(clause, {
      form: 'judgement',
      effect: 'deduct',
      aggregate: 'sum',
      bands: [{ id: 'b1', label: `每${unit}`, min, max }],
    })
  }
  if (pointsPerUnit === null) return null
  return one(clause, {
    form: 'per-occurrence',
    unit,
    ...(per === 1 ? {} : { per }),
    pointsPerUnit,
    ...(allowance === 0 ? {} : { allowance }),
    ...(clause.aggregate === undefined ? {} : { aggregate: clause.aggregate }),
    ...withoutIdle(bounds, setting.points),
  })
}

/** A cap that is the item's points says nothing: the item bounds its clauses by itself. */
export function withoutIdle({ cap }: { cap?: Points }, most: Points): { cap?: Points } {
  return cap === undefined || cap === most ? {} : { cap }
}

export const allOrNothing: Make<'all-or-nothing'> = (clause, setting) => {
  const { deduct, gain } = clause
  const stake = stakeOf(setting)
  if (deduct !== 'all') return gain !== undefined && gain !== deduct ? null : one(clause, price(deduct))
  // 有检测报告得1分，没有的不得分: what is lost is what was to be won.
  if (gain !== undefined && gain !== setting.points) return one(clause, price(gain))
  return one(clause, stake === setting.points ? price('all') : price(stake))
}

function price(deduct: 'all' | Points): Rule {
  return { form: 'all-or-nothing', deduct }
}

export const judgement: Make<'judgement'> = (clause, setting) => {
  const stake = stakeOf(setting)
  const bands = judgedBands(clause, setting)
  if (bands !== null) return one(clause, bands)
  const effect = /扣|减/.test(clause.text) || !/得|计|给/.test(clause.text) ? 'deduct' : 'gain'
  const max = clause.max ?? stake
  const min = clause.min ?? points(0)
  return one(clause, {
    form: 'judgement',
    effect,
    bands: [{ id: 'b1', label: judgedOf(clause.text), min, max }],
  })
}

/** What is weighed: 环境杂乱的，视情况扣0.3分至1分; else that it is. */
function judgedOf(text: string): string {
  const subject = /(?:^|[，,；;])([^，,；;：:]{2,30})的[，,]?(?:由[^，,；;]{2,8})?(?:视|酌情|根据)/.exec(
    text,
  )?.[1]
  return subject ?? /[，,](视[^，,；;扣得计\d]{1,8})(?=[扣得计减])/.exec(text)?.[1] ?? '酌情'
}

const RANGE = /(\d+(?:\.\d+)?)分?(?:[-–—~～至到])(\d+(?:\.\d+)?)分/

/** Bands with a name and ends of their own, as the words have them; null where there are none. */
function judgedBands({ evidence }: FormOf<'judgement'>, { rule }: ClauseSetting): Rule | null {
  const words = (of: string) => evidence.filter((one) => one.of === of).map(({ span }) => rule.slice(...span))
  const [labels, prices] = [words('label'), words('points').map((price) => price.replace(/\s+/g, ''))]
  if (labels.length < 2 || labels.length !== prices.length) return null
  const bands = prices.flatMap((price, at) => {
    const [, low, high] = RANGE.exec(price.normalize('NFKC')) ?? []
    const ends = [Number(low), Number(high)].map((each) => Math.round(each * 1000)).sort((a, b) => a - b)
    const [min, max] = ends
    if (min === undefined || max === undefined || Number.isNaN(min + max)) return []
    return [
      {
        id: `b${at + 1}`,
        label: (labels[at] ?? '').trim().slice(0, 200),
        min: points(min),
        max: points(max),
      },
    ]
  })
  if (bands.length < prices.length) return null
  const effect = prices.every((price) => /扣|减/.test(price)) ? 'deduct' : 'gain'
  return { form: 'judgement', effect, bands }
}

/** 成立领导小组1分，有专人负责1分; or so much for each of a thing, up to a most: a share of what all of them would bring. */
export const additive: Make<'additive'> = (clause, setting) => {
  if ('parts' in clause) {
    const parts = clause.parts.map(({ label, points: each }, at) => ({
      id: `p${at + 1}`,
      label: label.slice(0, 200),
      points: each,
    }))
    return parts.length === 0 || parts.some(({ label }) => label === '')
      ? null
      : one(clause, { form: 'additive', ...(clause.isNormalised && { isNormalised: true }), parts })
  }
  const base = clause.cap ?? stakeOf(setting)
  const { per, pointsPerUnit, unit } = clause
  if (pointsPerUnit <= 0 || base <= 0) return null
  const fullAt = milliOf((base * per) / pointsPerUnit)
  if (fullAt === null || fullAt <= 0) return null
  // Of 每500平方米得0.5分 a share of a step may count or not: the words say nothing.
  if (!Number.isSafeInteger(per)) return null
  return one(clause, { form: 'proportional', measure: measureOf(clause, setting, unit), base, fullAt })
}
