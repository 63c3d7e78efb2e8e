import { useTranslation } from 'react-i18next'
import type { Bonus } from '../../../../shared/domain/rubric/clause'
import { CapPart, PointsPart, UnitPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

/** 加2分，最高不超过5分. */
export function BonusEditor({ rule, onChange }: RuleEditorProps<'bonus'>) {
  const { t } = useTranslation()
  return (
    <>
      <EachPart
        rule={rule}
        price={t('editor.part.plus')}
        onChange={(change) => onChange({ ...rule, ...change })}
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
      <EachPart
        rule={rule}
        price={t('editor.part.rate')}
        onChange={(change) => onChange({ ...rule, ...change })}
      />
      <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
    </>
  )
}

type Each = Pick<Bonus, 'unit' | 'pointsPerUnit'>

interface EachPartProps {
  readonly rule: Each
  readonly price: string
  readonly onChange: (change: Partial<Each>) => void
}

/** So many points for each unit. */
function EachPart({ rule, price, onChange }: EachPartProps) {
  const { t } = useTranslation()
  return (
    <>
      <UnitPart label={t('editor.part.unit')} value={rule.unit} onChange={(unit) => onChange({ unit })} />
      <PointsPart
        label={price}
        value={rule.pointsPerUnit}
        onChange={(pointsPerUnit) => onChange({ pointsPerUnit })}
      />
    </>
  )
}
