import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetState } from '../../../shared/domain/sheet/state'
import { OpenScore } from '../../components/open-score'
import { screenRange } from '../../components/screen-score'
import type { SheetView } from '../../db/sheet-session'

interface Props {
  readonly view: SheetView
}

/** The total, or the range still reachable, and its grade. */
export function Total({ view: { score } }: Props) {
  const { t } = useTranslation()
  const grade =
    score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow} – ${score.gradeHigh}`
  // All may be checked and a rank still open.
  const isFinal = score.checked === score.count && score.low === score.high
  return (
    <>
      <span>{isFinal ? t('scoring.total') : t('scoring.range')}</span>
      <OpenScore node="total" testId="scoring-total-open">
        <b>{screenRange(score.low, score.high)}</b>
      </OpenScore>
      <span className="scoring-grade">{grade}</span>
    </>
  )
}

/** How many items are checked, and how many of them in one act with others. */
export function Checked({ view: { score, state } }: Props) {
  const { t } = useTranslation()
  const together = useMemo(() => countTogether(state.items), [state.items])
  return (
    <div className="scoring-progress">
      <div className="scoring-counts">
        <span data-testid="scoring-checked">
          {t('scoring.checked')} <b>{score.checked}</b>/{score.count}
        </span>
        {together > 0 && (
          <span className="scoring-together" title={t('scoring.togetherHint')}>
            {t('scoring.together', { count: together })}
          </span>
        )}
      </div>
      <progress
        className="scoring-progress-bar"
        value={score.checked}
        max={score.count}
        aria-label={t('scoring.checked')}
      />
    </div>
  )
}

/** Whether what is on screen is on disk. */
export function Saved({ view: { failed, state, isCopyBehind } }: Props) {
  const { t } = useTranslation()
  return (
    <span
      className={failed === null ? 'scoring-saved' : 'scoring-unsaved'}
      data-testid="scoring-saved"
      data-seq={state.seq}
      title={t('scoring.savedHint')}
    >
      {failed === null ? <CheckCircleFilled /> : <WarningFilled />}{' '}
      {failed === null ? t('scoring.saved', { seq: state.seq }) : t('scoring.notSaved')}
      {isCopyBehind ? ` · ${t('scoring.copyBehind')}` : ''}
    </span>
  )
}

/** How many were cleared in one act with others. */
function countTogether(items: SheetState['items']): number {
  let count = 0
  for (const { isTogether } of items.values()) if (isTogether === true) count += 1
  return count
}
