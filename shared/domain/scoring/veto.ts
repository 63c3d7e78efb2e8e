import { ZERO } from '../points'
import type { Veto } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, vetoed } from './form'
import type { VetoEffect } from './score'

type Value = Extract<MarkValue, { kind: 'flag' }>

/** Form 15: 一票否决 on the item, its category or the overall grade. The inspector must say why. */
export const veto: Form<Veto, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'flag',
  isNothing: () => false,
  needsReason: true,
  take: (clause, _value, { item }) => {
    const effect = effectOf(clause)
    return vetoed(
      effect,
      effect.scope === 'item' ? item.points : ZERO,
      `→ ${effect.scope === 'grade' ? effect.grade : '0'}`,
    )
  },
  reach: (clause, { item }) => {
    const effect = effectOf(clause)
    return {
      lost: effect.scope === 'item' ? item.points : ZERO,
      extraLow: ZERO,
      extraHigh: ZERO,
      veto: effect,
    }
  },
}

function effectOf(clause: Veto): VetoEffect {
  return clause.scope === 'grade' ? { scope: 'grade', grade: clause.grade ?? '' } : { scope: clause.scope }
}
