import { createRequire } from 'node:module'
import { app, type WebContents } from 'electron'
import { openBareWindow } from '../bare-window/open-bare-window'
import { answerRequests } from './answer-requests'
import { installKeyProbe, type Key } from './key-probe'
import { callAppend, rawAppend, rawPut } from './raw-writes'
import { type Step, waitForPaint } from './wait-for-paint'

/**
 * Starts either the built app (BENCH_MAIN: its main script) or the bare window (BENCH_PAGE: the folder of its page)
 * in the same way, and tells when BENCH_STEPS have been painted. Listens only: nothing of either is changed.
 */
const { BENCH_MAIN = '', BENCH_PAGE = '', BENCH_STEPS = '[]' } = process.env
const steps = JSON.parse(BENCH_STEPS) as readonly Step[]

const window = new Promise<WebContents>((done) => {
  app.once('web-contents-created', (_event, contents) => done(contents))
})
// At once when the page is there and before its scripts run.
const painted = window.then(
  (contents) =>
    new Promise<unknown>((done, fail) => {
      contents.once('did-navigate', () => {
        evaluate(contents, waitForPaint, steps).then(done, fail)
      })
    }),
)

/** A function of this bundle, run in the page: its text is taken, so it may use only its arguments and the page. */
function evaluate<A extends readonly unknown[]>(
  contents: WebContents,
  work: (...args: A) => unknown,
  ...args: A
): Promise<unknown> {
  return contents.mainFrame.executeJavaScript(`(${work})(...${JSON.stringify(args)})`)
}

async function press(contents: WebContents, key: Key): Promise<void> {
  await contents.debugger.sendCommand('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
  await contents.debugger.sendCommand('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

answerRequests({
  painted: () => painted,
  size: async () => {
    const contents = await window
    return evaluate(contents, () => [innerWidth, innerHeight])
  },
  probeKeys: async () => {
    const contents = await window
    // A screen without a window manager never has the focus; keys then go through the browser's own input queue.
    contents.debugger.attach('1.3')
    await contents.debugger.sendCommand('Emulation.setFocusEmulationEnabled', { enabled: true })
    return evaluate(contents, installKeyProbe)
  },
  rawAppend,
  rawPut: async (value: object) => evaluate(await window, rawPut, value),
  callAppend: async ({ sheetId, afterSeq, item }: { sheetId: string; afterSeq: number; item: string }) =>
    evaluate(await window, callAppend, sheetId, afterSeq, item),
  step: async (key: Key) => press(await window, key),
  press: async (key: Key) => {
    const contents = await window
    const times = evaluate(contents, () => self.benchKeys.next())
    await press(contents, key)
    return times
  },
})

if (BENCH_MAIN === '') openBareWindow(BENCH_PAGE)
else createRequire(BENCH_MAIN)(BENCH_MAIN)
