import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause, Rule } from '../../../../shared/domain/rubric/clause'
import { inForm, proposeClause } from '../../../../shared/domain/rubric/edit/propose-rule'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { itemOf } from '../../../../shared/spreadsheet/standard/item-of'
import { FormSelect } from '../../../components/clause-editor/form-select'
import { RuleEditor } from '../../../components/clause-editor/forms/rule-editor-of'
import { newId } from '../../../components/new-id'
import type { ClauseRow } from './clause-rows'
import { shownClauses } from './proposed'

export interface ClauseChangeProps {
  readonly row: ClauseRow
  /** What a person has said already. */
  readonly rule: Rule | null
  readonly rubric: Rubric
  readonly onPut: (rule: Rule) => void
  readonly onClose: () => void
}

/** Another form, or other figures, for one clause: with the fields of the standards editor. */
export function ClauseChange({ row, rule, rubric, onPut, onClose }: ClauseChangeProps) {
  const { t } = useTranslation()
  const panel = useRef<HTMLFieldSetElement>(null)
  const item = useMemo(
    () => itemOf(row.item, { id: 'item', code: row.item.number ?? '' }, () => null, '').item,
    [row],
  )
  const [clause, setClause] = useState<Clause>(() => firstOf(row, rule, item))
  useEffect(() => panel.current?.querySelector('input')?.focus(), [])
  const put = () => {
    const { id: _id, text: _text, problem: _problem, forPerson: _open, ...said } = clause
    onPut(said as Rule)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) put()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <fieldset ref={panel} className="import-change" data-testid="import-change" onKeyDown={onKey}>
      <legend className="import-reading__label">{t('standardImport.clauses.changeHint')}</legend>
      <FormSelect
        form={clause.form}
        item={item}
        isNested
        onChange={(form) => setClause(inForm(clause, form, item, newId))}
      />
      <div className="editor-grid" data-part="rule">
        {clause.form !== 'by-subject' && (
          <RuleEditor
            rule={clause}
            item={item}
            rubric={rubric}
            // A rule with the id and the words that it had is a clause of its form.
            onChange={(next) => setClause({ ...next, id: clause.id, text: clause.text } as Clause)}
          />
        )}
      </div>
      <div className="import-change__acts">
        <Button type="primary" data-testid="import-change-put" onClick={put}>
          {t('standardImport.clauses.put')} <kbd className="import-kbd">Ctrl+Enter</kbd>
        </Button>
        <Button data-testid="import-change-close" onClick={onClose}>
          {t('common.cancel')} <kbd className="import-kbd">Esc</kbd>
        </Button>
      </div>
    </fieldset>
  )
}

function firstOf(row: ClauseRow, rule: Rule | null, item: Item): Clause {
  const [shown] = shownClauses(row, rule) ?? []
  return (
    shown ??
    proposeClause(item.kind === 'normal' ? 'per-occurrence' : item.kind, row.clause.text, item, newId)
  )
}
