import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../../shared/domain/points'
import type { Outcome } from '../../../../shared/domain/rubric/clause'
import { FieldGroup, type FieldProps } from './field'
import { NumberInput } from './number-field'

const EFFECTS = ['full', 'gain', 'deduct', 'zero'] as const

export interface OutcomeInputProps {
  readonly outcome: Outcome
  readonly onChange: (outcome: Outcome) => void
}

/** 得满分, 得 n 分, 扣 n 分, 不得分. */
function OutcomeInput({ outcome, onChange }: OutcomeInputProps) {
  const { t } = useTranslation()
  const points = 'points' in outcome ? outcome.points : (0 as Points)
  return (
    <span className="editor-outcome">
      <Select
        value={outcome.effect}
        aria-label={t('editor.outcome')}
        options={EFFECTS.map((value) => ({ value, label: t(`editor.effect.${value}`) }))}
        onChange={(effect: Outcome['effect']) =>
          onChange(effect === 'deduct' || effect === 'gain' ? { effect, points } : { effect })
        }
      />
      {'points' in outcome && (
        <NumberInput
          label={t('editor.column.points')}
          value={outcome.points}
          suffix={t('common.points')}
          onChange={(value) => onChange({ effect: outcome.effect, points: value })}
        />
      )}
    </span>
  )
}

/** An outcome in a field of its own. */
export function OutcomeField({ span, ...input }: OutcomeInputProps & Required<Pick<FieldProps, 'span'>>) {
  const { t } = useTranslation()
  return (
    <FieldGroup label={t('editor.outcome')} span={span}>
      <OutcomeInput {...input} />
    </FieldGroup>
  )
}
