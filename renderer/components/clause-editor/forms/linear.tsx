import { useTranslation } from 'react-i18next'
import { NumberField } from '../fields/number-field'
import { CapPart, MeasureParts, ShortfallParts } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 每低1个百分点扣0.25分. */
export function LinearEditor({ rule, item, onChange }: RuleEditorProps<'linear'>) {
  const { t } = useTranslation()
  const { unit } = rule.measure
  return (
    <>
      <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <NumberField
        label={t('editor.part.standard')}
        span={4}
        isSigned
        value={rule.from}
        suffix={unit}
        onChange={(from) => onChange({ ...rule, from })}
      />
      <ShortfallParts rule={rule} unit={unit} onChange={(change) => onChange({ ...rule, ...change })} />
      <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
    </>
  )
}
