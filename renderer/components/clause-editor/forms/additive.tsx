import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import { FieldGroup } from '../fields/field'
import { PricedRows } from './priced-rows'
import type { RuleEditorProps } from './rule-editor'

/** 成立领导小组1分，有专人负责1分 …. */
export function AdditiveEditor({ rule, item, onChange }: RuleEditorProps<'additive'>) {
  const { t } = useTranslation()
  const sum = rule.parts.reduce((total, { points }) => total + points, 0)
  return (
    <>
      <PricedRows
        label={t('editor.part.parts', { sum: formatMilli(sum), points: formatMilli(item.points) })}
        name={t('editor.part.label')}
        price={t('editor.column.points')}
        rows={rule.parts}
        most={50}
        first={Math.max(0, item.points - sum)}
        onChange={(parts) => onChange({ ...rule, parts })}
      />
      <FieldGroup label={t('standards.exclusionName')}>
        <Checkbox
          checked={rule.isNormalised === true}
          onChange={({ target }) => onChange({ ...rule, isNormalised: target.checked ? true : undefined })}
        >
          {t('editor.part.normalised')}
        </Checkbox>
      </FieldGroup>
    </>
  )
}
