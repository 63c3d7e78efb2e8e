import { join } from 'node:path'
import { virtualDisplay } from './display.mjs'
import { root, tool } from './paths.mjs'
import { runNode, stop } from './run.mjs'
import { sandboxArguments, setUp } from './set-up.mjs'

// npm run bench [-- PART …] [--json]: recompute, reading, package, photos, start, keys, memory, day; all where none is named.
const entry = join(root, 'tests/bench/index.ts')
const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))

const electron = await setUp({ needsDisplay: true, isForTests: true })
const display = await virtualDisplay()
Object.assign(process.env, display.env)
try {
  const { runTypeScript } = await import('./run-typescript.mjs')
  const { bench } = await runTypeScript(entry)
  const others = parts.filter((part) => part !== 'day')
  if (parts.length === 0 || others.length > 0)
    await bench({
      isJson: process.argv.includes('--json'),
      parts: others,
      electron: electron.executable,
      electronArguments: sandboxArguments,
    })
  // A day is walked through the window by the same hands as in the tests.
  if (parts.length === 0 || parts.includes('day')) {
    const env = { SCOREBENCH_ELECTRON: electron.executable }
    const { code } = await runNode(tool.playwright, ['test', '--project=bench', '--reporter=line'], { env })
    process.exitCode = code
  }
} catch (error) {
  display.close()
  stop(error.stack)
} finally {
  display.close()
}
