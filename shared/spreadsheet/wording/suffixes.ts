import { type Draft, pts } from './draft'
import type { Said } from './said'

/** What binds clauses said before it: 最多扣1.5分, 扣完为止. */
export interface Cap {
  readonly points: number
  readonly clauses: readonly number[]
}

export interface Bound {
  readonly drafts: readonly Draft[]
  readonly zeroed: readonly number[]
  readonly caps: readonly Cap[]
}

const NAMES_ALL = /以上|上述|各项|两项|三项|两类|合计|总|累计扣|累计最|共计|所有/

const DEDUCTING: ReadonlySet<Draft['form']['form']> = new Set([
  'per-occurrence',
  'linear',
  'tier',
  'judgement',
  'threshold',
  'penalty',
  'by-subject',
  'zone-limit',
  'escalation',
  'pass-rate',
])

export const isDeducting = (draft: Draft): boolean => {
  const { form } = draft
  if (form.form === 'all-or-nothing') return true
  return DEDUCTING.has(form.form)
}
const isWinning = (draft: Draft): boolean => draft.form.form === 'bonus' || draft.form.form === 'additive'

const capped = (draft: Draft): boolean => 'cap' in draft.form && draft.form.cap !== null

/** Positions of the clauses that a cap in `said` holds together. */
export function boundBy(
  said: Said,
  drafts: readonly Draft[],
  isLast: boolean,
  points: number | null,
): readonly number[] {
  const words = said.lead + (said.effect?.text ?? '')
  const last = drafts.length - 1
  const fits = (i: number): boolean => {
    const draft = drafts[i]
    if (!draft) return false
    if (/加/.test(words)) return draft.form.form === 'bonus'
    if (/(?<!不)得/.test(words)) return isWinning(draft) || draft.form.form === 'tier'
    const end = drafts[last]
    if (end && isWinning(end)) return isWinning(draft)
    return isDeducting(draft) || (i === last && draft.form.form === 'proportional')
  }
  const all = drafts.map((_, i) => i).filter(fits)
  if (all.length < 2 || !fits(last)) return all.slice(-1)
  if (drafts[last]?.form.form === 'bonus') {
    return NAMES_ALL.test(words) ? all.filter((i) => drafts[i]?.form.form === 'bonus') : [last]
  }
  // Bounded higher by itself already, it is not what …，累计扣分不超过1分 means.
  if (
    NAMES_ALL.test(words) &&
    !/以上|上述|各项|两|三|共|所有/.test(words) &&
    isPast(drafts, all, last, said.effect?.low ?? 0)
  )
    return [last]
  const isOwn = /^累计/.test(said.effect?.text ?? '') && said.lead === '' && said.statement.join === 'comma'
  if (NAMES_ALL.test(words)) return isOwn ? sinceStop(drafts, all) : all
  // '；最多扣2分' at the end is said of all; ', 最多扣1分' of what its own part says, unless it is all the item has.
  const isOfAll = isLast && (said.statement.join === 'semi' || said.effect?.low === points)
  const group: number[] = []
  for (let i = last; i >= 0; i -= 1) {
    const draft = drafts[i] as Draft
    if (fits(i)) group.unshift(i)
    const join = draft.saids[0]?.statement.join
    if (join === 'stop' || join === 'start' || (join === 'semi' && !isOfAll)) break
  }
  return group.some((i) => capped(drafts[i] as Draft)) ? [last] : group
}

/** Whether one of those before the last has a cap of its own that is no lower. */
function isPast(drafts: readonly Draft[], all: readonly number[], last: number, most: number): boolean {
  return all.some((i) => {
    const form = drafts[i]?.form
    return i !== last && form !== undefined && 'cap' in form && form.cap !== null && form.cap >= most
  })
}

/** Of those at `all`, the ones in the last sentence. */
function sinceStop(drafts: readonly Draft[], all: readonly number[]): readonly number[] {
  let from = drafts.length - 1
  while (from > 0 && drafts[from]?.saids[0]?.statement.join !== 'stop') from -= 1
  return all.filter((i) => i >= from)
}

/** `draft` with a cap of its own; less sure where its form has no room for one. */
export function withCap(draft: Draft, said: Said, isWhole: boolean): Draft {
  const points = pts(said.effect?.low)
  const to = Math.max(draft.to, said.statement.to)
  const evidence = said.effect
    ? [...draft.evidence, { of: 'cap' as const, token: said.effect }]
    : draft.evidence
  if (draft.form.form === 'judgement' && draft.form.max === null) {
    return { ...draft, form: { ...draft.form, max: points }, to, evidence }
  }
  if (draft.form.form === 'proportional' && draft.form.base === null) {
    return { ...draft, form: { ...draft.form, base: points }, to, evidence }
  }
  if ('cap' in draft.form) return { ...draft, form: { ...draft.form, cap: points }, to, evidence }
  return { ...draft, to, evidence, confidence: isWhole ? draft.confidence : Math.min(draft.confidence, 0.45) }
}

export const extended = (draft: Draft, said: Said): Draft => ({
  ...draft,
  saids: [...draft.saids, said],
  to: Math.max(draft.to, said.statement.to),
})
