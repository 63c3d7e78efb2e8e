import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { Mark } from '../../../shared/domain/sheet/mark'
import { PlaceField } from './place-field'
import { takesPlaces } from './places'
import type { Acts } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly mark: Mark
  readonly isDisabled: boolean
}

const COUNTED: readonly Clause['form'][] = ['per-occurrence', 'escalation', 'penalty', 'all-or-nothing']

/** Where a finding was made: for problems that may be counted elsewhere too, and for whatever is counted on site. */
export function ClausePlace({ acts, item, clause, mark, isDisabled }: Props) {
  const { t } = useTranslation()
  const isAsked = clause.problem !== undefined || COUNTED.includes(clause.form)
  if (takesPlaces(clause) || (!isAsked && mark.place === undefined)) return null
  return (
    <PlaceField
      isAdding={false}
      kept={mark.place ?? ''}
      label={t('scoring.place')}
      placeholder={t('scoring.place')}
      isDisabled={isDisabled}
      taken={[]}
      proposed={(used) => (mark.place === undefined ? (used[0] ?? '') : '')}
      onPlace={(place) => acts.setPlace(item, clause.id, place)}
    />
  )
}
