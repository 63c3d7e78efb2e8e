import { RightOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Explanation, NoteCode } from '../../shared/domain/explain/explanation'
import { screenRange, screenScore } from './screen-score'

const STANDING = [
  'veto-total',
  'veto-category',
  'forfeited',
  'left-out',
  'excluded-normalise',
  'excluded-full-marks',
  'excluded-leave-out',
  'unchecked',
  'clear',
] as const satisfies readonly NoteCode[]

/** A number below the one that is open: what it is called, what was lost, and what it came to. Enter goes down to it. */
export function ExplanationRow({
  node,
  onOpen,
}: {
  readonly node: Explanation
  readonly onOpen: (node: string) => void
}) {
  const { t } = useTranslation()
  const { id, code, title, full, worst, best, notes } = node
  const standing = STANDING.find((one) => notes.some((note) => note.code === one))
  const weight = notes.find((note) => note.code === 'weight')?.detail
  const lost = full > 0 && standing === undefined ? full - best.value : 0
  return (
    <li>
      <button
        type="button"
        className="explanation__row"
        data-explanation-row={id}
        data-testid={`explanation-row-${id}`}
        onClick={() => onOpen(id)}
      >
        <span className="explanation__code">{code}</span>
        <span className="explanation__title">{title}</span>
        {weight !== undefined ? (
          <span className="explanation__standing">{t('explain.weighs', { weight })}</span>
        ) : lost > 0 ? (
          <span className="explanation__lost">−{screenScore(lost)}</span>
        ) : (
          <span className="explanation__standing">
            {standing === undefined ? '' : t(`explain.standing.${standing}`)}
          </span>
        )}
        <span className="explanation__score">
          {screenRange(worst.value, best.value)}
          {full > 0 && <small> / {screenScore(full)}</small>}
        </span>
        <RightOutlined aria-hidden />
      </button>
    </li>
  )
}
