import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Milli } from '../../../../shared/domain/points'
import type { Threshold } from '../../../../shared/domain/rubric/clause'
import { Field } from '../fields/field'
import { NumberField } from '../fields/number-field'
import { OutcomeField } from '../fields/outcome-field'
import { Rows } from '../fields/rows'
import { MeasureParts } from './parts'
import type { RuleEditorProps } from './rule-editor'

type Bound = Threshold['thresholds'][number]

const COMPARISONS = [
  { value: '<', label: '<' },
  { value: '<=', label: '≤' },
  { value: '>', label: '>' },
  { value: '>=', label: '≥' },
] as const satisfies readonly { readonly value: Bound['cmp']; readonly label: string }[]

/** 低于80%不得分. */
export function ThresholdEditor({ rule, onChange }: RuleEditorProps<'threshold'>) {
  const { t } = useTranslation()
  return (
    <>
      <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <Rows
        label={t('editor.part.thresholds')}
        rows={rule.thresholds}
        make={(): Bound => ({ cmp: '<', value: 0 as Milli, outcome: { effect: 'zero' } })}
        onChange={(thresholds) => onChange({ ...rule, thresholds })}
      >
        {(row, change) => (
          <>
            <Field label={t('editor.part.cmp')} span={2}>
              <Select
                value={row.cmp}
                options={[...COMPARISONS]}
                onChange={(cmp) => change({ ...row, cmp })}
              />
            </Field>
            <NumberField
              label={t('editor.part.value')}
              span={4}
              isSigned
              value={row.value}
              suffix={rule.measure.unit}
              onChange={(value) => change({ ...row, value })}
            />
            <OutcomeField
              span={6}
              outcome={row.outcome}
              onChange={(outcome) => change({ ...row, outcome })}
            />
          </>
        )}
      </Rows>
    </>
  )
}
