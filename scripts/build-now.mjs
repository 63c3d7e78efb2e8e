import { build } from './build.mjs'
import { ensurePackages } from './packages.mjs'

await ensurePackages()
const { ok } = await build({ isForced: true })
process.exit(ok ? 0 : 1)
