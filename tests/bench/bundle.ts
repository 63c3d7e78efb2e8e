import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'

/** The project folder. */
export const root = resolve(import.meta.dirname, '../..')

/** One folder for each run; gone when the run ends. */
export const workFolder = join(root, 'node_modules', '.cache', 'scorebench', `bench-${process.pid}`)
process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }))

/**
 * Bundles a TypeScript file (path from tests/bench) for Node 18 and Electron, as CommonJS in a folder of its own
 * with a package.json, so that Electron can be given the folder. What is timed runs from there, like the built
 * app's own code, not through a loader.
 * @returns the folder
 */
export async function bundle(entry: string): Promise<string> {
  const folder = join(workFolder, entry.replace(/\W+/g, '-'))
  mkdirSync(folder, { recursive: true })
  await build({
    input: join(root, 'tests/bench', entry),
    platform: 'node',
    external: ['electron'],
    logLevel: 'warn',
    transform: { target: 'node18.15' },
    output: { dir: folder, format: 'cjs', entryFileNames: 'index.js', chunkFileNames: '[name].js' },
  })
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "scorebench-bench", "version": "0.0.0", "main": "index.js" }\n',
  )
  return folder
}
