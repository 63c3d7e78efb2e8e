import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where things live that outlast `npm ci`: XDG_CACHE_HOME, %LOCALAPPDATA% or ~/.cache. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache')
  return join(base, 'scorebench')
}

/** The JavaScript file behind a command in node_modules, to be run with this Node. */
export const tool = {
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
  electronVite: join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
  electronBuilder: join(root, 'node_modules/electron-builder/cli.js'),
}
