import {
  ArrowRightOutlined,
  CameraOutlined,
  CheckOutlined,
  LeftOutlined,
  LockOutlined,
  RightOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nextUnchecked } from '../moving'
import type { ItemRow } from '../rows'
import type { Desk } from '../use-desk'

interface Props {
  readonly desk: Desk
  readonly row: ItemRow
  readonly onStep: (by: 1 | -1) => void
  readonly onClear: () => void
  readonly onExclude: () => void
  readonly onPhoto: () => void
  readonly onSeal: () => void
}

/** What is done with every item, under the thumbs. */
export function FocusFoot({ desk, row, onStep, onClear, onExclude, onPhoto, onSeal }: Props) {
  const { t } = useTranslation()
  const { isReadOnly, items } = desk
  const next = nextUnchecked(items, row.id)
  const goOn = () => next !== null && desk.goTo(next)
  return (
    <footer className="focus-foot">
      <Act
        className="focus-step"
        words={t('scoring.action.previous')}
        testId="focus-previous"
        onAct={() => onStep(-1)}
      >
        <LeftOutlined />
      </Act>
      <Act
        words={t('scoring.excludeButton')}
        testId="scoring-exclude"
        isDisabled={isReadOnly || row.item.exclusion === 'not-allowed'}
        onAct={onExclude}
      />
      <Act words={t('focus.photo')} testId="focus-photo" isDisabled={isReadOnly} onAct={onPhoto}>
        <CameraOutlined />
      </Act>
      {!isReadOnly && row.status === 'unchecked' ? (
        <>
          <Act
            className="scoring-button-main"
            words={t('scoring.clear')}
            testId="scoring-clear"
            onAct={onClear}
          >
            <CheckOutlined />
          </Act>
          <Act
            words={t('scoring.nextUnchecked')}
            testId="focus-next-unchecked"
            isDisabled={next === null}
            onAct={goOn}
          >
            <ArrowRightOutlined />
          </Act>
        </>
      ) : next === null || isReadOnly ? (
        <Act
          className="scoring-button-main"
          words={isReadOnly ? t('scoring.signAndHandOver') : t('scoring.seal')}
          testId="focus-finish"
          onAct={onSeal}
        >
          <LockOutlined />
        </Act>
      ) : (
        <Act
          className="scoring-button-main"
          words={t('scoring.nextUnchecked')}
          testId="focus-next-unchecked"
          onAct={goOn}
        >
          <ArrowRightOutlined />
        </Act>
      )}
      <Act
        className="focus-step"
        words={t('scoring.action.next')}
        testId="focus-next"
        onAct={() => onStep(1)}
      >
        <RightOutlined />
      </Act>
    </footer>
  )
}

interface ActProps {
  readonly words: string
  readonly testId: string
  readonly className?: string
  readonly isDisabled?: boolean
  readonly onAct: () => void
  readonly children?: ReactNode
}

/** Sign and words; a step has its sign alone. */
function Act({ words, testId, className = '', isDisabled = false, onAct, children }: ActProps) {
  const isSign = className === 'focus-step'
  return (
    <button
      type="button"
      className={`scoring-button ${className}`}
      aria-label={isSign ? words : undefined}
      disabled={isDisabled}
      data-testid={testId}
      onClick={onAct}
    >
      {children}
      {!isSign && <span>{words}</span>}
    </button>
  )
}
