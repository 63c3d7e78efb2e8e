import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, tool } from './paths.mjs'
import { runNode } from './run.mjs'

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const STAMP = join(root, 'out/.built-from')

function* filesUnder(path) {
  if (!existsSync(join(root, path))) return
  const entries = readdirSync(join(root, path), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = `${path}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(child)
    else yield child
  }
}

/** A digest over the bytes of all sources: unlike file times, it survives checkouts and copies. */
function sourceDigest() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const files = /\.(ts|json)$/.test(source) ? [source] : [...filesUnder(source)]
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/** The command line runs in plain Node: no file that it loads may require electron. */
function assertNoElectron(file, seen = new Set()) {
  if (seen.has(file) || !existsSync(file)) return
  seen.add(file)
  const code = readFileSync(file, 'utf8')
  for (const [, specifier] of code.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)) {
    if (specifier === 'electron')
      throw new Error(`${file} requires electron, but the command line runs without it`)
    if (specifier.startsWith('.')) assertNoElectron(join(file, '..', specifier), seen)
  }
}

/**
 * Builds out/ when it was built from other sources, or always with `isForced`.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function build({ isForced = false, quiet = false } = {}) {
  const digest = sourceDigest()
  const isCurrent = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest
  if (isCurrent && !isForced) return { ok: true, output: '' }
  rmSync(STAMP, { force: true })
  const env = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  const { code, output } = await runNode(tool.electronVite, ['build', '--logLevel=warn'], { quiet, env })
  if (code !== 0) return { ok: false, output }
  // A standard that contradicts itself, or its own wording, is not built in.
  const out = ['--out', join(root, 'out/main')]
  const proof = await runNode(join(root, 'scripts/prove-rubric.mjs'), out, { quiet: true })
  if (proof.code !== 0) {
    if (!quiet) console.error(proof.output)
    return { ok: false, output: proof.output }
  }
  assertNoElectron(join(root, 'out/main/cli.js'))
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(STAMP, digest)
  return { ok: true, output }
}
