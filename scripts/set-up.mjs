import { build } from './build.mjs'
import { findElectron } from './electron-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { stop } from './run.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/**
 * Everything between a fresh clone and a running window: system libraries, packages, the Electron runtime and,
 * unless `isBuilding` is false, the build.
 * @returns {Promise<{ folder: string, executable: string, isOfficial: boolean }>} the Electron to run
 */
export async function setUp({ needsDisplay = false, isForTests = false, isBuilding = true } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node 20.19 or newer is needed; this is ${process.version}.`)
  await ensureSystemLibraries({ needsDisplay, isForTests })
  await ensurePackages()
  const electron = await findElectron().catch((error) => stop(error.message))
  if (isBuilding) {
    const { ok, output } = await build({ quiet: true })
    if (!ok) stop(`The build failed:\n${output}`)
  }
  return electron
}

/** As root Chromium's sandbox can't start; for everybody else it stays on. */
export const sandboxArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []
