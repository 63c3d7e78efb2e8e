import { join } from 'node:path'
import { hasDisplay, virtualDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { run, runNode, stop } from './run.mjs'
import { sandboxArguments, setUp } from './set-up.mjs'

const isShown = hasDisplay()
const electron = await setUp({ needsDisplay: !isShown })

if (isShown) {
  const { code } = await run(electron.executable, [root, ...sandboxArguments, ...process.argv.slice(2)])
  process.exit(code)
}

console.log('There is no display here: the demonstration runs on a virtual one.')
const display = await virtualDisplay().catch((error) =>
  stop(`The virtual display did not start: ${error.message}`),
)
const { code } = await runNode(join(root, 'scripts/demonstrate.mjs'), process.argv.slice(2), {
  env: { ...display.env, SCOREBENCH_ELECTRON: electron.executable },
})
display.close()
process.exit(code)
