import { useSyncExternalStore } from 'react'
import type { Target } from './use-evidence'

/** An import under way: bytes done of all. */
export interface Running {
  readonly job: string
  /** Null where each photo finds its own. */
  readonly target: Target | null
  readonly done: number
  readonly all: number
  readonly isCancelling: boolean
}

/** How far an import is, outside of React's state: it moves often, and only its own line is drawn anew. */
export interface RunningStore {
  readonly get: () => Running | null
  readonly set: (next: Running | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function runningStore(): RunningStore {
  const listeners = new Set<() => void>()
  let running: Running | null = null
  return {
    get: () => running,
    set: (next) => {
      running = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useRunning({ subscribe, get }: RunningStore): Running | null {
  return useSyncExternalStore(subscribe, get)
}

/** Whether there is one: changes twice an import. */
export function useIsRunning({ subscribe, get }: RunningStore): boolean {
  return useSyncExternalStore(subscribe, () => get() !== null)
}
