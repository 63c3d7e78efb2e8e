import type { Clause, PlainClause } from '../../../shared/domain/rubric/clause'
import type { MarkValue, PlainValue } from '../../../shared/domain/sheet/mark'
import { ChoiceControl, FlagControl, PartsControl } from './choice-control'
import { CountControl, SeverityControl } from './count-control'
import { EscalationControl } from './escalation-control'
import { JudgementControl, ValueControl } from './field-control'
import { OverflowNote } from './overflow-note'
import { RankControl } from './rank-control'
import type { Typing } from './typing'
import { ZoneControl } from './zone-control'

export interface ControlProps<C extends Clause> {
  readonly clause: C
  readonly value: MarkValue | undefined
  readonly isDisabled: boolean
  /** What was typed on the keyboard for this clause's field; null: not the active one. */
  readonly typing: Typing | null
  /** The zone that the place lies in, where its list says so. */
  readonly zone?: string | null
  /** Null takes the mark away; `words` go into its reason. */
  readonly onChange: (value: PlainValue | null, words?: string) => void
}

/** The control that a form needs. */
export function FormControl({ clause, ...rest }: ControlProps<PlainClause>) {
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
    case 'zone-limit':
      return <ZoneControl clause={clause} {...rest} />
    case 'escalation':
      return <EscalationControl clause={clause} {...rest} />
    case 'rank':
      return <RankControl clause={clause} {...rest} />
    // Says for itself where each sample was: its control is above those of one place.
    case 'pass-rate':
      return null
    case 'overflow':
      return <OverflowNote clause={clause} />
  }
}
