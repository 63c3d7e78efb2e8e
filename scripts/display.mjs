import { spawn } from 'node:child_process'

/** Whether a window could be shown to a person here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Starts a virtual screen of our own (Linux), of 1920×1080 points, on a free display number.
 * @returns {Promise<{ env: Record<string, string>, close: () => void }>} env to start programs with
 */
export function virtualDisplay() {
  if (process.platform !== 'linux') return Promise.resolve({ env: {}, close: () => undefined })
  return new Promise((done, fail) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const close = () => server.kill()
    process.once('exit', close)
    server.once('error', fail)
    server.once('exit', (code) => fail(new Error(`Xvfb ended with code ${code}`)))
    server.stdio[3].once('data', (number) => {
      done({ env: { DISPLAY: `:${String(number).trim()}`, WAYLAND_DISPLAY: '' }, close })
    })
  })
}
