// Runs the project's own TypeScript from a script: Node 20 can't read it, so rolldown (a part of vite) bundles it.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'rolldown'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bundles the named TypeScript files (paths from the project's root) and imports each.
 * @param {Record<string, string>} entries name → path
 * @returns {Promise<Record<string, any>>} name → its exports
 */
export async function importTypeScript(entries) {
  // One folder per process: two scripts may run at once.
  const folder = join(ROOT, 'node_modules', '.cache', 'scorebench', String(process.pid))
  mkdirSync(folder, { recursive: true })
  const input = Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(ROOT, path)]))
  await build({
    input,
    platform: 'node',
    logLevel: 'warn',
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
  })
  try {
    const names = Object.keys(entries)
    const modules = await Promise.all(
      names.map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
    )
    return Object.fromEntries(names.map((name, index) => [name, modules[index]]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
