import type { Clause } from '../../../shared/domain/rubric/clause'
import type { MarkValue } from '../../../shared/domain/sheet/mark'
import { ChoiceControl, FlagControl, PartsControl } from './choice-control'
import { CountControl, SeverityControl } from './count-control'
import { JudgementControl, ValueControl } from './field-control'

export interface ControlProps<C extends Clause> {
  readonly clause: C
  readonly value: MarkValue | undefined
  readonly isDisabled: boolean
  /** What was typed on the keyboard for this clause's field; counts up with each new key. Null: not the active one. */
  readonly typing: { readonly text: string; readonly count: number } | null
  readonly onChange: (value: MarkValue | null) => void
}

/** The control that a clause's form needs. */
export function ClauseControl({ clause, ...rest }: ControlProps<Clause>) {
  switch (clause.form) {
    case 'per-occurrence':
      return clause.severities === undefined ? (
        <CountControl clause={clause} {...rest} />
      ) : (
        <SeverityControl clause={clause} {...rest} />
      )
    case 'bonus':
    case 'penalty':
      return <CountControl clause={clause} {...rest} />
    case 'all-or-nothing':
    case 'veto':
      return <FlagControl clause={clause} {...rest} />
    case 'tier':
      return clause.measure === undefined ? (
        <ChoiceControl clause={clause} {...rest} />
      ) : (
        <ValueControl clause={clause} {...rest} />
      )
    case 'additive':
      return <PartsControl clause={clause} {...rest} />
    case 'threshold':
    case 'linear':
    case 'proportional':
      return <ValueControl clause={clause} {...rest} />
    case 'judgement':
      return <JudgementControl clause={clause} {...rest} />
  }
}
