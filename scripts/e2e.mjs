import { virtualDisplay } from './display.mjs'
import { tool } from './paths.mjs'
import { runNode } from './run.mjs'
import { setUp } from './set-up.mjs'

/** `npm run e2e -- scoring.spec.ts -g "keyboard"`: some of the Playwright tests, on a virtual display. */
const electron = await setUp({ needsDisplay: true, isForTests: true })
const display = await virtualDisplay()
const { code } = await runNode(tool.playwright, ['test', ...process.argv.slice(2)], {
  env: { ...display.env, SCOREBENCH_ELECTRON: electron.executable },
})
display.close()
process.exit(code)
