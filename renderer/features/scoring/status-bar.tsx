import { ArrowRightOutlined, LockOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Double } from '../../../shared/domain/sheet/doubles'
import { useOpening } from '../../components/explaining'
import { DoublesButton } from './doubles-button'
import { nextUnchecked } from './moving'
import { SafetySign } from './safety-sign'
import { Checked, Saved, Total } from './sheet-standing'
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
  const { score, state } = view
  const next = nextUnchecked(items, current?.id ?? '')
  const isAll = score.checked === score.count
  return (
    <footer className="scoring-bar">
      <div className="scoring-total" data-testid="scoring-total" aria-live="polite">
        <Total view={view} />
        <WhatIfButton />
      </div>
      <Checked view={view} />
      <Saved view={view} />
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
