import { memo, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { Item, Rubric } from '../../../shared/domain/rubric/rubric'
import { ClauseCard } from './clause-card'
import { type Finding, isSameFindings } from './proof-view'
import { isSameIn } from './same-parts'
import type { Edit } from './use-editor'

export interface ClauseListProps {
  readonly item: Item
  /** The standard as it was proved last, for names that are in use elsewhere. */
  readonly rubric: Rubric
  readonly edit: Edit
  readonly findings: readonly Finding[]
  /** The clause that was made or jumped to last: it comes into view, and its first field gets the focus. */
  readonly latest: string | null
  /** Clauses whose figures were taken from the words and not looked at yet. */
  readonly proposed: ReadonlySet<string>
  readonly onChecked: (id: string) => void
}

/** What a card does to its item; the same functions for ever. */
export interface ClauseActs {
  readonly change: (clause: Clause) => void
  readonly remove: (id: string) => void
  readonly move: (id: string, by: -1 | 1) => void
  readonly check: (id: string) => void
}

/** The clauses of an item, in the order of its rule. */
export const ClauseList = memo(
  function ClauseList({ item, rubric, edit, findings, latest, proposed, onChecked }: ClauseListProps) {
    const { t } = useTranslation()
    const { id, clauses } = item
    const now = useRef({ clauses, onChecked })
    now.current = { clauses, onChecked }
    const acts = useMemo((): ClauseActs => {
      const put = (next: readonly Clause[], key?: string) => edit({ type: 'clauses', id, clauses: next }, key)
      return {
        change: (clause) => {
          now.current.onChecked(clause.id)
          const next = now.current.clauses.map((one) => (one.id === clause.id ? clause : one))
          put(next, `${id}.${clause.id}`)
        },
        remove: (gone) => put(now.current.clauses.filter((one) => one.id !== gone)),
        move: (moved, by) => {
          const next = [...now.current.clauses]
          const at = next.findIndex((one) => one.id === moved)
          next.splice(at + by, 0, ...next.splice(at, 1))
          put(next)
        },
        check: (checked) => now.current.onChecked(checked),
      }
    }, [edit, id])
    if (clauses.length === 0) return null
    return (
      <ol className="editor-clauses" aria-label={t('editor.clauses')}>
        {clauses.map((clause, index) => (
          <ClauseCard
            key={clause.id}
            clause={clause}
            no={index + 1}
            item={item}
            rubric={rubric}
            edit={edit}
            findings={findings.filter((one) => one.clause === clause.id)}
            acts={acts}
            isLatest={clause.id === latest}
            isProposed={proposed.has(clause.id)}
            isLast={index === clauses.length - 1}
          />
        ))}
      </ol>
    )
  },
  (a, b) =>
    isSameIn(a, b, ['edit', 'latest', 'proposed']) &&
    isSameIn(a.item, b.item, ['id', 'clauses', 'points', 'kind']) &&
    isSameFindings(a.findings, b.findings),
)
