import { formatMilli, type Points, type Rounding } from '../points'
import { reachOf } from '../scoring/forms'
import { limitOf } from '../scoring/item-limit'
import { type Loss, lossOf } from '../scoring/score-item'
import type { PlainClause } from './clause'
import { isWhole, isWholeNumber } from './clause-checks'
import { proveClause } from './clause-proof'
import { worthOf } from './clause-size'
import { type Diagnostic, type Findings, findingsAt } from './diagnostic'
import type { Item } from './rubric'
import { clauseFor } from './rubric-for'

/** What an item is held against: grades by name, best first, and how its losses are rounded. */
export interface ItemSetting {
  readonly grades: readonly string[]
  readonly rounding: Rounding
}

/** An item as it is for one kind of subject. */
type Variant = Omit<Item, 'clauses'> & { readonly clauses: readonly PlainClause[] }

/** An item by itself: its points, its papers, each of its clauses, and what those do together. */
export function proveItem(item: Item, setting: ItemSetting, out: Diagnostic[]): void {
  const findings = findingsAt(item.code, out)
  const isNormal = item.kind === 'normal'
  if (!isWholeNumber(item.points)) {
    findings.error('number-not-whole', String(item.points))
    return
  }
  if (isNormal ? !(item.points > 0) : item.points !== 0) {
    findings.error('points-of-kind', `${item.kind} item of ${formatMilli(item.points)}`)
  }
  if (item.clauses.length === 0) findings.error('no-clauses', item.title)
  if (item.methods.length === 0) findings.warning('no-methods', item.title)
  if (item.methods.includes('资料') && item.papers.length === 0)
    findings.warning('papers-missing', item.title)
  if (item.units.lead.length === 0) findings.warning('no-lead-unit', item.title)
  if (item.onlyFor?.length === 0) findings.error('kinds-empty', 'onlyFor')
  proveLossShares(item, findings)
  const broken = item.clauses.filter((clause) => !isWhole(clause))
  const limit = broken.length === 0 ? limitOf(plainly(item, null)) : item.points
  const clauseSetting = { item, limit, grades: setting.grades }
  const ids = new Set<string>()
  let isSound = true
  for (const clause of item.clauses) {
    const place = findingsAt(`${item.code}/${clause.id}`, out)
    if (ids.has(clause.id)) place.error('clause-id-twice', clause.id)
    ids.add(clause.id)
    if (clause.forPerson === true) place.warning('clause-for-person', clause.text)
    if (broken.includes(clause)) place.error('number-not-whole', clause.form)
    else isSound = proveClause(clause, clauseSetting, place) && isSound
  }
  isSound = proveSharedCaps(item, ids, findings) && isSound
  if (broken.length > 0) return
  const variants = isSound ? variantsOf(item) : [plainly(item, null)]
  for (const each of variants) proveTogether(each, isSound, setting, findings)
}

/** The item for each kind of subject that its clauses tell apart, and for all others first; equal ones once. */
function variantsOf(item: Item): readonly Variant[] {
  const differing = item.clauses.flatMap((clause) => (clause.form === 'by-subject' ? [clause] : []))
  if (differing.length === 0) return [plainly(item, null)]
  const cases = differing.map(
    (clause) => new Map(clause.cases.flatMap(({ kinds }, at) => kinds.map((kind) => [kind, at] as const))),
  )
  const found = new Map([['', plainly(item, null)]])
  for (const kind of new Set(cases.flatMap((each) => [...each.keys()]))) {
    const key = cases.map((each) => each.get(kind) ?? '').join()
    if (!found.has(key)) found.set(key, plainly(item, kind))
  }
  return [...found.values()]
}

function plainly(item: Item, kind: string | null): Variant {
  if (isPlain(item)) return item
  return { ...item, clauses: item.clauses.map((clause) => clauseFor(clause, kind === null ? null : [kind])) }
}

function isPlain(item: Item): item is Item & Variant {
  return item.clauses.every(({ form }) => form !== 'by-subject')
}

/** Gains together fit the item, and its clauses can take (nearly) all of it. */
function proveTogether(item: Variant, isSound: boolean, { rounding }: ItemSetting, findings: Findings): void {
  const overflows = item.clauses.filter(({ form }) => form === 'overflow')
  if (overflows.length > 1) findings.error('overflow-twice', overflows.map(({ id }) => id).join(' '))
  if (item.kind !== 'normal') return
  const worth = item.clauses.reduce((sum, clause) => sum + worthOf(clause, item), 0)
  if (worth > item.points)
    findings.error('worth-above-item', `${formatMilli(worth)} > ${formatMilli(item.points)}`)
  const [only] = item.clauses
  if (item.clauses.length === 1 && only?.form === 'additive' && worth !== item.points) {
    findings.error('parts-sum', `${formatMilli(worth)}, item ${formatMilli(item.points)}`)
  }
  // What an unsound clause can take is not asked: its arithmetic may have no answer.
  if (!isSound) return
  const losses = lossesOf(item, limitOf(item), rounding)
  const reach = lossOf(item, losses)
  if (reach * 5 < item.points * 4) {
    findings.warning('reach-short', `clauses can take ${formatMilli(reach)} of ${formatMilli(item.points)}`)
  }
  for (const clause of item.clauses) {
    if (clause.form !== 'overflow') continue
    const isReached = clause.mode === 'continue' ? reach > item.points : reach >= item.points
    if (!isReached)
      findings.warning('overflow-unreachable', `${formatMilli(reach)} of ${formatMilli(item.points)}`)
  }
  for (const { clauses, cap } of item.sharedCaps ?? []) {
    const apart = losses.reduce(
      (sum, { clause, lost, extra }) => sum + (clauses.includes(clause) ? lost + extra : 0),
      0,
    )
    if (apart <= cap) findings.warning('shared-cap-idle', `${formatMilli(cap)} ≥ ${formatMilli(apart)}`)
  }
}

/** The most that each clause takes of the item, and gives or takes besides. */
function lossesOf(
  item: Variant,
  limit: Points,
  rounding: Rounding,
): readonly (Loss & { readonly extra: number })[] {
  const setting = { item, limit, rounding }
  return item.clauses.map((clause) => {
    const { lost, extraLow, extraHigh } = reachOf(clause, setting)
    return { clause: clause.id, lost, extra: Math.max(extraHigh, -extraLow) }
  })
}

/** Shared caps hold two or more clauses of the item each, none of them twice. */
function proveSharedCaps({ sharedCaps = [], points, kind }: Item, ids: ReadonlySet<string>, out: Findings) {
  const held = new Set<string>()
  let isSound = true
  const error: Findings['error'] = (code, detail) => {
    isSound = false
    out.error(code, detail)
  }
  for (const { clauses, cap } of sharedCaps) {
    if (!isWholeNumber(cap)) error('number-not-whole', String(cap))
    else if (!(cap > 0)) error('size-not-positive', formatMilli(cap))
    else if (kind === 'normal' && cap > points)
      error('size-above-item', `${formatMilli(cap)} > ${formatMilli(points)}`)
    if (new Set(clauses).size < 2) error('shared-cap-alone', clauses.join(' '))
    for (const id of clauses) {
      if (!ids.has(id)) error('shared-cap-unknown', id)
      if (held.has(id)) error('shared-cap-overlap', id)
      held.add(id)
    }
  }
  return isSound
}

function proveLossShares({ lossShares, units }: Item, out: Findings): void {
  if (lossShares === undefined) return
  if (lossShares.length === 0) out.error('loss-shares-empty', '')
  const named = new Set<string>()
  for (const { unit, parts } of lossShares) {
    if (named.has(unit)) out.error('loss-share-twice', unit)
    named.add(unit)
    if (!isWholeNumber(parts)) out.error('number-not-whole', String(parts))
    else if (!(parts > 0)) out.error('count-not-positive', String(parts))
    if (!units.lead.includes(unit) && !units.support.includes(unit))
      out.warning('loss-share-unit-unknown', unit)
  }
}
