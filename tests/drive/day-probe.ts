import type { Page } from '@playwright/test'

/** Key presses that changed the sheet, each with what came of it: ms from the press. */
export interface KeyCost {
  /** The screen shows the new number of the last line, which is after the journal was fsynced. */
  readonly durable: number
  /** The frame with the new totals is drawn. */
  readonly totals: number
}

export interface DaySeen {
  readonly keys: readonly KeyCost[]
  /** Frames that came more than 50 ms after the one before, and the longest (ms). */
  readonly slowFrames: number
  readonly longestFrame: number
  readonly frames: number
}

declare global {
  interface Window {
    daySeen: { keys: KeyCost[]; slowFrames: number; longestFrame: number; frames: number }
  }
}

/** Begins to watch keys and frames of the page with a sheet open. It touches nothing. */
export function watchDay(page: Page): Promise<void> {
  return page.evaluate(() => {
    const SLOW_MS = 50
    const seen = { keys: [] as KeyCost[], slowFrames: 0, longestFrame: 0, frames: 0 }
    window.daySeen = seen
    let pressed: number | null = null
    window.addEventListener('keydown', (event) => (pressed = event.timeStamp), true)
    const watched = new WeakSet<Element>()
    const watch = () => {
      const saved = document.querySelector('[data-testid="scoring-saved"]')
      if (saved === null || watched.has(saved)) return
      watched.add(saved)
      new MutationObserver(() => {
        const from = pressed
        pressed = null
        if (from === null) return
        const durable = performance.now() - from
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => seen.keys.push({ durable, totals: performance.now() - from })
          channel.port2.postMessage(0)
        })
      }).observe(saved, { attributes: true, attributeFilter: ['data-seq'] })
    }
    let last = performance.now()
    const frame = (now: number) => {
      watch()
      seen.frames += 1
      if (now - last > SLOW_MS) seen.slowFrames += 1
      seen.longestFrame = Math.max(seen.longestFrame, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

export function daySeen(page: Page): Promise<DaySeen> {
  return page.evaluate(() => window.daySeen)
}
