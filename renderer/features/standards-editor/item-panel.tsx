import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../shared/domain/points'
import type { ClauseForm } from '../../../shared/domain/rubric/clause'
import type { NodeChange } from '../../../shared/domain/rubric/edit/edit'
import { proposeClause } from '../../../shared/domain/rubric/edit/propose-rule'
import { placeOfText } from '../../../shared/domain/rubric/edit/uncovered'
import type { Item, ItemKind } from '../../../shared/domain/rubric/rubric'
import { ClauseList } from './clause-list'
import { Field } from './fields/field'
import { ItemDetails } from './item-details'
import { newId } from './new-nodes'
import { NodeFindings } from './node-findings'
import type { NodePanelProps } from './node-panel'
import { RuleText } from './rule-text'

const KINDS = ['normal', 'bonus', 'penalty', 'veto'] as const satisfies readonly ItemKind[]

/** One item: its wording, the clauses made from it, and its particulars. Ctrl+Enter goes on to the next. */
export function ItemPanel({ item, editor, proof, jumped, onNext }: NodePanelProps & { readonly item: Item }) {
  const { t } = useTranslation()
  const [proposed, setProposed] = useState<ReadonlySet<string>>(new Set())
  const [latest, setLatest] = useState<string | null>(null)
  const change = (value: NodeChange, key?: string) =>
    editor.edit(
      { type: 'change', id: item.id, change: value },
      key === undefined ? undefined : `${item.id}.${key}`,
    )
  const addClause = (form: ClauseForm, text: string) => {
    const clause = proposeClause(form, text, item, newId)
    const at = placeOfText(item.rule, item.clauses, text)
    const clauses = [...item.clauses.slice(0, at), clause, ...item.clauses.slice(at)]
    if (!editor.edit({ type: 'clauses', id: item.id, clauses })) return
    setProposed(new Set([...proposed, clause.id]))
    setLatest(clause.id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the key of the fields inside
    <section
      className="editor-panel"
      data-testid="editor-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
          return
        event.preventDefault()
        onNext()
      }}
    >
      <header className="editor-panel__head">
        <h2 className="editor-panel__title">
          <span className="editor-panel__code">{item.code}</span> {item.title}
        </h2>
        <Select
          value={item.kind}
          aria-label={t('editor.kind')}
          data-testid="editor-kind"
          options={KINDS.map((value) => ({ value, label: t(`standards.kind.${value}`) }))}
          onChange={(kind: ItemKind) =>
            change({ kind, points: (kind === 'normal' ? Math.max(item.points, 1000) : 0) as Points })
          }
        />
      </header>
      <NodeFindings proof={proof} editor={editor} id={item.id} />
      <div className="editor-grid">
        <Field label={t('standards.content')}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={item.content}
            maxLength={4000}
            placeholder={t('editor.contentExample')}
            data-testid="editor-content"
            onChange={({ target }) => change({ content: target.value }, 'content')}
          />
        </Field>
      </div>
      <RuleText item={item} onText={(rule) => change({ rule }, 'rule')} onClause={addClause} />
      <ClauseList
        item={item}
        editor={editor}
        proof={proof}
        latest={latest ?? jumped?.clause ?? null}
        proposed={proposed}
        onChecked={(id) => setProposed(new Set([...proposed].filter((one) => one !== id)))}
      />
      <ItemDetails item={item} editor={editor} onChange={change} />
      <p className="editor-panel__hint">{t('editor.itemHint')}</p>
    </section>
  )
}
