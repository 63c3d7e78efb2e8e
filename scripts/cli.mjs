import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { arePackagesCurrent, ensurePackages } from './packages.mjs'
import { root } from './paths.mjs'
import { runNode, stop } from './run.mjs'

const entry = join(root, 'out/main/cli.js')
if (!arePackagesCurrent()) await ensurePackages()
const { ok, output } = await build({ quiet: true })
if (!ok || !existsSync(entry)) stop(`The command could not be built:\n${output}`)
const { code } = await runNode(entry, process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd() })
process.exit(code)
