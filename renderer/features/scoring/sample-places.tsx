import { useTranslation } from 'react-i18next'
import type { Sampled } from '../../../shared/domain/sheet/mark'
import { Counter } from './count-control'
import { PlaceField } from './place-field'
import { activeSample, withSample } from './samples'

interface Props {
  readonly at: readonly Sampled[]
  readonly unit: string
  readonly picked: string | null
  readonly isDisabled: boolean
  readonly onPick: (place: string) => void
  readonly onChange: (at: readonly Sampled[]) => void
}

/** Where each was looked at: a place is named and has passed; the active one says how many did, and how many did not. */
export function SamplePlaces({ at, unit, picked, isDisabled, onPick, onChange }: Props) {
  const { t } = useTranslation()
  const active = activeSample(at, picked)
  const step = (one: Sampled, part: 'passed' | 'failed', by: 1 | -1) => {
    const next = { ...one, [part]: one[part] + by }
    if (next.passed + next.failed > 0) onChange(withSample(at, next))
  }
  const add = (place: string) => {
    onPick(place)
    if (!at.some((one) => one.place === place)) onChange([...at, { place, passed: 1, failed: 0 }])
  }
  return (
    <>
      {at.length > 0 && (
        <ul className="scoring-places">
          {at.map((one) => (
            <li
              key={one.place}
              className={one === active ? 'scoring-spot scoring-spot-active' : 'scoring-spot'}
              data-place={one.place}
            >
              <div className="scoring-spot-head">
                <button
                  type="button"
                  className="scoring-spot-name"
                  aria-pressed={one === active}
                  onClick={() => onPick(one.place)}
                >
                  {one.place}
                </button>
                <span className="scoring-spot-value">
                  ✓ {one.passed} · ✗ {one.failed}
                  {one.note !== undefined && ` · ${one.note}`}
                </span>
                <button
                  type="button"
                  className="scoring-button scoring-button-quiet scoring-drop"
                  disabled={isDisabled}
                  aria-label={t('scoring.dropPlace', { place: one.place })}
                  title={t('scoring.dropPlace', { place: one.place })}
                  onClick={() => onChange(at.filter(({ place }) => place !== one.place))}
                >
                  ×
                </button>
              </div>
              {one === active && (
                <div className="scoring-samples-here">
                  <span>
                    {t('scoring.sample.passed')} <kbd>+</kbd>
                  </span>
                  <Counter
                    n={one.passed}
                    unit={unit}
                    isDisabled={isDisabled}
                    onStep={(by) => step(one, 'passed', by)}
                  />
                  <span>
                    {t('scoring.sample.failed')} <kbd>−</kbd>
                  </span>
                  <Counter
                    n={one.failed}
                    unit={unit}
                    isDisabled={isDisabled}
                    onStep={(by) => step(one, 'failed', by)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <PlaceField
        isAdding
        kept=""
        label={t('scoring.sample.where')}
        placeholder={t('scoring.sample.where')}
        isDisabled={isDisabled}
        taken={at.map(({ place }) => place)}
        proposed={(used) =>
          used.find((name) => !at.some(({ place }) => place === name)) ??
          t('scoring.placeNo', { no: at.length + 1 })
        }
        onPlace={add}
      />
    </>
  )
}
