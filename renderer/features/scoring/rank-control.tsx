import { useTranslation } from 'react-i18next'
import { formatMilli, type Milli } from '../../../shared/domain/points'
import type { Rank } from '../../../shared/domain/rubric/clause-in-context'
import { DecimalField, isMeasurable, isWhole } from './decimal-field'
import type { ControlProps } from './form-control'

/** The value measured today, and the rank once all subjects are known: until then what it costs is a range. */
export function RankControl({ clause, value, isDisabled, typing, onChange }: ControlProps<Rank>) {
  const { t } = useTranslation()
  const { label, unit } = clause.measure
  const measured = value?.kind === 'value' ? `${label} ${formatMilli(value.value)}${unit}` : ''
  const isOpen = clause.steps.at(-1)?.to === undefined
  const lastRank = clause.steps.at(-1)?.to ?? 0
  const forField = (name: string) => (typing?.pick === name ? typing : null)
  return (
    <div className="scoring-stack">
      <DecimalField
        label={label}
        unit={unit}
        kept={value?.kind === 'value' ? formatMilli(value.value) : ''}
        isDisabled={isDisabled || value?.kind === 'rank'}
        typing={forField('value')}
        isValid={isMeasurable}
        part="value"
        onValue={(milli) => onChange(milli === null ? null : { kind: 'value', value: milli as Milli })}
      />
      <DecimalField
        label={t('scoring.rank')}
        unit={t('scoring.rankUnit')}
        kept={value?.kind === 'rank' ? String(value.rank) : ''}
        hint={clause.steps.map((step) => step.label).join(' · ')}
        isDisabled={isDisabled}
        typing={forField('rank')}
        isValid={(milli) => isWhole(milli, 1) && milli <= 100_000_000 && (isOpen || milli <= lastRank * 1000)}
        part="rank"
        onValue={(milli) => {
          if (milli === null) onChange(null)
          // The rank takes the value's place in the mark; what was measured stays in the reason.
          else onChange({ kind: 'rank', rank: milli / 1000 }, measured)
        }}
      />
      {value?.kind === 'value' && <p className="scoring-hint scoring-warn">{t('scoring.rankPending')}</p>}
    </div>
  )
}
