import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { takesPlaces } from '../../../shared/domain/scoring/forms'
import type { Mark } from '../../../shared/domain/sheet/mark'
import { PlaceField } from './place-field'
import type { Acts } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly mark: Mark
  readonly isDisabled: boolean
}

/** What is nowhere in particular: points given, a place among others, samples that say for themselves where. */
const NOWHERE: readonly Clause['form'][] = ['bonus', 'rank', 'pass-rate', 'overflow']

/** Where a finding was made that has one place alone. */
export function ClausePlace({ acts, item, clause, mark, isDisabled }: Props) {
  const { t } = useTranslation()
  if (takesPlaces(clause) || !asksPlace(clause, mark)) return null
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

/** Whether a mark of a clause says where it was made. */
export function asksPlace(clause: Clause, mark: Mark): boolean {
  return clause.problem !== undefined || !NOWHERE.includes(clause.form) || mark.place !== undefined
}
