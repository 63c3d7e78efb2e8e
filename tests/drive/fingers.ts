import type { CDPSession, Locator, Page } from '@playwright/test'
import { until } from './hands'

/** A person's finger on the glass: touches through Chromium's own input, so that taps, drags and scrolling are its own. */
export interface Finger {
  /** Taps the element, scrolled into reach by dragging where it lies outside. */
  readonly tap: (target: Locator) => Promise<void>
  readonly tapId: (testId: string) => Promise<void>
  /** Drags from a point by so many CSS pixels. */
  readonly drag: (from: Spot, by: Spot) => Promise<void>
  readonly count: () => { readonly taps: number; readonly drags: number }
}

export interface Spot {
  readonly x: number
  readonly y: number
}

interface Reach {
  /** Where a tap hits the element; null where it does not. */
  readonly at: Spot | null
  /** In view, and something lies over it or it does not listen yet. */
  readonly isCovered: boolean
  /** Where to drag from, and by how much, to bring it nearer. */
  readonly from: Spot
  readonly by: Spot
}

const MOST_DRAGS = 60
const STEPS = 6

/** The touch screen of a page that has none. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 })
  let taps = 0
  let drags = 0
  const drag = async (from: Spot, by: Spot): Promise<void> => {
    drags += 1
    await touch(session, 'touchStart', from)
    for (let step = 1; step <= STEPS; step++)
      await touch(session, 'touchMove', {
        x: from.x + (by.x * step) / STEPS,
        y: from.y + (by.y * step) / STEPS,
      })
    // Held for a moment before it is lifted: the list stays where it was dragged, and does not fly on.
    await page.waitForTimeout(120)
    await touch(session, 'touchMove', { x: from.x + by.x, y: from.y + by.y })
    await touch(session, 'touchEnd', null)
  }
  const tap = async (target: Locator): Promise<void> => {
    for (let tries = 0; tries < MOST_DRAGS; tries++) {
      await target.waitFor()
      const reach = await still(page, target)
      if (reach.at !== null) {
        taps += 1
        await touch(session, 'touchStart', reach.at)
        await touch(session, 'touchEnd', null)
        return
      }
      if (reach.isCovered) await page.waitForTimeout(60)
      else await drag(reach.from, reach.by)
    }
    throw new Error(`no finger reaches ${target}`)
  }
  return {
    tap,
    tapId: async (testId) => {
      await until(`${testId} on screen`, () => page.getByTestId(testId).first().isVisible())
      await tap(page.getByTestId(testId).first())
    },
    drag,
    count: () => ({ taps, drags }),
  }
}

async function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at: Spot | null,
): Promise<void> {
  await session.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [at] })
}

/** Where the target is once nothing moves any more: a tap on what is still gliding only stops it. */
async function still(page: Page, target: Locator): Promise<Reach> {
  for (let before = ''; ; await page.waitForTimeout(40)) {
    const reach = await target.evaluate(reachOf)
    const now = JSON.stringify(reach)
    if (now === before) return reach
    before = now
  }
}

/** In the page: whether a tap on the element's middle hits it, and if not, how its scroller is to be dragged. */
function reachOf(element: Element): Reach {
  const target = element.closest('label') ?? element
  const box = target.getBoundingClientRect()
  const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
  const hit = document.elementFromPoint(at.x, at.y)
  // antd's names for what is on its way in or out, also before it has begun to move.
  const isMoving = target.closest('[class*="-appear"], [class*="-enter"], [class*="-leave"]') !== null
  const isHit = !isMoving && target.contains(hit)
  let scroller = target.parentElement
  while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1)
    scroller = scroller.parentElement
  const room = (scroller ?? document.documentElement).getBoundingClientRect()
  const middle = { x: room.left + room.width * 0.9, y: room.top + room.height / 2 }
  const far = middle.y - at.y
  const by = { x: 0, y: Math.sign(far) * Math.min(room.height * 0.4, Math.max(60, Math.abs(far))) }
  const isCovered = at.y > room.top && at.y < room.bottom
  return { at: isHit ? at : null, isCovered, from: middle, by }
}
