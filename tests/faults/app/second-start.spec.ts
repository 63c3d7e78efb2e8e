import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { electronExecutable, launchApp, projectFolder, sandboxArguments } from '../../e2e/launch'
import { report } from '../report'

test('a second start on the same data ends at once and brings the first window to the front', async () => {
  const { app, page, dataFolder, close } = await launchApp()
  const window = await app.browserWindow(page)
  await window.evaluate((self) => self.hide())
  expect(await window.evaluate((self) => self.isVisible())).toBe(false)

  const second = spawn(electronExecutable(), [projectFolder, ...sandboxArguments], {
    env: { ...process.env, SCOREBENCH_DATA: dataFolder },
    stdio: 'ignore',
  })
  const code = await new Promise((done) => second.once('exit', done))
  expect(code).toBe(0)
  await expect.poll(() => window.evaluate((self) => self.isVisible())).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await close()
  report({
    fault: 'started twice on the same data',
    times: 1,
    acknowledged: 0,
    lost: 0,
    found: 'the second ends at once, the first comes to the front; one window, one writer',
  })
})
