import { Input } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseForm } from '../../../shared/domain/rubric/clause'
import type { NodeChange } from '../../../shared/domain/rubric/edit/edit'
import { proposeClause } from '../../../shared/domain/rubric/edit/propose-rule'
import { placeOfText } from '../../../shared/domain/rubric/edit/uncovered'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { Field } from '../../components/clause-editor/fields/field'
import { newId } from '../../components/new-id'
import { ClauseList } from './clause-list'
import { ItemDetails } from './item-details'
import { NodeFindings } from './node-findings'
import type { NodePanelProps } from './node-panel'
import { RuleText } from './rule-text'
import { titleFrom } from './title-from'

/** What the schema of an item takes. */
const MOST_CLAUSES = 50

/** One item: its wording, the clauses made from it, and its particulars. Ctrl+Enter adds the next, Ctrl+↓ goes to it. */
export function ItemPanel({ item, edit, proof, jumped, acts }: NodePanelProps & { readonly item: Item }) {
  const { t } = useTranslation()
  const [proposed, setProposed] = useState<ReadonlySet<string>>(new Set())
  const [latest, setLatest] = useState<string | null>(null)
  const { id } = item
  const findings = proof.of(id)
  const change = useCallback(
    (value: NodeChange, key?: string) =>
      edit({ type: 'change', id, change: value }, key === undefined ? undefined : `${id}.${key}`),
    [edit, id],
  )
  const addClause = (form: ClauseForm, text: string, isLast: boolean) => {
    if (item.clauses.length >= MOST_CLAUSES) return
    const clause = proposeClause(form, text, item, newId)
    const at = placeOfText(item.rule, item.clauses, text)
    const clauses = [...item.clauses.slice(0, at), clause, ...item.clauses.slice(at)]
    if (!edit({ type: 'clauses', id: item.id, clauses })) return
    setProposed(new Set([...proposed, clause.id]))
    if (isLast) setLatest(clause.id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the key of the fields inside
    <section
      className="editor-panel"
      data-testid="editor-panel"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        const { key } = event
        if (key !== 'Enter' && key !== 'ArrowDown' && key !== 'ArrowUp') return
        event.preventDefault()
        if (key === 'Enter') acts.addItem()
        else acts.goItem(key === 'ArrowDown' ? 1 : -1)
      }}
    >
      <header className="editor-panel__head">
        <h2 className="editor-panel__title">
          <span className="editor-panel__code">{item.code}</span> {item.title}
        </h2>
        {item.kind !== 'normal' && (
          <span className="editor-panel__kind">{t(`standards.kind.${item.kind}`)}</span>
        )}
      </header>
      <NodeFindings
        findings={findings.filter(({ clause }) => clause === null)}
        rubric={proof.rubric}
        edit={edit}
      />
      <div className="editor-grid">
        <Field label={t('standards.content')}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={item.content}
            maxLength={4000}
            placeholder={t('editor.contentExample')}
            data-testid="editor-content"
            onChange={({ target }) => change({ content: target.value }, 'content')}
            onBlur={() => {
              const title = titleFrom(item.content)
              if (item.title === '' && title !== '') change({ title }, 'content')
            }}
          />
        </Field>
      </div>
      <RuleText item={item} onText={(rule) => change({ rule }, 'rule')} onClause={addClause} />
      <ClauseList
        item={item}
        rubric={proof.rubric}
        edit={edit}
        findings={findings}
        latest={latest ?? jumped?.clause ?? null}
        proposed={proposed}
        onChecked={(checked) =>
          setProposed((before) =>
            before.has(checked) ? new Set([...before].filter((one) => one !== checked)) : before,
          )
        }
      />
      <ItemDetails item={item} rubric={proof.rubric} onChange={change} />
      <p className="editor-panel__hint">{t('editor.itemHint')}</p>
    </section>
  )
}
