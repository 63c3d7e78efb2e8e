import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainClause } from '../../../shared/domain/rubric/clause'
import { zoneAt } from '../../../shared/domain/scoring/zone-limit'
import type { MarkValue } from '../../../shared/domain/sheet/mark'
import { FormControl } from './form-control'
import { markText } from './mark-text'
import { PlaceField } from './place-field'
import { activePlace, listedPlaces, nothingAt, placesIn, type Spot } from './places'
import { useLive, useSheetFacts } from './sheet-context'
import type { Typing } from './typing'
import type { Acts } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: PlainClause
  readonly value: MarkValue | undefined
  readonly isActive: boolean
  readonly isDisabled: boolean
  readonly typing: Typing | null
}

/** A clause that takes places: the places, the active one with its control, and a field for the next. */
export function PlacesControl({ acts, item, clause, value, isActive, isDisabled, typing }: Props) {
  const { t } = useTranslation()
  const { spot: anywhere } = useLive()
  const where = `${item}/${clause.id}`
  const spot: Spot = anywhere.where === where ? anywhere : { where, active: null, clean: [] }
  const places = listedPlaces(value, spot)
  const active = activePlace(value, spot)
  const list = useRef<HTMLUListElement>(null)
  // Where the clause looks at all places together, a field on every card would only be in the way.
  const isAsked = clause.aggregate !== undefined || isActive || value !== undefined
  const isEmpty = active !== null && !placesIn(value).some(({ place }) => place === active)
  // A place just named whose value is typed: its field is next.
  useEffect(() => {
    if (active !== null && isEmpty) list.current?.querySelector<HTMLElement>('[data-field="value"]')?.focus()
  }, [active, isEmpty])

  return (
    <div className="scoring-stack">
      {places.length === 0 ? (
        <FormControl
          clause={clause}
          value={value}
          isDisabled={isDisabled}
          typing={typing}
          onChange={(next) => acts.mark(item, clause, next)}
        />
      ) : (
        <ul className="scoring-places" ref={list}>
          {places.map((place) => (
            <Row
              key={place}
              {...{ acts, item, clause, value, place, isDisabled, typing }}
              isActive={place === active}
            />
          ))}
        </ul>
      )}
      {isAsked && (
        <PlaceField
          isAdding
          kept=""
          label={t('scoring.addPlace')}
          placeholder={t(
            places.length === 0 && value !== undefined ? 'scoring.whichPlace' : 'scoring.addPlace',
          )}
          isDisabled={isDisabled}
          taken={places}
          proposed={(used) =>
            used.find((name) => !places.includes(name)) ?? t('scoring.placeNo', { no: places.length + 1 })
          }
          onPlace={(name) => acts.addPlace(item, clause, name)}
        />
      )}
      {(clause.aggregate !== undefined || places.length > 1) && (
        <p className="scoring-hint">
          {t(`scoring.aggregate.${clause.aggregate ?? 'together'}`)}
          {places.length > 0 && ` · ${t('scoring.placesCount', { count: places.length })}`}
        </p>
      )}
    </div>
  )
}

interface RowProps extends Props {
  readonly place: string
}

function Row({ acts, item, clause, value, place, isDisabled, typing, isActive }: RowProps) {
  const { t } = useTranslation()
  const one = placesIn(value).find((observed) => observed.place === place)
  const { placeInfo } = useSheetFacts()
  const zone = clause.form === 'zone-limit' ? zoneAt(clause, placeInfo(place)) : null
  const seen = one?.value ?? (isActive ? undefined : (nothingAt(clause) ?? undefined))
  return (
    <li className={isActive ? 'scoring-spot scoring-spot-active' : 'scoring-spot'} data-place={place}>
      <div className="scoring-spot-head">
        <button
          type="button"
          className="scoring-spot-name"
          aria-pressed={isActive}
          onClick={() => acts.pickPlace(item, clause.id, place)}
        >
          {place}
        </button>
        {one?.sameAs !== undefined && <span title={t('scoring.linked')}>⇄</span>}
        {!isActive && (
          <span className="scoring-spot-value">
            {seen === undefined ? '—' : markText(clause, seen)}
            {one?.note !== undefined && ` · ${one.note}`}
          </span>
        )}
        <button
          type="button"
          className="scoring-button scoring-button-quiet scoring-drop"
          disabled={isDisabled}
          aria-label={t('scoring.dropPlace', { place })}
          title={t('scoring.dropPlace', { place })}
          onClick={() => acts.dropPlace(item, clause, place)}
        >
          ×
        </button>
      </div>
      {isActive && (
        <FormControl
          key={place}
          clause={clause}
          value={one?.value}
          isDisabled={isDisabled}
          typing={typing}
          zone={zone}
          onChange={(next) => acts.markPlace(item, clause, place, next)}
        />
      )}
    </li>
  )
}
