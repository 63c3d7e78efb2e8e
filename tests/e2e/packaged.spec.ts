import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, expect, test } from '@playwright/test'
import { freshDataFolder, projectFolder, sandboxArguments } from './launch'

/**
 * The unpacked application, built with the very settings that releases have. Its fuses shut the door that Playwright
 * enters by, so it is started as a person starts it, and driven over Chromium's own debugging port.
 */
test.skip(process.platform !== 'linux', 'the unpacked application is built for Linux here')
test.describe.configure({ mode: 'serial' })

const unpacked = join(projectFolder, 'dist/linux-unpacked')
const executable = join(unpacked, 'scorebench')

let dataFolder: string
let child: ChildProcess | undefined

test.beforeAll(() => {
  test.setTimeout(240_000)
  const script = join(projectFolder, 'scripts/package.mjs')
  execFileSync(process.execPath, [script, '--dir'], { cwd: projectFolder, stdio: 'pipe' })
  dataFolder = freshDataFolder()
})

test.afterEach(async () => {
  const running = child
  child = undefined
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const ended = new Promise((done) => running.once('exit', done))
  running.kill()
  await ended
})

test.afterAll(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

/** Starts the application, and waits for a line on its stderr that matches, or for `limit` ms. */
function start(args: readonly string[], pattern: RegExp, limit = 20_000): Promise<string | null> {
  const env = { ...process.env, SCOREBENCH_DATA: dataFolder }
  const started = spawn(executable, [...sandboxArguments, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = started
  return new Promise((done) => {
    let text = ''
    const timer = setTimeout(() => done(null), limit)
    started.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = pattern.exec(text)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      done(found)
    })
  })
}

const startDriven = () => start(['--remote-debugging-port=0'], /DevTools listening on (ws:\S+)/)

test('has the fuses of electron-builder.yml', async () => {
  const settings = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8')
  const wanted = [...settings.matchAll(/^ {2}(\w+): (true|false)$/gm)].flatMap(([, name = '', value]) => {
    const fuse = name.charAt(0).toUpperCase() + name.slice(1)
    return fuse in FuseV1Options ? [{ fuse: fuse as keyof typeof FuseV1Options, isOn: value === 'true' }] : []
  })
  expect(wanted.map(({ fuse }) => fuse)).toHaveLength(7)

  const wire = await getCurrentFuseWire(executable)
  for (const { fuse, isOn } of wanted) {
    const state = wire[FuseV1Options[fuse]]
    // Electron 25, the development runtime, has no place yet for the fuse on file:// privileges.
    if (state === undefined && fuse === 'GrantFileProtocolExtraPrivileges') continue
    expect(String.fromCharCode(Number(state)), fuse).toBe(isOn ? '1' : '0')
  }
})

test('shows its first screen, from the archive alone', async () => {
  expect(existsSync(join(unpacked, 'resources/app.asar'))).toBe(true)
  expect(existsSync(join(unpacked, 'resources/app'))).toBe(false)
  const address = await startDriven()
  const browser = await chromium.connectOverCDP(address ?? '', { noDefaults: true })
  const [page] = browser.contexts().flatMap((context) => context.pages())
  if (!page) throw new Error('The application has no page')
  await page.waitForLoadState('load')
  expect(page.url()).toBe('app://scorebench/index.html')
  await expect(page.locator('#root > *').first()).toBeVisible()
  const world = await page.evaluate(() => ({
    bridge: typeof window.scorebench,
    isNodeThere: 'require' in window || 'process' in window,
  }))
  expect(world).toEqual({ bridge: 'object', isNodeThere: false })
  // The standard and the package worker are read from inside the archive, too.
  const calls = await page.evaluate(
    async (path) => {
      const [rubrics, verified] = [
        await window.scorebench.listRubrics(),
        await window.scorebench.verifyPackage(path, 'packaged'),
      ]
      const rubric = rubrics.ok ? await window.scorebench.readRubric(rubrics.value[0]?.digest ?? '') : rubrics
      return {
        categories: rubric.ok ? rubric.value.categories.length : rubric.code,
        verdict: verified.ok ? verified.value.verdict : verified.code,
      }
    },
    join(projectFolder, 'package.json'),
  )
  expect(calls).toEqual({ categories: 10, verdict: 'unreadable' })
  await browser.close()
})

test('is no Node interpreter', () => {
  const marker = join(dataFolder, 'node-has-run')
  const script = `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', SCOREBENCH_DATA: dataFolder }
  try {
    execFileSync(executable, [...sandboxArguments, '-e', script], { env, stdio: 'ignore', timeout: 3_000 })
  } catch {
    // It came up as the application and was ended by the time limit.
  }
  expect(existsSync(marker)).toBe(false)
})

test('opens no door for a Node debugger', async () => {
  expect(await start(['--inspect=0'], /(Debugger listening)/, 3_000)).toBeNull()
})

test('runs nothing that is laid beside its archive', async () => {
  const folder = join(unpacked, 'resources/app')
  const marker = join(dataFolder, 'intruder-has-run')
  mkdirSync(folder)
  try {
    writeFileSync(join(folder, 'package.json'), '{ "name": "intruder", "main": "index.js" }')
    const script = `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`
    writeFileSync(join(folder, 'index.js'), script)
    expect(await startDriven()).not.toBeNull()
    await new Promise((done) => setTimeout(done, 1_000))
    expect(existsSync(marker)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
