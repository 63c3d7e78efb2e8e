import type { Page } from '@playwright/test'

export interface Frames {
  /** The longest task of the page's thread of 50 ms and more, as Chromium reports it (ms); 0 where there was none. */
  readonly longest: number
  /** The longest time from one frame to the next (ms). */
  readonly gap: number
  readonly frames: number
}

declare global {
  interface Window {
    framesSeen?: { longest: number; gap: number; frames: number }
  }
}

/** Begins to watch the page's frames, for as long as what the selector names is on screen. */
export function watchFrames(page: Page, selector: string): Promise<void> {
  return page.evaluate((watched) => {
    const seen = { longest: 0, gap: 0, frames: 0 }
    window.framesSeen = seen
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        if (startTime >= from && startTime + duration <= to) seen.longest = Math.max(seen.longest, duration)
    }).observe({ entryTypes: ['longtask'] })
    const frame = (now: number) => {
      if (document.querySelector(watched) !== null) {
        if (to > from) seen.gap = Math.max(seen.gap, now - to)
        from = Math.min(from, now)
        to = now
        seen.frames += 1
      }
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }, selector)
}

export function framesSeen(page: Page): Promise<Frames> {
  return page.evaluate(() => window.framesSeen ?? { longest: 0, gap: 0, frames: 0 })
}
