import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldGroup } from '../fields/field'
import { PointsPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 未建立制度的不得分 / 无记录的扣1分. */
export function AllOrNothingEditor({ rule, item, onChange }: RuleEditorProps<'all-or-nothing'>) {
  const { t } = useTranslation()
  return (
    <>
      <FieldGroup label={t('editor.part.when')} span={5}>
        <Segmented
          value={rule.deduct === 'all' ? 'all' : 'some'}
          onChange={(value) => onChange({ ...rule, deduct: value === 'all' ? 'all' : item.points })}
          options={[
            { value: 'all', label: t('standards.fact.allItem') },
            { value: 'some', label: t('editor.part.some') },
          ]}
        />
      </FieldGroup>
      {rule.deduct !== 'all' && (
        <PointsPart
          label={t('editor.part.rate')}
          value={rule.deduct}
          onChange={(deduct) => onChange({ ...rule, deduct })}
        />
      )}
    </>
  )
}
