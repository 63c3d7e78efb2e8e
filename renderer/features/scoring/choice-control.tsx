import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Additive, AllOrNothing, Tier, Veto } from '../../../shared/domain/rubric/clause'
import type { ControlProps } from './clause-control'
import { togglePart } from './digits'

/** Yes or no: it applies or it does not. */
export function FlagControl({ clause, value, isDisabled, onChange }: ControlProps<AllOrNothing | Veto>) {
  const { t } = useTranslation()
  const isOn = value?.kind === 'flag'
  return (
    <label className="scoring-flag">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isDisabled}
        onChange={() => onChange(isOn ? null : { kind: 'flag' })}
      />
      {clause.form === 'veto' ? t('scoring.vetoed') : t('scoring.applies')}
    </label>
  )
}

/** One of several labels; picking it again takes it away. */
export function ChoiceControl({ clause, value, isDisabled, onChange }: ControlProps<Tier>) {
  const chosen = value?.kind === 'choice' ? value.id : ''
  return (
    <div className="scoring-choices">
      {clause.tiers.map(({ id, label }, index) => (
        <button
          key={id}
          type="button"
          className={id === chosen ? 'scoring-choice scoring-choice-on' : 'scoring-choice'}
          aria-pressed={id === chosen}
          disabled={isDisabled}
          onClick={() => onChange(id === chosen ? null : { kind: 'choice', id })}
        >
          <kbd>{index + 1}</kbd> {label}
        </button>
      ))}
    </div>
  )
}

/** The parts of an additive clause: what is missing is ticked. */
export function PartsControl({ clause, value, isDisabled, onChange }: ControlProps<Additive>) {
  const { t } = useTranslation()
  const missing = value?.kind === 'missing' ? value.parts : []
  return (
    <div className="scoring-parts">
      <span className="scoring-parts-hint">{t('scoring.missing')}</span>
      {clause.parts.map(({ id, label, points }, index) => (
        <label key={id} className="scoring-part">
          <input
            type="checkbox"
            checked={missing.includes(id)}
            disabled={isDisabled}
            onChange={() => {
              const toggled = togglePart(value, id)
              onChange(toggled.kind === 'value' ? toggled.value : null)
            }}
          />
          <kbd>{index + 1}</kbd> {label} <small>{formatMilli(points)}</small>
        </label>
      ))}
    </div>
  )
}
