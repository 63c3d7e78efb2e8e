import type { Page } from '@playwright/test'

/** What a finger is to hit, smaller than this both ways or one way, is too small: 44 CSS pixels. */
export const LEAST_TARGET = 44

export interface SmallTarget {
  readonly what: string
  readonly width: number
  readonly height: number
}

/** Everything on screen that a finger is to hit: how many there are, the smallest side, and those that are too small. */
export async function measureTargets(
  page: Page,
): Promise<{ readonly count: number; readonly smallest: number; readonly small: readonly SmallTarget[] }> {
  const all = await page.evaluate(() => {
    // The whole of these is hit by what lies in them: a label's box, a category's entry, a list's field.
    const whole = (element: Element) =>
      (element.classList.contains('scoring-rail-title') ? element.closest('.scoring-rail-entry') : null) ??
      element.closest('label, .ant-select') ??
      element
    const kinds =
      'button, a[href], summary, select, textarea, input, [role="button"], [role="option"], [role="radio"]'
    return [...document.querySelectorAll<HTMLElement>(kinds)].flatMap((element) => {
      const box = whole(element).getBoundingClientRect()
      const isShown = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible'
      // What lies under a dialog can't be hit.
      const dialog = document.querySelector('.ant-modal, .ant-drawer-open, dialog[open]')
      const isUnder = dialog !== null && !dialog.contains(element)
      if (!isShown || isUnder || element.closest('[aria-hidden="true"]') !== null) return []
      const what = `${element.dataset.testid ?? ''} ${element.className || element.tagName}`.trim()
      return [{ what, width: box.width, height: box.height }]
    })
  })
  const side = ({ width, height }: SmallTarget) => Math.min(width, height)
  return {
    count: all.length,
    smallest: Math.min(...all.map(side)),
    // Half a pixel is lost where boxes end between two.
    small: all.filter((one) => side(one) < LEAST_TARGET - 0.5),
  }
}
