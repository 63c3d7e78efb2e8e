import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useSettings } from '../../i18n/settings'

export interface ChangeKeys {
  /** 1 is the next change, −1 the one before. */
  readonly onStep: (step: 1 | -1) => void
  readonly onFind: () => void
  readonly onClear: () => void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/**
 * J and K step through the changes, / finds, Escape clears. The arrow keys step while the list has the focus; single
 * keys work anywhere unless they are turned off, and never while somebody is typing or choosing.
 */
export function useChangeKeys(list: RefObject<HTMLElement | null>, keys: ChangeKeys): void {
  const { hasSingleKeys } = useSettings()
  const latest = useRef(keys)
  // With what is on screen, not after it: a key goes by the list that is seen.
  useLayoutEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      const isInList = target !== null && list.current?.contains(target) === true
      if (event.key === 'Escape' && target?.closest('.versions-summary__find')) latest.current.onClear()
      else if (target?.closest('input, textarea, .ant-select, .ant-modal')) return
      else if (!isInList && (!hasSingleKeys || event.key.length > 1)) return
      else if (event.key === '/') latest.current.onFind()
      else if (event.key === 'Escape') latest.current.onClear()
      else {
        const step = STEPS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
        if (step === undefined) return
        latest.current.onStep(step)
      }
      event.preventDefault()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [hasSingleKeys, list])
}
