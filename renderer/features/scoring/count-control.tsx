import { useTranslation } from 'react-i18next'
import type { Bonus, Penalty, PerOccurrence } from '../../../shared/domain/rubric/clause'
import { changeSeverity, MOST } from './digits'
import type { ControlProps } from './form-control'

/** − n + : how many times it was found. */
export function CountControl({
  clause,
  value,
  isDisabled,
  onChange,
}: ControlProps<PerOccurrence | Bonus | Penalty>) {
  const n = value?.kind === 'count' ? value.n : 0
  const set = (to: number) => onChange({ kind: 'count', n: Math.max(0, Math.min(MOST, to)) })
  return <Counter n={n} unit={clause.unit} isDisabled={isDisabled} onStep={(by) => set(n + by)} />
}

/** One counter for each severity. */
export function SeverityControl({ clause, value, isDisabled, onChange }: ControlProps<PerOccurrence>) {
  const counts = value?.kind === 'counts' ? value.bySeverity : {}
  return (
    <div className="scoring-severities">
      {(clause.severities ?? []).map(({ id, label }, index) => (
        <div key={id} className="scoring-severity">
          <span>
            <kbd>{index + 1}</kbd> {label}
          </span>
          <Counter
            n={counts[id] ?? 0}
            unit={clause.unit}
            isDisabled={isDisabled}
            onStep={(by) => {
              const changed = changeSeverity(counts, id, by)
              onChange(changed.kind === 'value' ? changed.value : null)
            }}
          />
        </div>
      ))}
    </div>
  )
}

interface CounterProps {
  readonly n: number
  readonly unit: string
  readonly isDisabled: boolean
  readonly onStep: (by: 1 | -1) => void
}

/** − n + */
export function Counter({ n, unit, isDisabled, onStep }: CounterProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="scoring-counter">
      <button
        type="button"
        className="scoring-button"
        disabled={isDisabled || n === 0}
        aria-label={t('scoring.action.less')}
        onClick={() => onStep(-1)}
      >
        −
      </button>
      <output className={n > 0 ? 'scoring-count scoring-count-some' : 'scoring-count'}>
        {n}
        <small>{unit}</small>
      </output>
      <button
        type="button"
        className="scoring-button"
        disabled={isDisabled}
        aria-label={t('scoring.action.more')}
        onClick={() => onStep(1)}
      >
        +
      </button>
    </fieldset>
  )
}
