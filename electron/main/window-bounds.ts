import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'

/** Device-independent pixels. */
export const MINIMUM = { width: 1100, height: 700 } as const
const DEFAULT = { width: 1366, height: 768 } as const

/** So much of a window must lie on a screen for a person to take hold of it. */
const REACHABLE = { width: 200, height: 40 } as const
const SETTLED_AFTER_MS = 500

interface WindowState {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

function isState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false
  const { bounds, isMaximized } = value as Partial<WindowState>
  if (typeof bounds !== 'object' || bounds === null || typeof isMaximized !== 'boolean') return false
  return [bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isInteger)
}

function isReachable({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const visible = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const isTitleOnScreen = y >= workArea.y && y <= workArea.y + workArea.height - REACHABLE.height
    return visible >= REACHABLE.width && isTitleOnScreen
  })
}

/** Where the window stood last time; the default where nothing usable was kept, or no screen shows it any more. */
export function rememberedState(file: string): { bounds: Partial<Rectangle>; isMaximized: boolean } {
  let kept: unknown
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // First start, or a damaged file: it only holds a comfort, so the default will do.
    return { bounds: DEFAULT, isMaximized: false }
  }
  if (!isState(kept) || !isReachable(kept.bounds)) return { bounds: DEFAULT, isMaximized: false }
  const { x, y, width, height } = kept.bounds
  const bounds = { x, y, width: Math.max(width, MINIMUM.width), height: Math.max(height, MINIMUM.height) }
  return { bounds, isMaximized: kept.isMaximized }
}

/** Keeps `file` up to date with where the window stands, replacing it whole. */
export function rememberState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    try {
      writeFileSync(`${file}.new`, JSON.stringify(state))
      renameSync(`${file}.new`, file)
    } catch (error) {
      console.warn('The place of the window could not be kept:', error)
    }
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, SETTLED_AFTER_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('close', save)
  window.on('closed', () => clearTimeout(timer))
}
