import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { root } from './paths.mjs'
import { sandboxArguments } from './set-up.mjs'

/** Drives the real application from its first screen on, and leaves what it made in out/demonstration. */
const folder = join(root, 'out/demonstration')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const app = await _electron.launch({
  executablePath: process.env.SCOREBENCH_ELECTRON,
  args: [root, ...sandboxArguments],
  env: { ...process.env, SCOREBENCH_DATA: join(folder, 'data') },
})
const window = await app.firstWindow()
await window.waitForLoadState('load')

async function picture(name) {
  const path = join(folder, `${name}.png`)
  await window.screenshot({ path })
  console.log(`Picture: ${path}`)
}

await picture('01-home')
await app.close()
