import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { ClauseCard } from './clause-card'
import type { ProofView } from './proof-view'
import type { Editor } from './use-editor'

export interface ClauseListProps {
  readonly item: Item
  readonly editor: Editor
  readonly proof: ProofView
  /** The clause that was made or jumped to last: it comes into view, and its first field gets the focus. */
  readonly latest: string | null
  /** Clauses whose figures were taken from the words and not looked at yet. */
  readonly proposed: ReadonlySet<string>
  readonly onChecked: (id: string) => void
}

/** The clauses of an item, in the order of its rule. */
export function ClauseList({ item, editor, proof, latest, proposed, onChecked }: ClauseListProps) {
  const { t } = useTranslation()
  const { clauses } = item
  const put = (next: readonly Clause[], key?: string) =>
    editor.edit({ type: 'clauses', id: item.id, clauses: next }, key)
  if (clauses.length === 0) return null
  return (
    <ol className="editor-clauses" aria-label={t('editor.clauses')}>
      {clauses.map((clause, index) => (
        <ClauseCard
          key={clause.id}
          clause={clause}
          no={index + 1}
          item={item}
          editor={editor}
          proof={proof}
          isLatest={clause.id === latest}
          isProposed={proposed.has(clause.id)}
          onChecked={() => onChecked(clause.id)}
          onChange={(next) => {
            onChecked(clause.id)
            put(
              clauses.map((one, at) => (at === index ? next : one)),
              `${item.id}.${clause.id}`,
            )
          }}
          onRemove={() => put(clauses.filter((_one, at) => at !== index))}
          onMove={(by) => {
            const next = clauses.filter((_one, at) => at !== index)
            next.splice(index + by, 0, clause)
            put(next)
          }}
          isFirst={index === 0}
          isLast={index === clauses.length - 1}
        />
      ))}
    </ol>
  )
}
