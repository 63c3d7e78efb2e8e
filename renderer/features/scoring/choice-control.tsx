import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Additive, AllOrNothing, Tier, Veto } from '../../../shared/domain/rubric/clause'
import { canBeAway, setPart, standingOf } from './digits'
import type { ControlProps } from './form-control'

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

/** The parts of an additive clause: what is missing is ticked; where the clause has it, what does not apply is left out. */
export function PartsControl({ clause, value, isDisabled, onChange }: ControlProps<Additive>) {
  const { t } = useTranslation()
  const set = (id: string, to: 'there' | 'missing' | 'away') => {
    const changed = setPart(value, id, to)
    onChange(changed.kind === 'value' ? changed.value : null)
  }
  return (
    <div className="scoring-parts">
      <span className="scoring-parts-hint">
        {t(clause.isNormalised === true ? 'scoring.missingOrAway' : 'scoring.missing')}
      </span>
      {clause.parts.map(({ id, label, points }, index) => {
        const { isMissing, isAway } = standingOf(value, id)
        return (
          <div key={id} className={isAway ? 'scoring-part scoring-part-away' : 'scoring-part'}>
            <label>
              <input
                type="checkbox"
                checked={isMissing}
                disabled={isDisabled || isAway}
                onChange={() => set(id, isMissing ? 'there' : 'missing')}
              />
              {index < 9 && <kbd>{index + 1}</kbd>} <span>{label}</span> <small>{formatMilli(points)}</small>
            </label>
            {clause.isNormalised === true && (
              <button
                type="button"
                className={isAway ? 'scoring-away scoring-away-on' : 'scoring-away'}
                aria-pressed={isAway}
                disabled={isDisabled || (!isAway && !canBeAway(clause, value, id))}
                onClick={() => set(id, isAway ? 'there' : 'away')}
              >
                {t('scoring.away')}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
