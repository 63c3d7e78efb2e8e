import { virtualDisplay } from './display.mjs'
import { stop } from './run.mjs'
import { setUp } from './set-up.mjs'
import { runSteps } from './steps.mjs'

const electron = await setUp({ needsDisplay: true, isForTests: true, isBuilding: false })
const display = await virtualDisplay().catch((error) =>
  stop(`The virtual display did not start: ${error.message}`),
)
const code = await runSteps(
  ['format and lint', 'types', 'unit tests', 'build', 'end-to-end tests', 'fault tests'],
  { ...display.env, SCOREBENCH_ELECTRON: electron.executable },
)
display.close()
process.exit(code)
