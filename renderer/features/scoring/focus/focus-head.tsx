import {
  CloseOutlined,
  LockOutlined,
  MenuOutlined,
  RedoOutlined,
  SunOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Double } from '../../../../shared/domain/sheet/doubles'
import { changeSettings, type ThemeName, useSettings } from '../../../i18n/settings'
import { DoublesButton } from '../doubles-button'
import type { ItemRow } from '../rows'
import { SafetySign } from '../safety-sign'
import { Checked, Saved, Total } from '../sheet-standing'
import type { Desk } from '../use-desk'
import { FocusContents } from './focus-contents'

interface Props {
  readonly desk: Desk
  readonly row: ItemRow
  readonly doubles: readonly Double[]
  readonly onClearRest: () => void
  readonly onSeal: () => void
  readonly onLeave: () => void
}

/** Where one is, how far the sheet is, and what is seldom needed. */
export function FocusHead({ desk, row, doubles, onClearRest, onSeal, onLeave }: Props) {
  const { t } = useTranslation()
  const [isListing, setListing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasListing = useRef(false)
  useEffect(() => {
    if (wasListing.current && !isListing) opener.current?.focus()
    wasListing.current = isListing
  }, [isListing])
  const { view, isReadOnly } = desk
  const category = view.rubric.categories.find(({ id }) => id === row.category)
  const undone = view.state.undo?.changes[0]?.item
  const redone = view.state.redo?.changes[0]?.item
  /** What was changed may stand on another item: it is shown. */
  const travel = (type: 'undo' | 'redo', item: string | undefined) => {
    void desk.run({ type }).then((isDone) => {
      if (isDone && item !== undefined) desk.goTo(item)
    })
  }
  return (
    <header className="focus-head">
      <Sign words={t('focus.leave')} testId="focus-leave" onAct={onLeave}>
        <CloseOutlined />
      </Sign>
      <button
        ref={opener}
        type="button"
        className="scoring-button focus-where"
        aria-haspopup="dialog"
        data-testid="focus-contents-open"
        onClick={() => setListing(true)}
      >
        <MenuOutlined />
        <span>
          {category?.code} {category?.title}
        </span>
      </button>
      <div className="focus-standing">
        <div className="scoring-total" data-testid="scoring-total" aria-live="polite">
          <Total view={view} />
        </div>
        <Checked view={view} />
        <Saved view={view} />
        <SafetySign />
      </div>
      <DoublesButton desk={desk} doubles={doubles} />
      <OutdoorButton />
      <Sign
        words={t('scoring.action.undo')}
        testId="focus-undo"
        isDisabled={isReadOnly || view.state.undo === null}
        onAct={() => travel('undo', undone)}
      >
        <UndoOutlined />
      </Sign>
      <Sign
        words={t('scoring.action.redo')}
        testId="focus-redo"
        isDisabled={isReadOnly || view.state.redo === null}
        onAct={() => travel('redo', redone)}
      >
        <RedoOutlined />
      </Sign>
      <button type="button" className="scoring-button" data-testid="scoring-seal" onClick={onSeal}>
        <LockOutlined /> {isReadOnly ? t('scoring.signAndHandOver') : t('scoring.seal')}
      </button>
      <FocusContents
        desk={desk}
        isOpen={isListing}
        onClearRest={isReadOnly ? null : onClearRest}
        onClose={() => setListing(false)}
      />
    </header>
  )
}

interface SignProps {
  readonly words: string
  readonly testId: string
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  readonly onAct: () => void
  readonly children: ReactNode
}

/** A button with a sign alone. */
function Sign({ words, testId, isDisabled = false, isPressed, onAct, children }: SignProps) {
  return (
    <button
      type="button"
      className={isPressed === true ? 'scoring-button focus-sign focus-sign-on' : 'scoring-button focus-sign'}
      aria-label={words}
      aria-pressed={isPressed}
      title={words}
      disabled={isDisabled}
      data-testid={testId}
      onClick={onAct}
    >
      {children}
    </button>
  )
}

/** Into the sun and back to the look from before. */
function OutdoorButton() {
  const { t } = useTranslation()
  const { theme } = useSettings()
  const indoors = useRef<ThemeName>('light')
  const isOutdoor = theme === 'outdoor'
  if (!isOutdoor) indoors.current = theme
  return (
    <Sign
      words={t('focus.outdoor')}
      testId="focus-outdoor"
      isPressed={isOutdoor}
      onAct={() => changeSettings({ theme: isOutdoor ? indoors.current : 'outdoor' })}
    >
      <SunOutlined />
    </Sign>
  )
}
