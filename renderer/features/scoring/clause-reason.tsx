import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { needsReason } from '../../../shared/domain/scoring/forms'
import type { Mark, MarkValue } from '../../../shared/domain/sheet/mark'
import { markWith } from './links'
import { activePlace, NOWHERE, noteAt, placesIn, type Spot } from './places'
import { ReasonOffers } from './reason-offers'
import { activeSample, placedSamples } from './samples'
import { useLive, useSheetFacts } from './sheet-context'
import type { Acts } from './use-desk'
import { useDraft } from './use-draft'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly value: MarkValue
  readonly mark: Mark | undefined
  /** The mark waits for this reason. */
  readonly isAsked: boolean
  readonly isDisabled: boolean
}

/** Why: written with the mark when the field is left. */
export function ClauseReason({ acts, item, clause, value, mark, isAsked, isDisabled }: Props) {
  const { t } = useTranslation()
  const { spot } = useLive()
  const here = spot.where === `${item}/${clause.id}` ? spot : NOWHERE
  const place = isAsked || needsReason(clause) ? null : notedPlace(mark, here)
  const whole = mark?.reason ?? ''
  const kept = place === null ? whole : noteAt(mark?.value, place)
  const write = (typed: string) => {
    if (place !== null) {
      if (typed.trim() !== kept) acts.notePlace(item, clause, place, typed.trim())
      return
    }
    if ((typed === kept && !isAsked) || (needsReason(clause) && typed.trim() === '')) return
    acts.setPending(null)
    void acts.run({ type: 'mark', item, clause: clause.id, mark: markWith(mark, value, typed.trim()) })
  }
  const { text, setText, settle, onBlur, onKeyDown } = useDraft(kept, write, () => acts.setPending(null))
  const { reasonsFor } = useSheetFacts()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [known, setKnown] = useState<readonly string[]>([])
  const words = text.trim()
  const offered =
    text === kept && kept !== '' ? [] : known.filter((one) => one !== words && one.includes(words))
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const picked = text === '' && /^[1-9]$/.test(event.key) ? offered[Number(event.key) - 1] : undefined
    if (picked === undefined || event.nativeEvent.isComposing) return onKeyDown(event)
    event.preventDefault()
    settle(event.currentTarget, picked)
  }
  return (
    <div className="scoring-reason-box">
      {place !== null && whole !== '' && <p className="scoring-hint">{whole}</p>}
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        className={isAsked ? 'scoring-input scoring-reason scoring-asked' : 'scoring-input scoring-reason'}
        data-field="reason"
        // biome-ignore lint/a11y/noAutofocus: the person has just entered a value that needs this reason
        autoFocus={isAsked}
        disabled={isDisabled}
        maxLength={2000}
        placeholder={t(
          needsReason(clause)
            ? 'scoring.reasonRequired'
            : place === null
              ? 'scoring.reason'
              : 'scoring.noteHere',
        )}
        aria-label={place === null ? t('scoring.reason') : `${place} · ${t('scoring.reason')}`}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onFocus={() => setKnown(reasonsFor(item, clause.id))}
        onBlur={() => {
          setKnown([])
          onBlur()
        }}
        onKeyDown={onKey}
      />
      {offered.length > 0 && (
        <ReasonOffers
          id={listId}
          label={t('scoring.reasonsBefore')}
          offered={offered}
          isNumbered={text === ''}
          onPick={(picked) => settle(field.current, picked)}
        />
      )}
    </div>
  )
}

/** The place that a note goes to: the active one, where it is not counted under another item (that needs its words). */
export function notedPlace(mark: Mark | undefined, spot: Spot): string | null {
  if (mark === undefined || mark.sameAs !== undefined) return null
  const samples = placedSamples(mark.value)
  if (samples !== null) return activeSample(samples.at, spot.active)?.place ?? null
  const place = activePlace(mark.value, spot)
  const one = placesIn(mark.value).find((each) => each.place === place)
  return one === undefined || one.sameAs !== undefined ? null : one.place
}
