import { type KeyboardEvent, useRef, useState } from 'react'

/** What a field holds until it is written. */
export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  readonly onBlur: () => void
  /** Writes this instead of what was typed, and leaves the field. */
  readonly settle: (field: HTMLElement | null, text: string) => void
  /** Enter, ↑ and ↓ leave the field, which writes it; Escape puts back what was kept and writes nothing. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** A field over a kept text: written when it is left. `onCancel` is told when Escape was pressed. */
export function useDraft(kept: string, write: (text: string) => void, onCancel?: () => void): Draft {
  const [text, setText] = useState(kept)
  const isCancelled = useRef(false)
  // While rendering, not in an effect: on mount that would wipe out what was typed before it ran.
  const [last, setLast] = useState(kept)
  if (kept !== last) {
    setLast(kept)
    setText(kept)
  }
  return {
    text,
    setText,
    onBlur: () => {
      if (isCancelled.current) setText(kept)
      else write(text)
      isCancelled.current = false
    },
    settle: (field, chosen) => {
      write(chosen)
      isCancelled.current = true
      field?.blur()
    },
    onKeyDown: (event) => {
      const { key } = event
      if (event.nativeEvent.isComposing || !(key === 'Enter' || key === 'Escape' || isLeavingKey(key))) return
      isCancelled.current = key === 'Escape'
      if (isCancelled.current) onCancel?.()
      event.currentTarget.blur()
    },
  }
}

/** Keys that leave a clause's field for the next or the previous item. */
export function isLeavingKey(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp'
}
