import { number } from '../explain/expression'
import { type Points, ZERO } from '../points'
import type { Veto } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, NOTHING, type Setting } from './form'
import type { VetoEffect } from './score'

type Value = Extract<PlainValue, { kind: 'flag' }>

/** Form 15: 一票否决 on the item, its category, the whole table or the overall grade. The inspector must say why. */
export const veto: Form<Veto, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'flag',
  isNothing: () => false,
  needsReason: true,
  take: (clause, _value, setting) => ({ ...NOTHING, lost: lostOf(clause, setting), veto: effectOf(clause) }),
  account: (clause, _value, setting) => ({
    facts: clause.grade === undefined ? [] : [clause.grade],
    sum: number(lostOf(clause, setting)),
  }),
  reach: (clause, setting) => ({
    lost: lostOf(clause, setting),
    extraLow: ZERO,
    extraHigh: ZERO,
    veto: effectOf(clause),
  }),
}

function lostOf({ scope }: Veto, { item }: Setting): Points {
  return scope === 'item' ? item.points : ZERO
}

function effectOf(clause: Veto): VetoEffect {
  return clause.scope === 'grade' ? { scope: 'grade', grade: clause.grade ?? '' } : { scope: clause.scope }
}
