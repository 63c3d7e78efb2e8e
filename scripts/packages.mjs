import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { runNpm, stop } from './run.mjs'

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {}
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

/** Whether node_modules holds just what the lockfile names; packages for other platforms may be missing. */
export function arePackagesCurrent() {
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return wanted.optional === true || wanted.peer === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** Installs the packages of the lockfile when they are missing or others. No package's own script is run. */
export async function ensurePackages() {
  if (arePackagesCurrent()) return
  console.log('Packages: installing what package-lock.json names (npm ci)')
  const { code } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) stop('npm ci failed: the message above says why. Is the package registry within reach?')
}
