import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../../shared/domain/points'
import { FieldGroup } from '../fields/field'
import { NumberField } from '../fields/number-field'
import { CapPart, PointsPart, UnitPart } from './parts'
import { newPricedRow, PricedRows } from './priced-rows'
import type { RuleEditorProps } from './rule-editor'

/** 每发现一处扣0.2分，1分扣完为止; or by severity. */
export function PerOccurrenceEditor({ rule, item, onChange }: RuleEditorProps<'per-occurrence'>) {
  const { t } = useTranslation()
  const { severities } = rule
  return (
    <>
      <UnitPart
        label={t('editor.part.unit')}
        value={rule.unit}
        span={2}
        onChange={(unit) => onChange({ ...rule, unit })}
      />
      {severities === undefined && (
        <NumberField
          label={t('editor.part.every')}
          span={2}
          unit={1}
          value={rule.per}
          placeholder="1"
          suffix={rule.unit}
          onChange={(per) => onChange({ ...rule, per: per === 1 ? undefined : per })}
          onClear={() => onChange({ ...rule, per: undefined })}
        />
      )}
      {severities === undefined && (
        <PointsPart
          label={t('editor.part.rate')}
          testId="editor-rate"
          value={rule.pointsPerUnit ?? (0 as Points)}
          onChange={(pointsPerUnit) => onChange({ ...rule, pointsPerUnit })}
        />
      )}
      <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
      {severities === undefined && (
        <NumberField
          label={t('editor.part.free')}
          span={2}
          unit={1}
          value={rule.allowance}
          placeholder="0"
          suffix={rule.unit}
          onChange={(allowance) => onChange({ ...rule, allowance: allowance === 0 ? undefined : allowance })}
          onClear={() => onChange({ ...rule, allowance: undefined })}
        />
      )}
      <FieldGroup label={t('editor.part.size')} span={5}>
        <Segmented
          value={severities === undefined ? 'one' : 'sized'}
          onChange={(size) =>
            onChange(
              size === 'one'
                ? { ...rule, severities: undefined, pointsPerUnit: severities?.[0]?.points ?? (0 as Points) }
                : {
                    ...rule,
                    pointsPerUnit: undefined,
                    per: undefined,
                    allowance: undefined,
                    severities: [
                      { ...newPricedRow(), points: rule.pointsPerUnit ?? (0 as Points) },
                      newPricedRow(),
                    ],
                  },
            )
          }
          options={[
            { value: 'one', label: t('editor.part.oneSize') },
            { value: 'sized', label: t('editor.part.sized') },
          ]}
        />
      </FieldGroup>
      {severities !== undefined && (
        <PricedRows
          label={t('editor.part.severities')}
          name={t('editor.part.label')}
          price={t('editor.part.rate')}
          rows={severities}
          onChange={(next) => onChange({ ...rule, severities: next })}
        />
      )}
    </>
  )
}
