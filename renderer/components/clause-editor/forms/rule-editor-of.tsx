import type { ComponentType } from 'react'
import type { Rule } from '../../../../shared/domain/rubric/clause'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { AdditiveEditor } from './additive'
import { AllOrNothingEditor } from './all-or-nothing'
import { BonusEditor, PenaltyEditor } from './bonus-penalty'
import { EscalationEditor } from './escalation'
import { JudgementEditor } from './judgement'
import { LinearEditor } from './linear'
import { OverflowEditor } from './overflow'
import { PassRateEditor } from './pass-rate'
import { PerOccurrenceEditor } from './per-occurrence'
import { ProportionalEditor } from './proportional'
import { RankEditor } from './rank'
import type { RuleEditorProps, RuleForm } from './rule-editor'
import { ThresholdEditor } from './threshold'
import { TierEditor } from './tier'
import { VetoEditor } from './veto'
import { ZoneLimitEditor } from './zone-limit'

const EDITORS: { readonly [F in RuleForm]: ComponentType<RuleEditorProps<F>> } = {
  'per-occurrence': PerOccurrenceEditor,
  'all-or-nothing': AllOrNothingEditor,
  threshold: ThresholdEditor,
  tier: TierEditor,
  linear: LinearEditor,
  proportional: ProportionalEditor,
  judgement: JudgementEditor,
  additive: AdditiveEditor,
  bonus: BonusEditor,
  penalty: PenaltyEditor,
  veto: VetoEditor,
  'zone-limit': ZoneLimitEditor,
  escalation: EscalationEditor,
  overflow: OverflowEditor,
  rank: RankEditor,
  'pass-rate': PassRateEditor,
}

export interface AnyRuleEditorProps {
  readonly rule: Rule
  readonly item: Item
  readonly rubric: Rubric
  readonly onChange: (rule: Rule) => void
}

/** The editor of whichever form a rule has. */
export function RuleEditor({ rule, item, rubric, onChange }: AnyRuleEditorProps) {
  // The table has the editor of each form under its name: form and rule belong together.
  const Editor = EDITORS[rule.form] as ComponentType<AnyRuleEditorProps>
  return <Editor rule={rule} item={item} rubric={rubric} onChange={onChange} />
}
