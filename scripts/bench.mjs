import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { virtualDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { stop } from './run.mjs'
import { sandboxArguments, setUp } from './set-up.mjs'

const electron = await setUp({ needsDisplay: true, isForTests: true })
const entry = join(root, 'tests/bench/index.ts')
if (!existsSync(entry)) stop('tests/bench/index.ts is not there.')
const display = await virtualDisplay()
Object.assign(process.env, display.env, { SCOREBENCH_ELECTRON: electron.executable })
try {
  const { runTypeScript } = await import('./run-typescript.mjs')
  const { bench } = await runTypeScript(entry)
  await bench({
    isJson: process.argv.includes('--json'),
    electron: electron.executable,
    electronArguments: [root, ...sandboxArguments],
  })
} finally {
  display.close()
}
