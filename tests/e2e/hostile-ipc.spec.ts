import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Launched, launchApp } from './launch'

/** What reaches main from the wrong sender, or with the wrong arguments, is refused before any work is done. */
const REFUSED = { ok: false, code: 'bad-request' }

let launched: Launched

test.beforeAll(async () => {
  launched = await launchApp()
})

test.afterAll(() => launched.close())

test('our own page is answered', async () => {
  expect(await launched.page.evaluate(() => window.scorebench.listRounds())).toMatchObject({ ok: true })
})

test.describe('a window that got hold of our bridge, but shows another origin,', () => {
  const addresses = ['data:text/html,<p>elsewhere', 'elsewhere://scorebench/', 'app2://scorebench/index.html']
  for (const address of addresses) {
    test(`is refused: ${address}`, async () => {
      const answer = await launched.app.evaluate(async ({ app, BrowserWindow, protocol }, to) => {
        const preload = `${app.getAppPath()}/out/preload/index.js`
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        const scheme = new URL(to).protocol.slice(0, -1)
        const isOurs = scheme !== 'data'
        if (isOurs)
          protocol.handle(scheme, () => new Response('<p>', { headers: { 'content-type': 'text/html' } }))
        try {
          await window.loadURL(to)
          return (await window.webContents.executeJavaScript('window.scorebench.listRounds()')) as unknown
        } finally {
          window.destroy()
          if (isOurs) protocol.unhandle(scheme)
        }
      }, address)
      expect(answer).toEqual(REFUSED)
    })
  }
})

test('a frame inside our own page is refused, even with a bridge of its own', async () => {
  const answer = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.js`
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
    })
    try {
      await window.loadURL('app://scorebench/index.html')
      const script = `new Promise((done) => {
        const frame = document.createElement('iframe')
        frame.srcdoc = '<p>inside'
        frame.onload = () => {
          const bridge = frame.contentWindow.scorebench
          done(bridge ? bridge.listRounds() : 'no bridge')
        }
        document.body.append(frame)
      })`
      return (await window.webContents.executeJavaScript(script)) as unknown
    } finally {
      window.destroy()
    }
  })
  expect(answer).toEqual(REFUSED)
})

test.describe('arguments that no screen of ours would send', () => {
  const long = 'x'.repeat(1_000_000)
  const sheet = 'a-sheet'
  const member = { name: '张三', unit: '督查组', role: 'inspector' }
  const hostile: readonly (readonly [call: string, ...args: unknown[]])[] = [
    ['listRounds', 'an argument too many'],
    ['readRubric'],
    ['readRubric', 5],
    ['readRubric', '../../../../etc/passwd'],
    ['readRubric', long],
    ['readJournal', '../../identity', 0],
    ['readJournal', '..', 0],
    ['readJournal', '/etc/passwd', 0],
    ['readJournal', 'C:\\Windows', 0],
    ['readJournal', 'sheet\u0000', 0],
    ['readJournal', { toString: 'sheet' }, 0],
    ['readJournal', null, 0],
    ['readJournal', sheet],
    ['readJournal', sheet, -1],
    ['readJournal', sheet, 0.5],
    ['readJournal', sheet, '0'],
    ['readJournal', sheet, Number.NaN],
    ['createRound', {}],
    ['createRound', []],
    ['createRound', { kind: 'mock', title: long }],
    ['createSheet', '../..', sheet, member],
    ['createSheet', sheet, sheet, { ...member, role: 'root' }],
    ['createSheet', sheet, sheet, { ...member, extra: true }],
    ['appendEvents', '../x', 0, []],
    ['appendEvents', sheet, 0, []],
    ['appendEvents', sheet, 0, [{ type: '__proto__' }]],
    ['appendEvents', sheet, 0, 'not a list'],
    ['restoreJournal', '..', []],
    ['startCorrection', '..', 'a reason'],
    ['previewCarry', '..', '0'.repeat(64)],
    ['previewCarry', sheet, '../rubrics'],
    ['carrySheet', '..', '0'.repeat(64), '0'.repeat(64), 'title'],
    ['carrySheet', sheet, '0'.repeat(64), 'head', 'title'],
    ['carrySheet', sheet, '0'.repeat(64), '0'.repeat(64), ''],
    ['openRubric', '/etc/passwd'],
    ['createIdentity', '', 'unit', 'inspector', 'passphrase'],
    ['createIdentity', 'name', 'unit', 'root', 'passphrase'],
    ['createIdentity', 'name', 'unit', 'inspector', long],
    ['exportIdentity', 5],
    ['exportIdentity', long],
    ['buildPackage', '..', 'passphrase', sheet],
    ['buildPackage', sheet, '', sheet],
    ['savePackage', '../../etc'],
    ['cancelJob', { job: 1 }],
    ['verifyPackage', '', sheet],
    ['verifyPackage', { path: 1 }, sheet],
    ['verifyPackage', long, sheet],
    ['writeBackup', '', sheet],
    ['writeBackup', long, sheet],
    ['chooseBackup', '/etc'],
    ['prepareRestore', '/etc/passwd', null, sheet],
    ['prepareRestore', '', null, sheet],
    ['applyRestore', '../..'],
    ['dropRestore', '..'],
    ['setCopyMinutes', 0],
    ['readReport', '../..'],
    ['saveFindings', '../..', { format: 'pdf', by: 'place', photos: 'none', chosen: null }, sheet],
    ['saveFindings', sheet, { format: 'exe', by: 'place', photos: 'none', chosen: null }, sheet],
    ['readFindingsOrder', '../..'],
    ['paperProgress', sheet, -1, 0],
    ['paperReady', '../..', null],
    ['paperReady', sheet, '/etc/passwd'],
  ]
  for (const [call, ...args] of hostile) {
    const shown = JSON.stringify(args).slice(0, 120)
    test(`${call} ${shown} is refused`, async () => {
      const answer = await launched.page.evaluate(
        ([name, given]) => {
          const bridge = window.scorebench as unknown as Record<string, (...all: unknown[]) => unknown>
          return bridge[name]?.(...given)
        },
        [call, args] as const,
      )
      expect(answer).toEqual(REFUSED)
    })
  }

  test('and the app goes on as before', async () => {
    expect(await launched.page.evaluate(() => window.scorebench.listRounds())).toMatchObject({ ok: true })
  })
})

test.describe('a path that no person gave,', () => {
  const bring = (paths: readonly string[]) =>
    launched.page.evaluate((given) => window.scorebench.importEvidence('a-sheet', given, 10, 'a-job'), paths)

  for (const path of ['/etc/passwd', '/', '.', process.execPath, '~/.ssh/id_rsa'])
    test(`is refused before it is looked at: ${path}`, async () => {
      expect(await bring([path])).toEqual(REFUSED)
    })

  test('is refused beside one that was given', async () => {
    const given = join(mkdtempSync(join(tmpdir(), 'scorebench-handed-')), 'photo.jpg')
    writeFileSync(given, 'photo')
    // A file field of our own making: the system's way of giving a file to a page.
    await launched.page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'handed' }))
    })
    await launched.page.locator('#handed').setInputFiles(given)
    const path = await launched.page.evaluate(() => {
      const [file] = document.querySelector<HTMLInputElement>('#handed')?.files ?? []
      return file === undefined ? '' : window.scorebench.pathOfFile(file)
    })
    expect(path).toBe(given)
    expect(await bring([given, '/etc/passwd'])).toEqual(REFUSED)
    expect(await bring([given])).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('is not made a given one by what only looks like a file', async () => {
    const paths = await launched.page.evaluate(() => {
      const made = new File(['x'], 'passwd')
      Object.defineProperty(made, 'path', { value: '/etc/passwd' })
      const lookalikes: readonly unknown[] = [{ path: '/etc/passwd' }, made, '/etc/passwd', null]
      return lookalikes.map((one) => {
        try {
          return window.scorebench.pathOfFile(one as File)
        } catch {
          return 'thrown'
        }
      })
    })
    expect(paths.join()).not.toContain('passwd')
    expect(await bring(['/etc/passwd'])).toEqual(REFUSED)
  })
})

test('the bridge hands out neither channels nor events', async () => {
  const shapes = await launched.page.evaluate(() =>
    Object.entries(window.scorebench).filter(([, value]) => typeof value !== 'function'),
  )
  expect(shapes).toEqual([])
  const names = await launched.page.evaluate(() => Object.keys(window.scorebench))
  for (const name of ['invoke', 'send', 'sendSync', 'on', 'postMessage', 'ipcRenderer']) {
    expect(names).not.toContain(name)
  }
})
