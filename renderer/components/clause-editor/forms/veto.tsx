import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../fields/field'
import type { RuleEditorProps } from './rule-editor'

const SCOPES = ['item', 'category', 'total', 'grade'] as const

/** 一票否决. */
export function VetoEditor({ rule, rubric, onChange }: RuleEditorProps<'veto'>) {
  const { t } = useTranslation()
  const worst = rubric.grades.at(-1)?.name ?? ''
  return (
    <>
      <Field label={t('standards.fact.veto')} span={5}>
        <Select
          value={rule.scope}
          options={SCOPES.map((value) => ({ value, label: t(`editor.vetoScope.${value}`) }))}
          onChange={(scope) =>
            onChange({ ...rule, scope, grade: scope === 'grade' ? (rule.grade ?? worst) : undefined })
          }
        />
      </Field>
      {rule.scope === 'grade' && (
        <Field label={t('editor.part.grade')} span={4}>
          <Select
            value={rule.grade ?? null}
            options={rubric.grades.map(({ name }) => ({ value: name, label: name }))}
            onChange={(grade: string) => onChange({ ...rule, grade })}
          />
        </Field>
      )}
    </>
  )
}
