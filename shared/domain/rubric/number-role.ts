import type { PlainClause } from './clause'
import type { Findings } from './diagnostic'
import { describeNumbers, isClosing, type Printed, type PrintedNumber } from './printed-numbers'

/** The part a number plays, by the words around it. Factors (按3倍) are compared in their order, with 加倍. */
export type Role = 'points' | 'cap' | 'shared' | 'every' | 'free' | 'value' | 'factor'
/** Declared numbers in thousandths by role, each in printed order. */
export type Declared = Partial<Readonly<Record<Role, readonly number[]>>>

/** Forms that take so much for every step away from a limit. */
function isStepped({ form }: PlainClause): boolean {
  return form === 'linear' || form === 'zone-limit'
}

/** The numbers of each role are the declared ones, in the same order: none missing, none beside them. */
export function compareNumbers(
  clause: PlainClause,
  declared: Declared,
  printed: readonly Printed[],
  out: Findings,
): void {
  const byRole: Record<Role, number[]> = {
    points: [],
    cap: [],
    shared: [],
    every: [],
    free: [],
    value: [],
    factor: [],
  }
  for (const number of printed) {
    if (number.kind === 'number') byRole[roleOf(clause, number)].push(number.value)
  }
  const isLinear = clause.form === 'linear'
  const step = 'per' in clause && isStepped(clause) ? clause.per : null
  for (const role of ['points', 'cap', 'shared', 'every', 'free', 'value'] as const) {
    // The standard to be reached may be said again: `linearSequence` compares it.
    if (isLinear && role === 'value') continue
    const wanted = declared[role] ?? []
    let seen: readonly number[] = byRole[role]
    // 每1处 is the same as 每处.
    if (role === 'every' && step === null && wanted.length === 0)
      seen = seen.filter((value) => value !== 1000)
    // 不足1个百分点的按1个百分点计 repeats the step; 每超1处 is the same as 每超一处.
    if (role === 'every' && step !== null && seen.every((value) => value === step)) seen = seen.slice(0, 1)
    if (seen.join() !== wanted.join()) {
      out.error(
        'numbers-differ',
        `${role}: declared ${describeNumbers(wanted)}, printed ${describeNumbers(seen)}`,
      )
    }
  }
}

/** By the words around it, and by what the form can say. */
export function roleOf(clause: PlainClause, { isPoints, before, after, comparisons }: PrintedNumber): Role {
  // The last few words are enough, and keep a hostile text of 4000 signs cheap.
  const words = /[^，。；、]*$/.exec(before.slice(-40))?.[0] ?? ''
  // 扣满后追加扣10分: what comes after all is taken, not how much all is.
  const phrase = clause.form === 'overflow' ? words.replace(/扣[满完][^扣]*/, '') : words
  if (isPoints) {
    if (/(?:合计|共计|一并)[^每]*$/.test(phrase)) return 'shared'
    if (clause.form === 'additive') return 'points'
    const isCap = isClosing(after) || /(?:最多|最高|至多|不超过|上限|封顶|扣满|扣完|累计)[^每]*$/.test(phrase)
    return isCap ? 'cap' : 'points'
  }
  if (clause.form === 'escalation' && after.startsWith('倍')) return 'factor'
  if (/每[^\d]{0,8}$/.test(phrase)) return 'every'
  if (isStepped(clause) && /按$/.test(before)) return 'every'
  if (isStepped(clause) && /不足$/.test(before) && isRemainder(after)) return 'every'
  if (clause.form === 'proportional' && comparisons.includes('<')) return 'free'
  return clause.form === 'per-occurrence' ? 'free' : 'value'
}

/** 不足1个百分点的按1个百分点计 / 不足1天的不计. */
function isRemainder(after: string): boolean {
  return /^[^，。；\d]{0,20}，?(?:按|不计|不扣)/.test(after)
}
