import {
  ArrowRightOutlined,
  CheckCircleFilled,
  LockOutlined,
  RedoOutlined,
  UndoOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Double } from '../../../shared/domain/sheet/doubles'
import type { SheetState } from '../../../shared/domain/sheet/state'
import { useOpening } from '../../components/explaining'
import { OpenScore } from '../../components/open-score'
import { screenRange } from '../../components/screen-score'
import { DoublesButton } from './doubles-button'
import { nextUnchecked } from './moving'
import { SafetySign } from './safety-sign'
import type { Desk } from './use-desk'

/** Range or total, how much is checked, whether it is on disk, and where to go on. */
interface Props {
  readonly desk: Desk
  readonly doubles: readonly Double[]
  readonly onSeal: () => void
}

export function StatusBar({ desk, doubles, onSeal }: Props) {
  const { t } = useTranslation()
  const { view, items, current, isReadOnly } = desk
  const { score, state, failed, isCopyBehind } = view
  const grade =
    score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow} – ${score.gradeHigh}`
  const next = nextUnchecked(items, current?.id ?? '')
  const isAll = score.checked === score.count
  // All may be checked and a rank still open.
  const isFinal = isAll && score.low === score.high
  const together = useMemo(() => countTogether(state.items), [state.items])
  return (
    <footer className="scoring-bar">
      <div className="scoring-total" data-testid="scoring-total" aria-live="polite">
        <span>{isFinal ? t('scoring.total') : t('scoring.range')}</span>
        <OpenScore node="total" testId="scoring-total-open">
          <b>{screenRange(score.low, score.high)}</b>
        </OpenScore>
        <span className="scoring-grade">{grade}</span>
        <WhatIfButton />
      </div>
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
      <SafetySign />
      <DoublesButton desk={desk} doubles={doubles} />
      <span className="scoring-bar-space" />
      <button
        type="button"
        className="scoring-button scoring-button-quiet"
        disabled={isReadOnly || state.undo === null}
        aria-label={t('scoring.action.undo')}
        title={`${t('scoring.action.undo')} Ctrl+Z`}
        onClick={() => void desk.run({ type: 'undo' })}
      >
        <UndoOutlined />
      </button>
      <button
        type="button"
        className="scoring-button scoring-button-quiet"
        disabled={isReadOnly || state.redo === null}
        aria-label={t('scoring.action.redo')}
        title={`${t('scoring.action.redo')} Ctrl+Y`}
        onClick={() => void desk.run({ type: 'redo' })}
      >
        <RedoOutlined />
      </button>
      <button
        type="button"
        className="scoring-button"
        disabled={next === null}
        onClick={() => next !== null && desk.goTo(next)}
      >
        <ArrowRightOutlined /> {t('scoring.nextUnchecked')}
      </button>
      <button
        type="button"
        className={isAll && !isReadOnly ? 'scoring-button scoring-button-main' : 'scoring-button'}
        onClick={onSeal}
        data-testid="scoring-seal"
      >
        <LockOutlined /> {isReadOnly ? t('scoring.signAndHandOver') : t('scoring.seal')}
      </button>
    </footer>
  )
}

/** What may still change: the items that decide, and what exclusions do. */
function WhatIfButton() {
  const { t } = useTranslation()
  const opening = useOpening()
  return (
    <button
      type="button"
      className="scoring-button scoring-button-quiet"
      title={`${t('explain.whatIf.title')} W`}
      data-testid="scoring-what-if"
      onClick={() => opening?.whatIf()}
    >
      {t('explain.whatIf.open')}
    </button>
  )
}

/** How many were cleared in one act with others. */
function countTogether(items: SheetState['items']): number {
  let count = 0
  for (const { isTogether } of items.values()) if (isTogether === true) count += 1
  return count
}
