import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { withExif, ZHENGZHOU } from '../unit/domain/evidence/made-photo'

const SCENES = 8

/** As a phone takes them: 12 megapixels that the window can show, today's time, a position, `bytes` long, no two the same. */
export async function phonePhotos(page: Page, at: string, count: number, bytes: number): Promise<string[]> {
  mkdirSync(at, { recursive: true })
  const scenes: Buffer[] = []
  for (let scene = 1; scene <= Math.min(SCENES, count); scene++) scenes.push(await picture(page, scene))
  const day = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${day.getFullYear()}:${two(day.getMonth() + 1)}:${two(day.getDate())}`
  return Array.from({ length: count }, (_, no) => {
    const takenAt = `${date} ${two(8 + Math.floor(no / 60))}:${two(no % 60)}:00`
    const jpeg = withExif(scenes[no % scenes.length] ?? Buffer.alloc(0), { takenAt, gps: ZHENGZHOU })
    const rest = Buffer.alloc(Math.max(8, bytes - jpeg.length), no + 1)
    const path = join(at, `IMG_${1000 + no}.jpg`)
    writeFileSync(path, Buffer.concat([jpeg, rest]))
    return path
  })
}

async function picture(page: Page, scene: number): Promise<Buffer> {
  const text = await page.evaluate(async (seed) => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    for (let n = 0; n < 400; n++) {
      context.fillStyle = `hsl(${(n * 37 * seed) % 360} 60% ${(n * 13 * seed) % 100}%)`
      context.fillRect((n * 311 * seed) % 4000, (n * 173 * seed) % 3000, 420, 360)
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let binary = ''
    for (let from = 0; from < bytes.length; from += 32_768)
      binary += String.fromCharCode(...bytes.subarray(from, from + 32_768))
    return btoa(binary)
  }, scene)
  return Buffer.from(text, 'base64')
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
