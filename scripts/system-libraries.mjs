import { existsSync } from 'node:fs'
import { run, stop } from './run.mjs'

/** What Electron needs on a bare Debian or Ubuntu; newer releases renamed some with the suffix t64. */
const FOR_ELECTRON = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
]
const FOR_NO_DISPLAY = [['xvfb']]
const FOR_TESTS = [['unzip'], ['zip'], ['openssl']]

async function installed(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg's
  const { output } = await run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\\n', ...names], {
    quiet: true,
  })
  return new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
}

/** The name that this release offers for install. */
async function offered(names) {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { quiet: true })
    if (/Candidate: (?!\(none\))/.test(output)) return name
  }
  return names[0]
}

/**
 * Debian and Ubuntu: makes sure that the system libraries are there; root installs them, others are told the line.
 * Elsewhere the system is left alone.
 */
export async function ensureSystemLibraries({ needsDisplay, isForTests }) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return
  const wanted = [...FOR_ELECTRON, ...(needsDisplay ? FOR_NO_DISPLAY : []), ...(isForTests ? FOR_TESTS : [])]
  const present = await installed(wanted.flat())
  const missing = wanted.filter((names) => !names.some((name) => present.has(name)))
  if (missing.length === 0) return

  if (process.getuid() !== 0) {
    const line = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.map((names) => names[0]).join(' ')}`
    stop(`Some system libraries are missing. Please run this line once, then start again:\n  ${line}`)
  }
  console.log(`System libraries: installing ${missing.map((names) => names[0]).join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // Another installation may be going on: wait for it, rather than fail.
  const patience = ['-o', 'DPkg::Lock::Timeout=300']
  const update = await run('apt-get', [...patience, 'update', '-qq'], { quiet: true, env })
  if (update.code !== 0) stop(`apt-get update failed:\n${update.output}`)
  const names = await Promise.all(missing.map(offered))
  const install = await run(
    'apt-get',
    [...patience, 'install', '-y', '-qq', '--no-install-recommends', ...names],
    {
      quiet: true,
      env,
    },
  )
  if (install.code !== 0) stop(`apt-get install failed:\n${install.output}`)
}
