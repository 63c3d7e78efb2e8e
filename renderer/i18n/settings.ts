import { useSyncExternalStore } from 'react'
import type { Language } from '../../shared/ipc/contract'

export type ThemeName = 'light' | 'dark' | 'outdoor' | 'system'

/** What a person sets for this machine's screen; nothing that is scored. Kept in localStorage. */
export interface ScreenSettings {
  readonly language: Language
  readonly theme: ThemeName
  /** Percent: 100, 115, 130, 145 or 160. */
  readonly textSize: number
  readonly hasSingleKeys: boolean
  /** 专注模式: sheets are scored one item at a time, by touch, and what can be touched is large. */
  readonly isFocusMode: boolean
}

const KEY = 'scorebench.settings'
const DEFAULTS: ScreenSettings = {
  language: 'zh-CN',
  theme: 'light',
  textSize: 100,
  hasSingleKeys: true,
  isFocusMode: false,
}
const listeners = new Set<() => void>()
let current = read()

export function readSettings(): ScreenSettings {
  return current
}

export function changeSettings(change: Partial<ScreenSettings>): void {
  current = { ...current, ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  for (const listener of listeners) listener()
}

export function useSettings(): ScreenSettings {
  return useSyncExternalStore(onSettings, readSettings)
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Kept settings over the defaults; a damaged or foreign entry counts as none. */
function read(): ScreenSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...DEFAULTS, ...kept } : DEFAULTS
  } catch (error) {
    if (error instanceof SyntaxError) return DEFAULTS
    throw error
  }
}
