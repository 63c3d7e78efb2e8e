import type { Clause } from '../../../shared/domain/rubric/clause'
import { clauseFor } from '../../../shared/domain/rubric/rubric-for'
import { takesPlaces } from '../../../shared/domain/scoring/forms'
import { type ControlProps, FormControl } from './form-control'
import { PlacesControl } from './places-control'
import { SampleControl } from './sample-control'
import type { Acts } from './use-desk'

interface Props extends Omit<ControlProps<Clause>, 'onChange'> {
  readonly acts: Acts
  readonly item: string
  readonly isActive: boolean
}

/** The control that a clause needs: of its form, or place by place. */
export function ClauseControl({ acts, item, clause: any, isActive, ...rest }: Props) {
  const clause = clauseFor(any, null)
  if (takesPlaces(clause)) {
    return <PlacesControl acts={acts} item={item} clause={clause} isActive={isActive} {...rest} />
  }
  const onChange: ControlProps<Clause>['onChange'] = (next, words) => acts.mark(item, clause, next, words)
  if (clause.form === 'pass-rate') {
    return <SampleControl acts={acts} item={item} clause={clause} {...rest} onChange={onChange} />
  }
  return <FormControl clause={clause} {...rest} onChange={onChange} />
}
