import { useTranslation } from 'react-i18next'
import type { Milli } from '../../../../shared/domain/points'
import { newId } from '../../new-id'
import { NumberField } from '../fields/number-field'
import { Rows } from '../fields/rows'
import { CapPart, MeasureParts, ShortfallParts, TextPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 主干道不超过3处，次干道不超过5处，每超1处扣0.2分. */
export function ZoneLimitEditor({ rule, item, onChange }: RuleEditorProps<'zone-limit'>) {
  const { t } = useTranslation()
  const { unit } = rule.measure
  return (
    <>
      <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <Rows
        label={t('editor.part.zones')}
        rows={rule.zones}
        make={() => ({ id: newId(), label: '', limit: 0 as Milli })}
        onChange={(zones) => onChange({ ...rule, zones })}
      >
        {(row, change) => (
          <>
            <TextPart
              label={t('editor.part.zone')}
              span={8}
              value={row.label}
              onChange={(label) => change({ ...row, label })}
            />
            <NumberField
              label={t('editor.part.limit')}
              span={4}
              isSigned
              value={row.limit}
              suffix={unit}
              onChange={(limit) => change({ ...row, limit })}
            />
          </>
        )}
      </Rows>
      <ShortfallParts rule={rule} unit={unit} onChange={(change) => onChange({ ...rule, ...change })} />
      <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
    </>
  )
}
