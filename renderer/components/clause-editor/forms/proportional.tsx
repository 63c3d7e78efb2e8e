import { useTranslation } from 'react-i18next'
import { NumberField } from '../fields/number-field'
import { MeasureParts, PointsPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 按完成比例得分. */
export function ProportionalEditor({ rule, onChange }: RuleEditorProps<'proportional'>) {
  const { t } = useTranslation()
  const { unit } = rule.measure
  return (
    <>
      <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <PointsPart
        label={t('standards.fact.base')}
        value={rule.base}
        onChange={(base) => onChange({ ...rule, base })}
      />
      <NumberField
        label={t('standards.fact.fullAt')}
        span={3}
        value={rule.fullAt}
        suffix={unit}
        onChange={(fullAt) => onChange({ ...rule, fullAt })}
      />
      <NumberField
        label={t('standards.fact.floor')}
        span={3}
        value={rule.floor}
        placeholder="—"
        suffix={unit}
        onChange={(floor) => onChange({ ...rule, floor })}
        onClear={() => onChange({ ...rule, floor: undefined })}
      />
    </>
  )
}
