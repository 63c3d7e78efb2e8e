import { ArrowDownOutlined, ArrowUpOutlined, CheckOutlined, DeleteOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Aggregate, Clause } from '../../../shared/domain/rubric/clause'
import { inForm } from '../../../shared/domain/rubric/edit/propose-rule'
import { allItems, type Item } from '../../../shared/domain/rubric/rubric'
import { Field } from './fields/field'
import { FormSelect } from './form-select'
import { BySubjectEditor } from './forms/by-subject'
import { RuleEditor } from './forms/rule-editor-of'
import { newId } from './new-nodes'
import { NodeFindings } from './node-findings'
import type { ProofView } from './proof-view'
import type { Editor } from './use-editor'

const AGGREGATES = ['none', 'sum', 'mean', 'worst'] as const satisfies readonly (Aggregate | 'none')[]

export interface ClauseCardProps {
  readonly clause: Clause
  readonly no: number
  readonly item: Item
  readonly editor: Editor
  readonly proof: ProofView
  readonly isLatest: boolean
  readonly isProposed: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChecked: () => void
  readonly onChange: (clause: Clause) => void
  readonly onRemove: () => void
  readonly onMove: (by: -1 | 1) => void
}

/** One clause: its words, its form, and the fields of that form. */
export function ClauseCard(props: ClauseCardProps) {
  const { clause, no, item, editor, proof, isLatest, isProposed, onChange } = props
  const { t } = useTranslation()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isLatest) return
    card.current?.scrollIntoView({ block: 'nearest' })
    card.current?.querySelector<HTMLElement>('[data-part="rule"] input:not([type="radio"])')?.focus()
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
              onClick={props.onChecked}
            >
              {t('editor.checked')}
            </Button>
          </span>
        )}
        <span className="editor-clause__gap" />
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<ArrowUpOutlined />}
          disabled={props.isFirst}
          aria-label={t('editor.shift.up')}
          onClick={() => props.onMove(-1)}
        />
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<ArrowDownOutlined />}
          disabled={props.isLast}
          aria-label={t('editor.shift.down')}
          onClick={() => props.onMove(1)}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('editor.removeClause', { no })}
          data-testid="editor-remove-clause"
          onClick={props.onRemove}
        />
      </div>
      <NodeFindings proof={proof} editor={editor} id={item.id} clause={clause.id} />
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
          <BySubjectEditor clause={clause} item={item} rubric={editor.rubric} onChange={onChange} />
        ) : (
          <RuleEditor
            rule={clause}
            item={item}
            rubric={editor.rubric}
            onChange={(rule) =>
              onChange({ ...rule, id: clause.id, text: clause.text, ...problemOf(clause) } as Clause)
            }
          />
        )}
      </div>
      <ClauseMore clause={clause} editor={editor} onChange={onChange} />
    </li>
  )
}

function problemOf({ problem }: Clause): { readonly problem?: string } {
  return problem === undefined ? {} : { problem }
}

/** What any form may have: places put together, and a problem that another item counts too. */
function ClauseMore({ clause, editor, onChange }: Pick<ClauseCardProps, 'clause' | 'editor' | 'onChange'>) {
  const { t } = useTranslation()
  const isSet = clause.aggregate !== undefined || clause.problem !== undefined
  const known = [
    ...new Set(
      allItems(editor.rubric).flatMap(({ clauses }) => clauses.flatMap(({ problem }) => problem ?? [])),
    ),
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
