import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * Runs a command to its end, its output shown (or collected with `quiet`). A time limit in ms ends it.
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started, 124 when out of time
 */
export function run(command, args, { quiet = false, env = {}, limit = 0, cwd = root, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    let isOutOfTime = false
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    const timer = limit
      ? setTimeout(() => {
          isOutOfTime = true
          child.kill('SIGKILL')
        }, limit)
      : undefined
    child.on('error', (error) => {
      clearTimeout(timer)
      done({ code: 127, output: output + error.message })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code: isOutOfTime ? 124 : (code ?? 1), output })
    })
  })
}

/** Runs a JavaScript file with this Node. */
export function runNode(file, args, options) {
  return run(process.execPath, [file, ...args], options)
}

/** Runs npm: the one that started us, where there is one. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return runNode(cli, args, options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Ends the process with a sentence for the person at the keyboard. */
export function stop(message) {
  console.error(`\n${message}`)
  process.exit(1)
}
