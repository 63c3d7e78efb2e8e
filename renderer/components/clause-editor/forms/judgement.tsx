import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../../shared/domain/points'
import { newId } from '../../new-id'
import { FieldGroup } from '../fields/field'
import { Rows } from '../fields/rows'
import { PointsPart, TextPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 视情况扣1–3分, or bands 18–20 / 10–17 / 0–9. */
export function JudgementEditor({ rule, onChange }: RuleEditorProps<'judgement'>) {
  const { t } = useTranslation()
  return (
    <>
      <FieldGroup label={t('editor.part.effect')} span={5}>
        <Segmented<'deduct' | 'gain'>
          value={rule.effect}
          onChange={(effect) => onChange({ ...rule, effect })}
          options={[
            { value: 'deduct', label: t('editor.part.takes') },
            { value: 'gain', label: t('editor.part.gives') },
          ]}
        />
      </FieldGroup>
      <Rows
        label={t('editor.part.bands')}
        rows={rule.bands}
        make={() => ({ id: newId(), label: '', min: 0 as Points, max: 0 as Points })}
        onChange={(bands) => onChange({ ...rule, bands })}
      >
        {(row, change) => (
          <>
            <TextPart
              label={t('editor.part.label')}
              span={6}
              value={row.label}
              onChange={(label) => change({ ...row, label })}
            />
            <PointsPart
              label={t('editor.part.least')}
              value={row.min}
              onChange={(min) => change({ ...row, min })}
            />
            <PointsPart
              label={t('editor.part.most')}
              value={row.max}
              onChange={(max) => change({ ...row, max })}
            />
          </>
        )}
      </Rows>
    </>
  )
}
