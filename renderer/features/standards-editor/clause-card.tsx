import { ArrowDownOutlined, ArrowUpOutlined, CheckOutlined, DeleteOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input, Select } from 'antd'
import { memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Aggregate, Clause } from '../../../shared/domain/rubric/clause'
import { inForm } from '../../../shared/domain/rubric/edit/propose-rule'
import { allItems, type Item, type Rubric } from '../../../shared/domain/rubric/rubric'
import { Field } from '../../components/clause-editor/fields/field'
import { FormSelect } from '../../components/clause-editor/form-select'
import { RuleEditor } from '../../components/clause-editor/forms/rule-editor-of'
import { newId } from '../../components/new-id'
import { BySubjectEditor } from './by-subject'
import type { ClauseActs } from './clause-list'
import { NodeFindings } from './node-findings'
import { type Finding, isSameFindings } from './proof-view'
import { isSameIn } from './same-parts'
import type { Edit } from './use-editor'

const AGGREGATES = ['none', 'sum', 'mean', 'worst'] as const satisfies readonly (Aggregate | 'none')[]

/** Where a new clause has the focus: in its first field, else on the choice that stands, else in its words. */
const FIRST_FIELDS = [
  '[data-part="rule"] input:not([type="radio"])',
  '[data-part="rule"] input:checked',
  'textarea',
]

export interface ClauseCardProps {
  readonly clause: Clause
  /** From 1. */
  readonly no: number
  readonly item: Item
  readonly rubric: Rubric
  readonly edit: Edit
  readonly findings: readonly Finding[]
  readonly acts: ClauseActs
  readonly isLatest: boolean
  readonly isProposed: boolean
  readonly isLast: boolean
}

/** One clause: its words, its form, and the fields of that form. */
export const ClauseCard = memo(function ClauseCard(props: ClauseCardProps) {
  const { clause, no, item, rubric, edit, findings, acts, isLatest, isProposed } = props
  const onChange = acts.change
  const { t } = useTranslation()
  const card = useRef<HTMLLIElement>(null)
  // Before anything else hears a key: whoever types on is heard in the new clause.
  useLayoutEffect(() => {
    if (!isLatest) return
    card.current?.scrollIntoView({ block: 'nearest' })
    const first = FIRST_FIELDS.map((field) => card.current?.querySelector<HTMLElement>(field)).find(Boolean)
    first?.focus()
  }, [isLatest])
  return (
    <li
      ref={card}
      className={`editor-clause${isProposed ? ' editor-clause--proposed' : ''}`}
      data-testid="editor-clause"
      data-form={clause.form}
    >
      <div className="editor-clause__head">
        <span className="editor-clause__no">{no}</span>
        <FormSelect
          form={clause.form}
          item={item}
          onChange={(form) => onChange(inForm(clause, form, item, newId))}
        />
        {isProposed && (
          <span className="editor-clause__proposed" data-testid="editor-proposed">
            {t('editor.proposed')}
            <Button
              size="small"
              type="text"
              icon={<CheckOutlined />}
              data-testid="editor-checked"
              onClick={() => acts.check(clause.id)}
            >
              {t('editor.checked')}
            </Button>
          </span>
        )}
        {clause.forPerson && (
          <span className="editor-clause__proposed" data-testid="editor-for-person">
            {t('editor.forPerson')}
            <Button
              size="small"
              type="text"
              icon={<CheckOutlined />}
              data-testid="editor-confirm"
              onClick={() => onChange(looked(clause))}
            >
              {t('editor.confirm')}
            </Button>
          </span>
        )}
        <span className="editor-clause__gap" />
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<ArrowUpOutlined />}
          disabled={no === 1}
          aria-label={t('editor.shift.up')}
          onClick={() => acts.move(clause.id, -1)}
        />
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<ArrowDownOutlined />}
          disabled={props.isLast}
          aria-label={t('editor.shift.down')}
          onClick={() => acts.move(clause.id, 1)}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('editor.removeClause', { no })}
          data-testid="editor-remove-clause"
          onClick={() => acts.remove(clause.id)}
        />
      </div>
      <NodeFindings findings={findings} rubric={rubric} edit={edit} />
      <Input.TextArea
        className="editor-clause__words"
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={clause.text}
        maxLength={4000}
        variant="filled"
        placeholder={t('editor.clauseWords')}
        aria-label={t('editor.clauseWords')}
        data-testid="editor-clause-text"
        onChange={({ target }) => onChange({ ...clause, text: target.value })}
      />
      <div className="editor-grid" data-part="rule">
        {clause.form === 'by-subject' ? (
          <BySubjectEditor clause={clause} item={item} rubric={rubric} onChange={onChange} />
        ) : (
          <RuleEditor
            rule={clause}
            item={item}
            rubric={rubric}
            onChange={(rule) =>
              onChange(looked({ ...rule, id: clause.id, text: clause.text, ...problemOf(clause) } as Clause))
            }
          />
        )}
      </div>
      <ClauseMore clause={clause} rubric={rubric} onChange={onChange} />
    </li>
  )
}, isSameCard)

function isSameCard(a: ClauseCardProps, b: ClauseCardProps): boolean {
  return (
    isSameIn(a, b, ['clause', 'no', 'acts', 'isLatest', 'isProposed', 'isLast']) &&
    isSameIn(a.item, b.item, ['points', 'kind']) &&
    isSameFindings(a.findings, b.findings)
  )
}

/** A person looked at how it was read, or said it otherwise. */
function looked({ forPerson: _, ...clause }: Clause): Clause {
  return clause as Clause
}

function problemOf({ problem }: Clause): { readonly problem?: string } {
  return problem === undefined ? {} : { problem }
}

interface ClauseMoreProps {
  readonly clause: Clause
  readonly rubric: Rubric
  readonly onChange: (clause: Clause) => void
}

/** What any form may have: places put together, and a problem that another item counts too. */
function ClauseMore({ clause, rubric, onChange }: ClauseMoreProps) {
  const { t } = useTranslation()
  const isSet = clause.aggregate !== undefined || clause.problem !== undefined
  const known = [
    ...new Set(allItems(rubric).flatMap(({ clauses }) => clauses.flatMap(({ problem }) => problem ?? []))),
  ]
  return (
    <details className="editor-clause__more" open={isSet}>
      <summary>{t('editor.clauseMore')}</summary>
      <div className="editor-grid">
        <Field label={t('editor.aggregate.name')} span={6}>
          <Select<Aggregate | 'none'>
            value={clause.aggregate ?? 'none'}
            data-testid="editor-aggregate"
            options={AGGREGATES.map((value) => ({ value, label: t(`editor.aggregate.${value}`) }))}
            onChange={(value) => onChange({ ...clause, aggregate: value === 'none' ? undefined : value })}
          />
        </Field>
        <Field label={t('editor.problem')} span={6} hint={t('editor.problemHint')}>
          <AutoComplete
            value={clause.problem ?? ''}
            maxLength={200}
            aria-label={t('editor.problem')}
            data-testid="editor-problem"
            options={known.map((value) => ({ value }))}
            onChange={(value: string) =>
              onChange({ ...clause, problem: value.trim() === '' ? undefined : value })
            }
          />
        </Field>
      </div>
    </details>
  )
}
