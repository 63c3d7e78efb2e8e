import { virtualDisplay } from './display.mjs'
import { stop } from './run.mjs'
import { setUp } from './set-up.mjs'
import { runSteps } from './steps.mjs'

/** `npm run faults`: all faults in full, 200 kills among them (a quarter of an hour); `npm test` makes some of them. */
const electron = await setUp({ needsDisplay: true, isForTests: true })
const display = await virtualDisplay().catch((error) =>
  stop(`The virtual display did not start: ${error.message}`),
)
process.env.SCOREBENCH_FAULTS = 'full'
const code = await runSteps(['fault tests'], { ...display.env, SCOREBENCH_ELECTRON: electron.executable })
display.close()
process.exit(code)
