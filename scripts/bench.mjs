import { join } from 'node:path'
import { virtualDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { stop } from './run.mjs'
import { sandboxArguments, setUp } from './set-up.mjs'

// npm run bench [-- PART …] [--json]: recompute, reading, package, start, keys, memory; all where none is named.
const entry = join(root, 'tests/bench/index.ts')
const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))

const electron = await setUp({ needsDisplay: true, isForTests: true })
const display = await virtualDisplay()
Object.assign(process.env, display.env)
try {
  const { runTypeScript } = await import('./run-typescript.mjs')
  const { bench } = await runTypeScript(entry)
  await bench({
    isJson: process.argv.includes('--json'),
    parts,
    electron: electron.executable,
    electronArguments: sandboxArguments,
  })
} catch (error) {
  display.close()
  stop(error.stack)
} finally {
  display.close()
}
