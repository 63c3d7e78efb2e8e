import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronExecutable, projectFolder } from './launch'

/**
 * Chromium's own sandbox, looked at from outside: the kernel says which processes run under a seccomp filter and in
 * namespaces of their own. As root the app is started as `nobody`, from copies that nobody may read.
 */
test.skip(process.platform !== 'linux', 'reads /proc')

const NOBODY = 65534
const isRoot = process.getuid?.() === 0

interface Running {
  readonly pid: number
  readonly commandLine: string
  readonly status: string
}

function processesOf(executable: string): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // Chromium writes its arguments with blanks between them.
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        return commandLine.startsWith(`${executable} `) ? [{ pid: Number(pid), commandLine, status }] : []
      } catch {
        // It ended while we were looking.
        return []
      }
    })
}

/** What the kernel says of a renderer; each must be true. */
function confinement({ status, commandLine }: Running) {
  return {
    hasNoSandboxOff: !commandLine.includes('--no-sandbox'),
    hasFilter: /^Seccomp:\t2$/m.test(status),
    gainsNothing: /^NoNewPrivs:\t1$/m.test(status),
    hasNoCapabilities: /^CapEff:\t0+$/m.test(status),
    // More than one number: the process lives in a process namespace of its own.
    hasOwnNamespace: /^NSpid:\t\d+\t\d+/m.test(status),
  }
}

let folder: string
let child: ChildProcess | undefined

test.afterEach(async () => {
  if (child !== undefined && child.exitCode === null) {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  // Its helper processes may still be writing for a moment.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('is on for a normal user', async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebench-sandbox-'))
  const runtime = join(folder, 'runtime')
  const app = join(folder, 'app')
  const data = join(folder, 'data')
  cpSync(dirname(electronExecutable()), runtime, { recursive: true, verbatimSymlinks: true })
  for (const part of ['out/main', 'out/preload', 'out/renderer', 'resources', 'package.json']) {
    cpSync(join(projectFolder, part), join(app, part), { recursive: true })
  }
  mkdirSync(data)
  const executable = join(runtime, basename(electronExecutable()))
  if (isRoot) {
    execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, data, app])
    execFileSync('chmod', ['-R', 'a+rX', folder])
    const helper = join(runtime, 'chrome-sandbox')
    execFileSync('chown', ['0:0', helper])
    chmodSync(helper, 0o4755)
  }
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
  const [command = '', ...args] = [...(isRoot ? asNobody : []), executable, app]
  child = spawn(command, args, {
    env: { ...process.env, HOME: data, XDG_CONFIG_HOME: data, XDG_CACHE_HOME: data, SCOREBENCH_DATA: data },
    stdio: 'ignore',
  })

  const renderers = () =>
    processesOf(executable).filter(({ commandLine }) => commandLine.includes('--type=renderer'))
  // A renderer sets its filter when it begins to work, and a spare one may be starting: asked until all are confined.
  await expect
    .poll(
      () => {
        const all = renderers().map(confinement)
        return all.length > 0 && all.every((one) => Object.values(one).every(Boolean)) ? 'confined' : all
      },
      { timeout: 20_000 },
    )
    .toBe('confined')
  for (const { commandLine } of processesOf(executable)) expect(commandLine).not.toContain('--no-sandbox')
})
