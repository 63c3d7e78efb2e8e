import type { Rule } from '../../../../shared/domain/rubric/clause'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'

export type RuleForm = Rule['form']
export type RuleOf<F extends RuleForm> = Extract<Rule, { form: F }>

/** What the editor of a form gets: the rule, what it stands in, and where a change goes. */
export interface RuleEditorProps<F extends RuleForm> {
  readonly rule: RuleOf<F>
  readonly item: Item
  readonly rubric: Rubric
  readonly onChange: (rule: RuleOf<F>) => void
}
