import type { Locator, Page } from '@playwright/test'

/** Drops a real file on the middle of the window, or of a part of it, as the system does: Chromium's own drag events, with its path. */
export async function dropFile(page: Page, path: string, part?: Locator): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const whole = await page.evaluate(() => ({ x: 0, y: 0, width: innerWidth, height: innerHeight }))
  const box = (await part?.boundingBox()) ?? whole
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  await session.detach()
}
