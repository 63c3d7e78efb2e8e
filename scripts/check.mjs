import { ensurePackages } from './packages.mjs'
import { runSteps } from './steps.mjs'

await ensurePackages()
process.exit(await runSteps(['format and lint', 'types', 'unit tests']))
