import { type Points, points } from '../../domain/points'
import type { Rule } from '../../domain/rubric/clause'
import { capped, type Make, measureOf, milliOf, one, stakeOf } from './worded'

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

export const perOccurrence: Make<'per-occurrence'> = (clause, setting) => {
  const unit = unitName(clause.unit)
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
  const effect = /扣|减/.test(clause.text) || !/得|计|给/.test(clause.text) ? 'deduct' : 'gain'
  const max = clause.max ?? stake
  const min = clause.min ?? points(0)
  return one(clause, { form: 'judgement', effect, bands: [{ id: 'b1', label: '酌情', min, max }] })
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
      : one(clause, { form: 'additive', parts })
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
