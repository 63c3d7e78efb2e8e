import { useTranslation } from 'react-i18next'
import type { ExplanationNote, NoteCode } from '../../shared/domain/explain/explanation'

/** What happened to a number on its way, in words. Warnings are told by their sign, not by colour alone. */
export function ExplanationNotes({
  notes,
  codeOf,
}: {
  readonly notes: readonly ExplanationNote[]
  /** An item's number by its id. */
  readonly codeOf: (item: string) => string
}) {
  const { t } = useTranslation()
  if (notes.length === 0) return null
  return (
    <ul className="explanation__notes">
      {notes.map(({ code, detail }) => (
        <li
          key={`${code} ${detail}`}
          className={WARNINGS.has(code) ? 'explanation__note explanation__note--warn' : 'explanation__note'}
        >
          {t(`explain.note.${code}`, {
            detail: code === 'counted-elsewhere' ? placeOf(detail, codeOf) : detail,
          })}
        </li>
      ))}
    </ul>
  )
}

const WARNINGS: ReadonlySet<NoteCode> = new Set([
  'capped',
  'shared-cap',
  'floored',
  'beyond',
  'sample-short',
  'rank-pending',
  'veto-item',
  'veto-category',
  'veto-total',
  'veto-grade',
  'forfeited',
  'bonus-cap',
  'penalty-cap',
  'may-be-vetoed',
  'may-be-forfeited',
  'may-veto-grade',
])

/** 'item id/clause id' as '2.3.4 a'. */
function placeOf(detail: string, codeOf: (item: string) => string): string {
  const [item = '', clause = ''] = detail.split('/')
  return `${codeOf(item)} ${clause}`
}
