import { useTranslation } from 'react-i18next'
import { CapPart, PointsPart, UnitPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 加2分，最高不超过5分. */
export function BonusEditor({ rule, onChange }: RuleEditorProps<'bonus'>) {
  const { t } = useTranslation()
  return (
    <>
      <UnitPart
        label={t('editor.part.unit')}
        value={rule.unit}
        onChange={(unit) => onChange({ ...rule, unit })}
      />
      <PointsPart
        label={t('editor.part.plus')}
        value={rule.pointsPerUnit}
        onChange={(pointsPerUnit) => onChange({ ...rule, pointsPerUnit })}
      />
      <PointsPart
        label={t('standards.fact.capPlus')}
        value={rule.cap}
        onChange={(cap) => onChange({ ...rule, cap })}
      />
    </>
  )
}

/** 被曝光一次扣3分，从总分中扣. */
export function PenaltyEditor({ rule, item, onChange }: RuleEditorProps<'penalty'>) {
  const { t } = useTranslation()
  return (
    <>
      <UnitPart
        label={t('editor.part.unit')}
        value={rule.unit}
        onChange={(unit) => onChange({ ...rule, unit })}
      />
      <PointsPart
        label={t('editor.part.rate')}
        value={rule.pointsPerUnit}
        onChange={(pointsPerUnit) => onChange({ ...rule, pointsPerUnit })}
      />
      <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
    </>
  )
}
