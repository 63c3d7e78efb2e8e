import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Lowest versions that must run the app: Electron 25.1.1, and any Electron after it. */
const NODE_TARGET = 'node18.15'
const CHROME_TARGET = 'chrome114'

/** Output name → source file; a file that is not there yet is left out. */
function inputs(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files)
      .map(([name, file]) => [name, resolve(__dirname, file)] as const)
      .filter(([, file]) => existsSync(file)),
  )
}

/** CommonJS with fixed names: main loads the preload script and the worker by path. */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
} as const

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE_TARGET,
      externalizeDeps: false,
      sourcemap: false,
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: inputs({
          index: 'electron/main/index.ts',
          cli: 'electron/cli/index.ts',
          'package-worker': 'electron/result-package/package-worker.ts',
          'backup-worker': 'electron/backup/backup-worker.ts',
        }),
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: NODE_TARGET,
      externalizeDeps: false,
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: inputs({ index: 'electron/preload/index.ts' }),
        output: commonJs,
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: false,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      target: CHROME_TARGET,
      minify: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      modulePreload: { polyfill: false },
      // Fonts and pictures stay files: the content security policy lets no data: font in.
      assetsInlineLimit: 0,
      rollupOptions: { input: inputs({ index: 'renderer/index.html', print: 'renderer/print.html' }) },
    },
  },
})
