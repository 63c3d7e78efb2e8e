import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { virtualDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { sandboxArguments, setUp } from './set-up.mjs'

/** Draws resources/icons/icon.png (1024 × 1024) from icon.svg, with the app's own window as the painter. */
const electron = await setUp({ needsDisplay: true })
const display = await virtualDisplay()
const app = await _electron.launch({
  executablePath: electron.executable,
  args: [root, ...sandboxArguments],
  env: { ...process.env, ...display.env },
})
const page = await app.firstWindow()
const svg = readFileSync(join(root, 'resources/icons/icon.svg'), 'utf8')
const base64 = await page.evaluate(async (drawing) => {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`
  await image.decode()
  const canvas = new OffscreenCanvas(1024, 1024)
  canvas.getContext('2d').drawImage(image, 0, 0, 1024, 1024)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}, svg)
writeFileSync(join(root, 'resources/icons/icon.png'), Buffer.from(base64, 'base64'))
await app.close()
display.close()
