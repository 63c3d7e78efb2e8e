import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Photos as a phone's folder has them: pictures that the window can show, of `bytes` each, no two the same. */
export async function photoFolder(page: Page, at: string, count: number, bytes: number): Promise<string> {
  mkdirSync(at, { recursive: true })
  const picture = Buffer.from(
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(640, 480)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      for (let n = 0; n < 200; n++) {
        context.fillStyle = `hsl(${(n * 37) % 360} 60% ${(n * 13) % 100}%)`
        context.fillRect((n * 71) % 640, (n * 53) % 480, 160, 128)
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg' })
      return [...new Uint8Array(await blob.arrayBuffer())]
    }),
  )
  for (let no = 0; no < count; no++) {
    const rest = Buffer.alloc(Math.max(8, bytes - picture.length), no + 1)
    writeFileSync(join(at, `IMG_${1000 + no}.jpg`), Buffer.concat([picture, rest]))
  }
  return at
}

/** Drops files or folders on the item panel, as the system does. */
export async function dropOnItem(page: Page, path: string): Promise<void> {
  const box = await page.getByTestId('scoring-panel').boundingBox()
  if (box === null) throw new Error('no panel')
  const session = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + 200 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}
