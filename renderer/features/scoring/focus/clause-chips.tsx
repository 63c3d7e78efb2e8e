import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { needsReason, takesPlaces } from '../../../../shared/domain/scoring/forms'
import type { Mark, MarkValue } from '../../../../shared/domain/sheet/mark'
import { asksPlace } from '../clause-place'
import { notedPlace } from '../clause-reason'
import { markWith } from '../links'
import { activePlace, listedPlaces, NOWHERE, noteAt } from '../places'
import { useLive, useSheetFacts } from '../sheet-context'
import type { Acts } from '../use-desk'
import { Chips } from './chips'
import { hasPhrase, withPhrase } from './phrases'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly mark: Mark | undefined
  /** A value that waits for its reason. */
  readonly pending: MarkValue | undefined
  readonly isDisabled: boolean
}

const MOST_PLACES = 8
const MOST_REASONS = 4

/** Where and why of the clause that is worked on, to tap. */
export function ClauseChips(props: Props) {
  return (
    <>
      <PlaceChips {...props} />
      <ReasonChips {...props} />
    </>
  )
}

function PlaceChips({ acts, item, clause, mark, isDisabled }: Props) {
  const { t } = useTranslation()
  const { placesUsed } = useSheetFacts()
  const { spot: anywhere } = useLive()
  const isList = takesPlaces(clause)
  if (!isList && (mark === undefined || !asksPlace(clause, mark))) return null
  const spot = anywhere.where === `${item}/${clause.id}` ? anywhere : NOWHERE
  const listed = isList ? listedPlaces(mark?.value, spot) : []
  const here = isList ? activePlace(mark?.value, spot) : (mark?.place ?? '')
  const known = [...new Set([...listed, ...placesUsed()])].slice(0, MOST_PLACES)
  const next = t('scoring.placeNo', { no: listed.length + 1 })
  const pick = (place: string) => {
    if (!isList) acts.setPlace(item, clause.id, place === here ? '' : place)
    else if (listed.includes(place)) acts.pickPlace(item, clause.id, place)
    else acts.addPlace(item, clause, place)
  }
  return (
    <Chips
      label={t('focus.places')}
      words={isList && !known.includes(next) ? [...known, next] : known}
      isOn={(place) => place === here}
      isDisabled={isDisabled}
      onPick={pick}
      testId="focus-places"
    />
  )
}

function ReasonChips({ acts, item, clause, mark, pending, isDisabled }: Props) {
  const { t } = useTranslation()
  const { reasonsFor } = useSheetFacts()
  const { spot } = useLive()
  if (mark === undefined && pending === undefined) return null
  const stock = (['seen', 'papers', 'asked', 'again'] as const).map((name) => t(`focus.stock.${name}`))
  const here = spot.where === `${item}/${clause.id}` ? spot : NOWHERE
  // As the field for it has it: of the mark, or of the place where it stands.
  const place = pending !== undefined || needsReason(clause) ? null : notedPlace(mark, here)
  const said = place === null ? (mark?.reason ?? '') : noteAt(mark?.value, place)
  const pick = (phrase: string) => {
    if (place !== null) return acts.notePlace(item, clause, place, withPhrase(said, phrase))
    acts.setPending(null)
    // Of the mark as it stands when its turn comes: a field left by this very tap is written first.
    void acts.run(({ items }) => {
      const made = items.get(item)?.marks[clause.id]
      const value = pending ?? made?.value
      const next = withPhrase(made?.reason ?? '', phrase)
      if (value === undefined || (next === '' && needsReason(clause))) return null
      return { type: 'mark', item, clause: clause.id, mark: markWith(made, value, next) }
    })
  }
  const known = reasonsFor(item, clause.id).slice(0, MOST_REASONS)
  return (
    <Chips
      label={t('focus.reasons')}
      words={[...new Set([...known, ...stock])]}
      isOn={(phrase) => hasPhrase(said, phrase)}
      isDisabled={isDisabled}
      onPick={pick}
      testId="focus-reasons"
    />
  )
}
