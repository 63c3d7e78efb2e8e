import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMilli } from '../../../shared/domain/points'
import { useTouch } from './touch'
import type { Typing } from './typing'
import { useDraft } from './use-draft'

interface Props {
  readonly label: string
  readonly unit: string
  readonly hint?: ReactNode
  readonly kept: string
  readonly isDisabled: boolean
  readonly typing: Typing | null
  readonly isValid: (milli: number) => boolean
  /** Thousandths; null takes the value away. */
  readonly onValue: (milli: number | null) => void
  /** Where Enter goes on, by `data-part`; else it leaves the field. */
  readonly part?: string
  readonly nextPart?: string
}

/** A decimal: written when the field is left or Enter is pressed; a wrong one stays, is marked, and is not written. */
export function DecimalField(props: Props) {
  const { label, unit, hint, kept, isDisabled, typing, isValid, onValue, part, nextPart } = props
  const { t } = useTranslation()
  const isTouch = useTouch()
  const isWrong = (text: string) => {
    const milli = parseMilli(text)
    return text !== '' && (milli === null || !isValid(milli))
  }
  const { text, setText, ...leaving } = useDraft(kept, (typed) => {
    if (typed !== kept && !isWrong(typed)) onValue(typed === '' ? null : parseMilli(typed))
  })
  const field = useRef<HTMLInputElement>(null)
  const seen = useRef(typing?.count ?? 0)
  // Before anything else is typed: a digit that comes quickly must find the first one there.
  useLayoutEffect(() => {
    if (typing === null || typing.count === seen.current) return
    seen.current = typing.count
    if (typing.text !== null) setText(typing.text)
    field.current?.focus()
    if (typing.text === null) field.current?.select()
  }, [typing, setText])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const next = nextPart === undefined ? null : document.querySelector<HTMLElement>(partSelector(nextPart))
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && next !== null) next.focus()
    else leaving.onKeyDown(event)
  }
  return (
    <div className="scoring-field">
      <label>
        <span>{label}</span>
        <input
          ref={field}
          type="text"
          className="scoring-input scoring-decimal"
          inputMode={isTouch ? 'none' : 'decimal'}
          aria-invalid={isWrong(text)}
          disabled={isDisabled}
          value={text}
          data-field="value"
          data-part={part}
          onChange={({ target }) => setText(target.value)}
          onFocus={({ target }) => {
            if (part !== undefined) target.select()
          }}
          onBlur={leaving.onBlur}
          onKeyDown={onKeyDown}
        />
        <span>{unit}</span>
      </label>
      {hint !== undefined && <small className="scoring-bands">{hint}</small>}
      {isWrong(text) && <small role="alert">{t('scoring.wrongValue')}</small>}
    </div>
  )
}

function partSelector(part: string): string {
  return `.scoring-clause-active [data-part="${part}"]`
}

/** A measured value that can have been entered: 0 to 999 999.999. */
export function isMeasurable(milli: number): boolean {
  return milli >= 0 && milli <= 999_999_999
}

/** A whole number of at least `least`, up to a million. */
export function isWhole(milli: number, least = 0): boolean {
  return milli % 1000 === 0 && milli >= least * 1000 && milli <= 1_000_000_000
}
