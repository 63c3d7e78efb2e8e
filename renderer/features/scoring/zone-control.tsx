import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli, type Milli } from '../../../shared/domain/points'
import type { ZoneLimit } from '../../../shared/domain/rubric/clause-in-context'
import { DecimalField, isMeasurable } from './decimal-field'
import type { ControlProps } from './form-control'

/** The zone, whose limit holds, and the value measured there. */
export function ZoneControl({
  clause,
  value,
  isDisabled,
  typing,
  zone: listed,
  onChange,
}: ControlProps<ZoneLimit>) {
  const { t } = useTranslation()
  const { zones, measure, direction } = clause
  const kept = value?.kind === 'zoned' ? value : null
  const [picked, setPicked] = useState<string | null>(null)
  // A value that was entered before its zone: it waits for it.
  const [waiting, setWaiting] = useState<Milli | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is written, or taken away, the mark says it
  useEffect(() => setPicked(null), [kept])
  const zone = picked ?? kept?.zone ?? listed ?? (zones.length === 1 ? zones[0]?.id : undefined)

  const pick = (id: string) => {
    setPicked(id)
    const measured = waiting ?? kept?.value
    if (measured === undefined || (kept?.zone === id && waiting === null)) return
    setWaiting(null)
    onChange({ kind: 'zoned', zone: id, value: measured })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each key that picks a zone
  useEffect(() => {
    if (typing?.pick !== undefined) pick(typing.pick)
  }, [typing?.count, typing?.pick])

  return (
    <div className="scoring-stack">
      <div className="scoring-choices scoring-choices-row" role="radiogroup" aria-label={t('scoring.zone')}>
        {zones.map(({ id, label, limit }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a button that a digit picks, as in the other lists
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={id === zone}
            className={id === zone ? 'scoring-choice scoring-choice-on' : 'scoring-choice'}
            disabled={isDisabled}
            onClick={() => pick(id)}
          >
            {zones.length > 1 && index < 9 && <kbd>{index + 1}</kbd>} {label}{' '}
            <small>
              {direction === 'below' ? '≥' : '≤'} {formatMilli(limit)}
              {measure.unit}
            </small>
          </button>
        ))}
      </div>
      <DecimalField
        label={measure.label}
        unit={measure.unit}
        kept={kept === null ? '' : formatMilli(kept.value)}
        hint={zone === undefined ? t(waiting === null ? 'scoring.zoneFirst' : 'scoring.zoneNow') : undefined}
        isDisabled={isDisabled}
        typing={typing}
        isValid={isMeasurable}
        onValue={(milli) => {
          if (zone === undefined) setWaiting(milli as Milli | null)
          else onChange(milli === null ? null : { kind: 'zoned', zone, value: milli as Milli })
        }}
      />
    </div>
  )
}
