import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** What a field holds until it is written. */
export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  readonly onBlur: () => void
  /** Enter leaves the field, which writes it; Escape puts back what was kept and writes nothing. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** A field over a kept text: written when it is left. `onCancel` is told when Escape was pressed. */
export function useDraft(kept: string, write: (text: string) => void, onCancel?: () => void): Draft {
  const [text, setText] = useState(kept)
  const isCancelled = useRef(false)
  useEffect(() => setText(kept), [kept])
  return {
    text,
    setText,
    onBlur: () => {
      if (isCancelled.current) setText(kept)
      else write(text)
      isCancelled.current = false
    },
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
      isCancelled.current = event.key === 'Escape'
      if (isCancelled.current) onCancel?.()
      event.currentTarget.blur()
    },
  }
}
