import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { itemsChangedBy, type StampedEvent } from '../../../shared/domain/sheet/event'
import { screenTime } from '../../components/screen-time'
import { markText } from './mark-text'

interface Props {
  readonly lines: readonly StampedEvent[]
  readonly item: Item
}

/** 留痕 of one item: every change, newest first, with time and name. Undo and redo show as what they are. */
export function ItemHistory({ lines: all, item }: Props) {
  const { t } = useTranslation()
  const lines = useMemo(() => linesOf(all, item.id), [all, item.id])
  const words = ({ event }: StampedEvent): string => {
    switch (event.type) {
      case 'marked': {
        const clause = item.clauses.find(({ id }) => id === event.clause)
        const value =
          event.mark === null || clause === undefined
            ? t('scoring.history.taken')
            : `${event.mark.place === undefined ? '' : `${event.mark.place} `}${markText(clause, event.mark.value)}`
        const linked = event.mark?.sameAs === undefined ? '' : ' ⇄'
        const reason = event.mark?.reason ? `${linked} · ${event.mark.reason}` : linked
        return `${t('scoring.history.marked', { clause: event.clause, value })}${reason}`
      }
      case 'excluded':
      case 'excluded-together':
        return t('scoring.history.excluded', { reason: event.reason })
      case 'noted':
        return t('scoring.history.noted', { note: event.note })
      case 'attached':
        return t('scoring.history.attached', {
          count: event.evidence.length,
          where: [event.clause, event.place].map((one) => (one === undefined ? '' : ` · ${one}`)).join(''),
        })
      case 'annotated':
        return t('scoring.history.annotated', {
          name: event.sha256.slice(0, 8),
          count: event.marks.length,
        })
      case 'detached':
        return t('scoring.history.detached', { name: event.sha256.slice(0, 8) })
      case 'undone':
      case 'redone':
        return t(`scoring.history.${event.type}`, { seq: event.of })
      case 'cleared-together':
        return t('scoring.history.clearedTogether', { count: event.items.length })
      case 'cleared':
      case 'reset':
        return t(`scoring.history.${event.type}`)
      default:
        return t('scoring.history.carried')
    }
  }
  if (lines.length === 0) return null
  return (
    <section className="scoring-history" aria-label={t('scoring.history.title')}>
      <h3>{t('scoring.history.title')}</h3>
      <ol>
        {lines.map((line) => (
          <li key={line.seq}>
            <time dateTime={line.at}>{screenTime(line.at).slice(11)}</time>
            <span className="scoring-history-seq">#{line.seq}</span> {line.by} · {words(line)}
          </li>
        ))}
      </ol>
    </section>
  )
}

function linesOf(lines: readonly StampedEvent[], item: string): StampedEvent[] {
  const own = new Set(lines.flatMap(({ seq, event }) => (itemsChangedBy(event).includes(item) ? [seq] : [])))
  return lines
    .filter(({ seq, event }) => {
      return own.has(seq) || ((event.type === 'undone' || event.type === 'redone') && own.has(event.of))
    })
    .reverse()
}
