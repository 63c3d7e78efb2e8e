import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMilli, type Points } from '../../../../shared/domain/points'
import { FieldGroup } from '../fields/field'
import { Rows } from '../fields/rows'
import { newId } from '../new-nodes'
import { PointsPart, TextPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 成立领导小组1分，有专人负责1分 …. */
export function AdditiveEditor({ rule, item, onChange }: RuleEditorProps<'additive'>) {
  const { t } = useTranslation()
  const sum = rule.parts.reduce((total, { points }) => total + points, 0)
  return (
    <>
      <Rows
        label={t('editor.part.parts', { sum: formatMilli(sum), points: formatMilli(item.points) })}
        rows={rule.parts}
        most={50}
        make={() => ({ id: newId(), label: '', points: Math.max(0, item.points - sum) as Points })}
        onChange={(parts) => onChange({ ...rule, parts })}
      >
        {(row, change) => (
          <>
            <TextPart
              label={t('editor.part.label')}
              span={8}
              value={row.label}
              onChange={(label) => change({ ...row, label })}
            />
            <PointsPart
              label={t('editor.column.points')}
              span={4}
              value={row.points}
              onChange={(points) => change({ ...row, points })}
            />
          </>
        )}
      </Rows>
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
