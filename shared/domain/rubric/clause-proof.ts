import { formatMilli, type Points } from '../points'
import { canAggregate } from '../scoring/places'
import type { BySubject, Clause, ClauseForm, PlainClause } from './clause'
import { checkIds } from './clause-checks'
import { proveInContext } from './clause-in-context-proof'
import { capOf, outcomesOf, ratesOf, sizesOf } from './clause-size'
import type { Findings } from './diagnostic'
import type { Item, ItemKind } from './rubric'
import { proveTiers } from './tier-proof'

/** What a clause is held against: its item, the most that clauses may take of it, and the grades, best first. */
export interface ClauseSetting {
  readonly item: Item
  readonly limit: Points
  readonly grades: readonly string[]
}

/** Forms that belong to items of one kind only; a veto may also stand in a normal item. */
const KIND_OF: Partial<Record<ClauseForm, readonly ItemKind[]>> = {
  bonus: ['bonus', 'normal'],
  penalty: ['penalty', 'normal'],
  veto: ['veto', 'normal'],
}

/**
 * One clause of whole numbers by itself: sizes within its item, tiers without gap, bands in order, veto grade known.
 * Whether it is sound; only then may its arithmetic be asked. A clause that differs by subject is each of its rules.
 */
export function proveClause(clause: Clause, setting: ClauseSetting, out: Findings): boolean {
  let isSound = true
  const findings: Findings = {
    ...out,
    error: (code, detail) => {
      isSound = false
      out.error(code, detail)
    },
  }
  if (clause.form === 'by-subject') proveBySubject(clause, setting, findings)
  else provePlain(clause, setting, findings)
  return isSound
}

function proveBySubject(clause: BySubject, setting: ClauseSetting, out: Findings): void {
  const { id, text } = clause
  // The rule that holds says how places are put together, not the clause around it.
  if (clause.aggregate !== undefined) out.error('aggregate-unfit', clause.form)
  if (clause.cases.length === 0) out.error('empty-list', 'cases')
  const seen = new Set<string>()
  for (const { kinds, rule } of clause.cases) {
    if (kinds.length === 0) out.error('kinds-empty', '')
    for (const kind of new Set(kinds)) {
      if (seen.has(kind)) out.error('kinds-overlap', kind)
      seen.add(kind)
    }
    provePlain({ ...rule, id, text } as PlainClause, setting, out)
  }
  provePlain({ ...clause.otherwise, id, text } as PlainClause, setting, out)
}

/** A bonus or penalty counts in the total, and not among its item's points. */
function isBeside({ form }: PlainClause): boolean {
  return form === 'bonus' || form === 'penalty'
}

function provePlain(clause: PlainClause, { item, limit, grades }: ClauseSetting, out: Findings): void {
  const kinds = KIND_OF[clause.form] ?? ['normal']
  if (!kinds.includes(item.kind)) out.error('clause-in-wrong-kind', `${clause.form} in a ${item.kind} item`)
  const least = mayBeNothing(clause) ? 0 : 1
  for (const size of sizesOf(clause)) {
    if (size < least) out.error('size-not-positive', formatMilli(size))
    else if (item.kind === 'normal' && !isBeside(clause) && size > limit) {
      out.error('size-above-item', `${formatMilli(size)} > ${formatMilli(limit)}`)
    }
  }
  const cap = capOf(clause)
  const dear = cap === undefined ? undefined : ratesOf(clause).find((rate) => rate > cap)
  if (cap !== undefined && dear !== undefined)
    out.error('rate-above-cap', `${formatMilli(dear)} > ${formatMilli(cap)}`)
  if (clause.aggregate !== undefined && !canAggregate(clause.form)) out.error('aggregate-unfit', clause.form)
  if (clause.problem?.trim() === '') out.error('text-empty', 'problem')
  proveForm(clause, item, grades, out)
}

/** 得0分 is a level like others; a price, a part or a cap of nothing is a slip. */
function mayBeNothing(clause: PlainClause): boolean {
  return clause.form === 'judgement' || outcomesOf(clause).length > 0
}

function proveForm(clause: PlainClause, item: Item, grades: readonly string[], out: Findings): void {
  switch (clause.form) {
    case 'per-occurrence': {
      const severities = clause.severities ?? []
      if ((clause.pointsPerUnit !== undefined) === severities.length > 0)
        out.error('rate-or-severities', 'exactly one of the two is needed')
      checkIds(severities, out)
      const counts = [clause.per, clause.allowance].filter((amount) => amount !== undefined)
      // Which of the sizes would go free, or make up a group, the standard does not say.
      if (severities.length > 0 && counts.length > 0) out.error('severities-with-count', counts.join(' '))
      for (const amount of counts) if (!(amount > 0)) out.error('count-not-positive', String(amount))
      break
    }
    case 'threshold': {
      if (clause.thresholds.length === 0) out.error('empty-list', 'thresholds')
      const keys = clause.thresholds.map(({ cmp, value }) => `${cmp}${value}`)
      if (new Set(keys).size < keys.length) out.error('threshold-twice', keys.join(' '))
      break
    }
    case 'tier':
      proveTiers(clause, item, out)
      break
    case 'linear':
      if (!(clause.per > 0)) out.error('count-not-positive', String(clause.per))
      if (clause.from < 0) out.error('bound-out-of-range', formatMilli(clause.from))
      break
    case 'proportional':
      if (!(clause.fullAt > 0)) out.error('count-not-positive', String(clause.fullAt))
      if (clause.floor !== undefined && !(clause.floor > 0 && clause.floor < clause.fullAt)) {
        out.error('floor-out-of-range', formatMilli(clause.floor))
      }
      break
    case 'judgement':
      proveBands(clause.bands, out)
      break
    case 'additive':
      if (clause.parts.length === 0) out.error('empty-list', 'parts')
      checkIds(clause.parts, out)
      // The other parts take a missing one's points over: there must be others.
      if (clause.isNormalised === true && clause.parts.length < 2) out.error('normalised-alone', '')
      break
    case 'veto': {
      const isKnown = clause.grade !== undefined && grades.includes(clause.grade)
      if (clause.scope === 'grade' && !isKnown) out.error('grade-unknown', clause.grade ?? '')
      if (clause.scope !== 'grade' && clause.grade !== undefined) out.error('grade-not-wanted', clause.grade)
      if (clause.scope === 'item' && item.kind === 'veto')
        out.error('veto-without-effect', 'its item has no points')
      if (clause.scope === 'grade' && isKnown && grades.length > 1 && clause.grade === grades[0])
        out.error('veto-without-effect', clause.grade ?? '')
      break
    }
    default:
      proveInContext(clause, item, out)
  }
}

function proveBands(
  bands: readonly { readonly id: string; readonly min: Points; readonly max: Points }[],
  out: Findings,
): void {
  if (bands.length === 0) out.error('empty-list', 'bands')
  checkIds(bands, out)
  if (bands.some(({ min, max }) => min < 0 || min > max)) out.error('band-empty', '')
  const isFalling = bands.every((band, index) => index === 0 || band.max <= (bands[index - 1]?.min ?? 0))
  const isRising = bands.every((band, index) => index === 0 || band.min >= (bands[index - 1]?.max ?? 0))
  if (!isFalling && !isRising) out.error('bands-unordered', bands.map(({ id }) => id).join(' '))
}
