import {
  ArrowRightOutlined,
  CheckCircleFilled,
  LockOutlined,
  RedoOutlined,
  UndoOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { Button, Progress, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { screenRange } from '../../components/screen-score'
import { nextUnchecked } from './moving'
import type { Desk } from './use-desk'

/** Range or total, how much is checked, whether it is on disk, and where to go on. */
export function StatusBar({ desk, onSeal }: { readonly desk: Desk; readonly onSeal: () => void }) {
  const { t } = useTranslation()
  const { view, items, current, isReadOnly } = desk
  const { score, state, failed, isCopyBehind } = view
  const grade =
    score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow} – ${score.gradeHigh}`
  const next = nextUnchecked(items, current?.id ?? '')
  const isAll = score.checked === score.count
  return (
    <footer className="scoring-bar">
      <div className="scoring-total" data-testid="scoring-total" aria-live="polite">
        <span>{isAll ? t('scoring.total') : t('scoring.range')}</span>
        <b>{screenRange(score.low, score.high)}</b>
        <span className="scoring-grade">{grade}</span>
      </div>
      <div className="scoring-progress">
        <span data-testid="scoring-checked">
          {t('scoring.checked')} <b>{score.checked}</b>/{score.count}
        </span>
        <Progress percent={(100 * score.checked) / score.count} showInfo={false} size={{ height: 4 }} />
      </div>
      <Tooltip title={t('scoring.savedHint')}>
        <span
          className={failed === null ? 'scoring-saved' : 'scoring-unsaved'}
          data-testid="scoring-saved"
          data-seq={state.seq}
        >
          {failed === null ? <CheckCircleFilled /> : <WarningFilled />}{' '}
          {failed === null ? t('scoring.saved', { seq: state.seq }) : t('scoring.notSaved')}
          {isCopyBehind ? ` · ${t('scoring.copyBehind')}` : ''}
        </span>
      </Tooltip>
      <span className="scoring-bar-space" />
      <Button
        type="text"
        icon={<UndoOutlined />}
        disabled={isReadOnly || state.undo === null}
        aria-label={t('scoring.action.undo')}
        title={`${t('scoring.action.undo')} Ctrl+Z`}
        onClick={() => void desk.run({ type: 'undo' })}
      />
      <Button
        type="text"
        icon={<RedoOutlined />}
        disabled={isReadOnly || state.redo === null}
        aria-label={t('scoring.action.redo')}
        title={`${t('scoring.action.redo')} Ctrl+Y`}
        onClick={() => void desk.run({ type: 'redo' })}
      />
      <Button
        icon={<ArrowRightOutlined />}
        disabled={next === null}
        onClick={() => next !== null && desk.goTo(next)}
      >
        {t('scoring.nextUnchecked')}
      </Button>
      <Button
        type={isAll && !isReadOnly ? 'primary' : 'default'}
        icon={<LockOutlined />}
        onClick={onSeal}
        data-testid="scoring-seal"
      >
        {isReadOnly ? t('scoring.signAndHandOver') : t('scoring.seal')}
      </Button>
    </footer>
  )
}
