import { runnerImport } from 'vite'
import { root } from './paths.mjs'

/** Runs a TypeScript module of the project in this Node, and hands back what it exports. */
export async function runTypeScript(file) {
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' })
  return module
}
