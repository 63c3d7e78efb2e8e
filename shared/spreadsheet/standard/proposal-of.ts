import { points } from '../../domain/points'
import type { Rule } from '../../domain/rubric/clause'
import type { ReadItem } from '../reading/reading'
import type { Evidence, FormWithin, ReadClause, ReadForm } from '../wording/read-clause'
import { bySubject, escalation, overflow, passRate, rank, zoneLimit } from './context-forms'
import { additive, allOrNothing, judgement, perOccurrence } from './counted-forms'
import { bonus, penalty, veto } from './extra-forms'
import { holdablePoints, isHoldable } from './holdable'
import { linear, proportional, threshold } from './measured-forms'
import { tier } from './tier-forms'
import type { ClauseSetting, Made, Make } from './worded'

const MAKE: { readonly [F in ReadForm['form']]: Make<F> } = {
  'per-occurrence': perOccurrence,
  'all-or-nothing': allOrNothing,
  threshold,
  tier,
  linear,
  proportional,
  judgement,
  additive,
  bonus,
  penalty,
  veto,
  'zone-limit': zoneLimit,
  escalation,
  overflow,
  rank,
  'pass-rate': (clause, setting) => passRate(within(clause, setting))(clause, setting),
  'by-subject': (clause, setting) => bySubject(within(clause, setting))(clause, setting),
  unparsed: () => null,
}

/** The rule that words within a clause are, made as if they stood alone. */
function within(
  clause: ReadClause,
  setting: ClauseSetting,
): (form: FormWithin, text: string, evidence?: readonly Evidence[]) => Rule | null {
  const { no, span, untilZero, confidence, pattern } = clause
  return (form, text, evidence = []) => {
    const base = { no, text, span, untilZero, confidence, evidence, pattern }
    const made = make({ ...base, ...form }, setting)
    const [only, ...more] = made?.clauses ?? []
    if (only === undefined || more.length > 0 || made?.together !== undefined) return null
    return only.rule.form === 'by-subject' ? null : only.rule
  }
}

const OF_THE_WHOLE =
  /(?:[整全]项|[本该此](?:[一二三]级)?指标)[^，。；;]{0,6}(?:不得分|不计分|[零0]分|扣完|全扣)/

/** Where a clause of an item stands; points that are missing are none. */
export function settingIn(
  { kind, points: all, content, rule, parts }: ReadItem,
  no: string | null,
): ClauseSetting {
  const part = no === null ? undefined : parts?.find((one) => one.no === no)
  return {
    kind,
    points: holdablePoints(all) ?? points(0),
    part: holdablePoints(part?.points ?? null),
    content,
    rule,
  }
}

/** What the model would make of a read clause, whoever is to look at it; null where it cannot hold what is said. */
export function proposalOf(item: ReadItem, clause: ReadClause): Made | null {
  const setting = settingIn(item, clause.no)
  const isPart = setting.part !== null && setting.part !== setting.points
  // Printed under a part, and said of the whole: which of the two is meant a person has to say.
  if (isPart && clause.form !== 'veto' && OF_THE_WHOLE.test(clause.text)) return null
  return make(inKind(item, clause), setting)
}

function make<F extends ReadForm['form']>(
  clause: ReadClause & { readonly form: F },
  setting: ClauseSetting,
): Made | null {
  const maker = MAKE[clause.form] as unknown as (of: ReadClause, at: ClauseSetting) => Made | null
  const made = maker(clause, setting)
  // A text that is longer than a clause's may be, or none, is no clause; neither are numbers that no standard holds.
  const isWhole = made?.clauses.every(
    ({ text, rule }) => text.trim() !== '' && text.length <= LONGEST_TEXT && isHoldable(rule),
  )
  return isWhole === true ? made : null
}

const LONGEST_TEXT = 4000

/** In an item of bonuses or of penalties a plain deduction or gain is one of these. */
function inKind({ kind }: ReadItem, clause: ReadClause): ReadClause {
  const { no, text, span, untilZero, confidence, evidence, pattern } = clause
  const base = { no, text, span, untilZero, confidence, evidence, pattern }
  if (kind === 'penalty') {
    const scope = 'total'
    if (clause.form === 'per-occurrence' && clause.range === undefined && (clause.allowance ?? 0) === 0) {
      const { unit, per, pointsPerUnit, cap } = clause
      return { ...base, form: 'penalty', unit, per, pointsPerUnit, cap, scope }
    }
    if (clause.form === 'all-or-nothing' && clause.deduct !== 'all')
      return { ...base, form: 'penalty', unit: null, per: 1, pointsPerUnit: clause.deduct, cap: null, scope }
  }
  if (kind === 'bonus' && clause.form === 'additive') {
    if ('parts' in clause) {
      const levels = clause.parts
      return { ...base, form: 'bonus', unit: null, per: 1, pointsPerUnit: null, levels, cap: null }
    }
    const { unit, per, pointsPerUnit, cap } = clause
    return { ...base, form: 'bonus', unit, per, pointsPerUnit, cap }
  }
  return clause
}
