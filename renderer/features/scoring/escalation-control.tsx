import { formatMilli } from '../../../shared/domain/points'
import type { Escalation } from '../../../shared/domain/rubric/clause-in-context'
import { Counter } from './count-control'
import { cellsOf, changeFound, countIn } from './digits'
import type { ControlProps } from './form-control'

/** Who found it, and for the how manieth time: a counter for each. */
export function EscalationControl({ clause, value, isDisabled, onChange }: ControlProps<Escalation>) {
  const found = value?.kind === 'found' ? value.found : []
  const cells = cellsOf(clause)
  return (
    <div className="scoring-stack">
      {clause.finders.map(({ id, label, points }) => (
        <fieldset key={id} className="scoring-finder">
          <legend>
            {label} <small>−{formatMilli(points)}</small>
          </legend>
          {clause.repeats.map((repeat, at) => {
            const cell = { finder: id, time: at + 1 }
            const no = cells.findIndex(({ finder, time }) => finder === id && time === at + 1)
            return (
              <div key={cell.time} className="scoring-severity">
                <span>
                  {no < 9 && <kbd>{no + 1}</kbd>} {repeat.label}
                  {repeat.factor !== 1000 && <small> ×{formatMilli(repeat.factor)}</small>}
                </span>
                <Counter
                  n={countIn(found, cell)}
                  unit={clause.unit}
                  isDisabled={isDisabled}
                  onStep={(by) => {
                    const changed = changeFound(found, cell, by)
                    onChange(changed.kind === 'value' ? changed.value : null)
                  }}
                />
              </div>
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}
