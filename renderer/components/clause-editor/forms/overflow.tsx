import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldGroup } from '../fields/field'
import { PointsPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 扣满后追加扣10分; or losses go on past the item's points. */
export function OverflowEditor({ rule, onChange }: RuleEditorProps<'overflow'>) {
  const { t } = useTranslation()
  return (
    <>
      <FieldGroup label={t('editor.part.overflow')} span={8}>
        <Segmented<'add' | 'continue'>
          value={rule.mode}
          onChange={(mode) => onChange({ ...rule, mode })}
          options={[
            { value: 'add', label: t('editor.part.overflowAdd') },
            { value: 'continue', label: t('editor.part.overflowContinue') },
          ]}
        />
      </FieldGroup>
      <PointsPart
        label={t(rule.mode === 'add' ? 'editor.part.more' : 'editor.part.moreUpTo')}
        value={rule.points}
        onChange={(points) => onChange({ ...rule, points })}
      />
    </>
  )
}
