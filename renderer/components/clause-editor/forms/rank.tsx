import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rank } from '../../../../shared/domain/rubric/clause-in-context'
import { newId } from '../../new-id'
import { Field, FieldGroup } from '../fields/field'
import { NumberInput } from '../fields/number-field'
import { OutcomeField } from '../fields/outcome-field'
import { Rows } from '../fields/rows'
import { MeasureParts, TextPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

type Step = Rank['steps'][number]

/** 前3名得满分，第4至10名得1分. */
export function RankEditor({ rule, onChange }: RuleEditorProps<'rank'>) {
  const { t } = useTranslation()
  const { steps } = rule
  return (
    <>
      <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <FieldGroup label={t('editor.part.first')} span={4}>
        <Segmented<'highest' | 'lowest'>
          value={rule.first}
          onChange={(first) => onChange({ ...rule, first })}
          options={[
            { value: 'highest', label: t('editor.part.highest') },
            { value: 'lowest', label: t('editor.part.lowest') },
          ]}
        />
      </FieldGroup>
      <Rows
        label={t('editor.part.steps')}
        rows={steps}
        most={50}
        make={(): Step => ({ id: newId(), label: '', outcome: { effect: 'zero' } })}
        onChange={(next) => onChange({ ...rule, steps: next })}
      >
        {(row, change, index) => (
          <>
            <TextPart
              label={t('editor.part.label')}
              span={3}
              value={row.label}
              onChange={(label) => change({ ...row, label })}
            />
            <Field label={t('editor.part.toRank', { from: (steps[index - 1]?.to ?? 0) + 1 })} span={4}>
              <NumberInput
                label={t('editor.part.to')}
                unit={1}
                most={100_000}
                value={row.to}
                placeholder={t('editor.part.toLast')}
                onChange={(to) => change({ ...row, to })}
                onClear={() => change({ ...row, to: undefined })}
              />
            </Field>
            <OutcomeField
              span={5}
              outcome={row.outcome}
              onChange={(outcome) => change({ ...row, outcome })}
            />
          </>
        )}
      </Rows>
    </>
  )
}
