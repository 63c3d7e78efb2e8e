import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BySubject, Rule } from '../../../shared/domain/rubric/clause'
import { proposeRule } from '../../../shared/domain/rubric/edit/propose-rule'
import type { Item, Rubric } from '../../../shared/domain/rubric/rubric'
import { FieldGroup } from '../../components/clause-editor/fields/field'
import { NamesInput } from '../../components/clause-editor/fields/names-field'
import { FormSelect } from '../../components/clause-editor/form-select'
import { RuleEditor } from '../../components/clause-editor/forms/rule-editor-of'
import { newId } from '../../components/new-id'
import { useKindNames } from './kind-names'

export interface BySubjectEditorProps {
  readonly clause: BySubject
  readonly item: Item
  readonly rubric: Rubric
  readonly onChange: (clause: BySubject) => void
}

/** 省辖市95%以上得满分，县(市)90%以上得满分: a rule for each kind of subject, and one for all others. */
export function BySubjectEditor({ clause, item, rubric, onChange }: BySubjectEditorProps) {
  const { t } = useTranslation()
  const kinds = useKindNames(rubric)
  const { cases, otherwise } = clause
  return (
    <div className="editor-cases">
      {cases.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a case is its place
        <section key={index} className="editor-case">
          <div className="editor-case__head">
            <FieldGroup label={t('editor.part.forKinds')} span={8}>
              <NamesInput
                label={t('editor.part.forKinds')}
                value={one.kinds}
                offered={kinds}
                onChange={(names) =>
                  names.length > 0 &&
                  onChange({
                    ...clause,
                    cases: cases.map((other, at) => (at === index ? { ...one, kinds: names } : other)),
                  })
                }
              />
            </FieldGroup>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              disabled={cases.length === 1}
              aria-label={t('editor.removeRow')}
              onClick={() => onChange({ ...clause, cases: cases.filter((_one, at) => at !== index) })}
            />
          </div>
          <NestedRule
            rule={one.rule}
            text={clause.text}
            item={item}
            rubric={rubric}
            onChange={(rule) =>
              onChange({
                ...clause,
                cases: cases.map((other, at) => (at === index ? { ...one, rule } : other)),
              })
            }
          />
        </section>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        disabled={cases.length >= 20}
        onClick={() =>
          onChange({ ...clause, cases: [...cases, { kinds: [freeKind(kinds, cases)], rule: otherwise }] })
        }
      >
        {t('editor.addCase')}
      </Button>
      <section className="editor-case">
        <h4 className="editor-case__title">{t('editor.part.otherwise')}</h4>
        <NestedRule
          rule={otherwise}
          text={clause.text}
          item={item}
          rubric={rubric}
          onChange={(rule) => onChange({ ...clause, otherwise: rule })}
        />
      </section>
    </div>
  )
}

/** A kind that no case names yet. */
function freeKind(kinds: readonly string[], cases: BySubject['cases']): string {
  return kinds.find((kind) => !cases.some((one) => one.kinds.includes(kind))) ?? '…'
}

interface NestedRuleProps {
  readonly rule: Rule
  readonly text: string
  readonly item: Item
  readonly rubric: Rubric
  readonly onChange: (rule: Rule) => void
}

function NestedRule({ rule, text, item, rubric, onChange }: NestedRuleProps) {
  return (
    <div className="editor-grid">
      <FormSelect
        form={rule.form}
        item={item}
        isNested
        onChange={(form) => form !== 'by-subject' && onChange(proposeRule(form, text, item, newId))}
      />
      <RuleEditor rule={rule} item={item} rubric={rubric} onChange={onChange} />
    </div>
  )
}
