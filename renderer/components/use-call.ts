import { type DependencyList, useCallback, useEffect, useState } from 'react'

type Answer<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly detail?: string }

/** A call that is under way, failed, or was answered. */
export type Called<T, Code extends string> =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly code: Code; readonly detail?: string }
  | { readonly state: 'read'; readonly value: T }

/**
 * Runs `call` when `deps` change and on `again`; an answer that comes too late is dropped. Asking again keeps the
 * value that was read until the new one is there.
 */
export function useCall<T, Code extends string>(
  call: () => Promise<Answer<T, Code>>,
  deps: DependencyList,
): Called<T, Code> & { readonly again: () => void } {
  const [called, setCalled] = useState<Called<T, Code>>({ state: 'reading' })
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the call depends on
  useEffect(() => {
    let isCurrent = true
    void call().then((answer) => {
      if (!isCurrent) return
      setCalled(
        answer.ok
          ? { state: 'read', value: answer.value }
          : {
              state: 'failed',
              code: answer.code,
              ...(answer.detail === undefined ? {} : { detail: answer.detail }),
            },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [...deps, round])
  return { ...called, again }
}
