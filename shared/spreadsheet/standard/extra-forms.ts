import { type Points, points } from '../../domain/points'
import type { Rule } from '../../domain/rubric/clause'
import type { Level } from '../wording/read-clause'
import { unitName } from './counted-forms'
import { type ClauseSetting, cutAt, type Made, type Make, one, type Worded } from './worded'

const ONCE = '次'

/** 加2分，最高不超过5分. Where no unit is printed it is given once. */
export const bonus: Make<'bonus'> = (clause, setting) => {
  const unit = clause.unit === null ? ONCE : unitName(clause.unit)
  const cap = clause.cap ?? mostOf(setting, 'bonus')
  if (unit === null || clause.per !== 1) return null
  if (clause.levels !== undefined) {
    const rule = (each: Points): Rule | null => {
      const most = cap ?? (clause.unit === null ? each : null)
      return most === null ? null : { form: 'bonus', unit, pointsPerUnit: each, cap: most }
    }
    return byLevel(clause.text, clause.levels, rule, cap)
  }
  if (clause.pointsPerUnit === null) return null
  // A bonus without end the model does not have: a person has to say how much there is at most.
  const most = cap ?? (clause.unit === null ? clause.pointsPerUnit : null)
  return most === null
    ? null
    : one(clause, { form: 'bonus', unit, pointsPerUnit: clause.pointsPerUnit, cap: most })
}

/** 被曝光一次扣3分，从总分中扣; where it is taken from the item it is a deduction like others. */
export const penalty: Make<'penalty'> = (clause, setting) => {
  const unit = clause.unit === null ? ONCE : unitName(clause.unit)
  const { levels, pointsPerUnit, per, scope } = clause
  const cap = clause.cap ?? mostOf(setting, 'penalty')
  // A loss to the category alone the model does not have.
  if (unit === null || per !== 1 || scope === 'category') return null
  if (scope === 'item' && setting.kind === 'normal') {
    const bounds = cap === null ? {} : { cap }
    if (levels !== undefined) {
      const severities = levels.map(({ label, points: each }, at) => ({
        id: `s${at + 1}`,
        label,
        points: each,
      }))
      return one(clause, { form: 'per-occurrence', unit, severities, ...bounds })
    }
    if (pointsPerUnit === null) return null
    return clause.unit === null
      ? one(clause, { form: 'all-or-nothing', deduct: pointsPerUnit })
      : one(clause, { form: 'per-occurrence', unit, pointsPerUnit, ...bounds })
  }
  const rule = (each: Points): Rule => {
    const most = cap ?? (clause.unit === null ? each : null)
    return { form: 'penalty', unit, pointsPerUnit: each, ...(most === null ? {} : { cap: most }) }
  }
  if (levels !== undefined) return byLevel(clause.text, levels, rule, cap)
  return pointsPerUnit === null ? null : one(clause, rule(pointsPerUnit))
}

/** 考核等次定为不合格: what falls is the grade. */
const GRADE =
  /(?:考核|年度|综合)?(?:等次|等级|档次|结果)[^，,。；;]{0,6}?(?:确定|评定|认定|定|评|判定)为[“"]?([\p{Script=Han}]{1,6}?)[”"]?(?:等次|等级|档次)?$/u
const GRADE_FIRST = /(?:确定|评定|认定|定|评)为[“"]?([\p{Script=Han}]{1,6}?)[”"]?(?:等次|等级|档次)$/u

export const veto: Make<'veto'> = (clause) => {
  const { scope, text } = clause
  const grade = scope === 'total' ? (GRADE.exec(text) ?? GRADE_FIRST.exec(text))?.[1] : undefined
  return one(clause, grade === undefined ? { form: 'veto', scope } : { form: 'veto', scope: 'grade', grade })
}

/** What is printed as the most of a bonus or penalty item stands in the place of its points. */
function mostOf({ kind, points: all }: ClauseSetting, own: 'bonus' | 'penalty'): Points | null {
  return kind === own && all > 0 ? all : null
}

function byLevel(
  text: string,
  levels: readonly Level[],
  rule: (each: Points) => Rule | null,
  cap: Points | null,
): Made | null {
  const texts = cutAt(
    text,
    levels.map(({ label }) => label),
  )
  if (texts === null) return null
  const clauses: Worded[] = []
  for (const [at, { points: each }] of levels.entries()) {
    const made = rule(points(each))
    if (made === null) return null
    clauses.push({ text: texts[at] ?? '', rule: made })
  }
  return cap === null || clauses.length < 2 ? { clauses } : { clauses, together: cap }
}
