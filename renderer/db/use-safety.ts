import { useEffect, useState } from 'react'
import type { SafetyState } from '../../shared/ipc/backup'

/** How backups, the second copy and the disks stand, kept current by main; null until it has answered. */
export function useSafety(): SafetyState | null {
  const [state, setState] = useState<SafetyState | null>(null)
  useEffect(() => {
    const stop = window.scorebench.onSafety(setState)
    void window.scorebench.readSafety().then((read) => read.ok && setState((known) => known ?? read.value))
    return stop
  }, [])
  return state
}
