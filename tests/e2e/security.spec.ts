import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { type HitCounter, startHitCounter } from './hit-counter'
import { electronExecutable, type Launched, launchApp, projectFolder, sandboxArguments } from './launch'

const HOME = 'app://scorebench/index.html'

let launched: Launched
let outside: HitCounter

test.beforeAll(async () => {
  outside = await startHitCounter()
  launched = await launchApp()
})

test.afterAll(async () => {
  await launched.close()
  outside.close()
})

/** Long enough for a navigation, a popup or a download that was let through to show itself. */
const settle = () => launched.page.waitForTimeout(300)

async function expectStillHome(): Promise<void> {
  await settle()
  await expect.poll(() => launched.page.url()).toBe(HOME)
  expect(launched.app.windows()).toHaveLength(1)
  expect(outside.hits()).toBe(0)
}

test.describe('navigation', () => {
  const targets = [
    'OUTSIDE',
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,<title>data</title>',
    'javascript:document.title="script"',
    'app://elsewhere/index.html',
    'app://scorebench@elsewhere/index.html',
    'app://user@scorebench/index.html',
    'app://scorebench.example.com/index.html',
    'app://scorebench/other.html',
    'about:blank',
    'chrome://version',
  ]
  for (const target of targets) {
    test(`of the window to ${target} is refused`, async () => {
      const address = target === 'OUTSIDE' ? outside.http : target
      await launched.page.evaluate((to) => {
        try {
          location.href = to
        } catch {
          // Some schemes are refused with an exception, the others in silence; where we end up is what counts.
        }
      }, address)
      await expectStillHome()
    })
  }

  test('by a meta refresh is refused', async () => {
    await launched.page.evaluate((to) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=${to}`
      document.head.append(meta)
    }, outside.http)
    await expectStillHome()
  })

  test('by a form is refused', async () => {
    await launched.page.evaluate((to) => {
      const form = document.createElement('form')
      form.action = to
      form.method = 'post'
      document.body.append(form)
      form.submit()
      form.remove()
    }, outside.http)
    await expectStillHome()
  })

  test('back and forth in the history stays on our page', async () => {
    await launched.page.evaluate(() => history.back())
    await expectStillHome()
  })

  test('by a redirect is refused, even one that main itself began', async () => {
    const result = await launched.app.evaluate(async ({ BrowserWindow, protocol }, to) => {
      protocol.handle('hop', () => new Response(null, { status: 302, headers: { location: to } }))
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      const outcome = await window.loadURL('hop://somewhere/').then(
        () => 'loaded',
        () => 'refused',
      )
      const address = window.webContents.getURL()
      window.destroy()
      protocol.unhandle('hop')
      return { outcome, address }
    }, outside.http)
    expect(result.outcome).toBe('refused')
    expect(result.address).not.toContain('127.0.0.1')
    await expectStillHome()
  })
})

test.describe('new windows', () => {
  const targets = ['OUTSIDE', HOME, 'about:blank', 'file:///etc/passwd', 'blob']
  for (const target of targets) {
    test(`window.open of ${target} is refused`, async () => {
      const address = target === 'OUTSIDE' ? outside.http : target
      const isOpened = await launched.page.evaluate((to) => {
        const url = to === 'blob' ? URL.createObjectURL(new Blob(['<p>'], { type: 'text/html' })) : to
        return window.open(url) !== null
      }, address)
      expect(isOpened).toBe(false)
      await expectStillHome()
    })
  }

  for (const button of ['left', 'middle'] as const) {
    test(`a ${button} click on a link with target=_blank is refused`, async () => {
      await launched.page.evaluate((to) => {
        const link = document.createElement('a')
        link.id = 'outside-link'
        link.href = to
        link.target = '_blank'
        link.textContent = 'outside'
        link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99999;background:#fff;font-size:40px'
        document.body.append(link)
        link.addEventListener('mousedown', () => Object.assign(window, { isLinkHit: true }))
      }, outside.http)
      await launched.page.mouse.click(8, 8, { button })
      await launched.page.evaluate(() => document.getElementById('outside-link')?.remove())
      expect(await launched.page.evaluate(() => 'isLinkHit' in window)).toBe(true)
      await expectStillHome()
    })
  }

  test('a webview is no element of ours', async () => {
    const isPlain = await launched.page.evaluate((to) => {
      const view = document.createElement('webview')
      view.setAttribute('src', to)
      document.body.append(view)
      return !('getWebContentsId' in view)
    }, outside.http)
    expect(isPlain).toBe(true)
    await expectStillHome()
  })
})

test.describe('our scheme serves the built pages only', () => {
  const refused = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fpackage.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/..%5cpackage.json',
    '/%5c..%5cpackage.json',
    '/assets/..%2f..%2fmain/index.js',
    '/..%2fmain/index.js',
    '/..%2fpreload/index.js',
    '/%2fetc%2fhosts',
    '//etc/hosts',
    '/index.html%00.js',
    '/index.html%0a.js',
    '/C:%2fWindows%2fwin.ini',
    '/.built-from',
    '/assets',
    '/',
    '/missing.js',
    '/%E0%A4%A',
  ]
  for (const path of refused) {
    test(`${path} is not found`, async () => {
      const status = await launched.page.evaluate(
        (address) =>
          fetch(address).then(
            (response) => response.status,
            () => 'refused',
          ),
        `app://scorebench${path}`,
      )
      expect([404, 'refused']).toContain(status)
    })
  }

  test('the page itself is found, other methods and other hosts are not', async () => {
    const ask = (address: string, method: string) =>
      launched.app.evaluate(
        async ({ net }, [to, how]) =>
          net.fetch(to, { method: how }).then(
            (response) => response.status,
            () => 'refused',
          ),
        [address, method] as const,
      )
    expect(await ask(HOME, 'GET')).toBe(200)
    expect(await ask(HOME, 'POST')).toBe(404)
    expect(await ask('app://elsewhere/index.html', 'GET')).toBe(404)
  })
})

test.describe('the page', () => {
  test('comes with a content security policy that starts from nothing and has no unsafe-eval', async () => {
    const policy = await launched.page.evaluate(async () =>
      (await fetch('app://scorebench/index.html')).headers.get('content-security-policy'),
    )
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(policy).not.toMatch(/https?:|wss?:|\*/)
  })

  test('cannot turn text into code', async () => {
    // The debugger lifts the policy for the call it makes itself, so the attempts are made in a later task.
    const outcomes = await launched.page.evaluate(async () => {
      const attempt = async (run: () => unknown): Promise<string> => {
        await new Promise((done) => setTimeout(done, 50))
        try {
          return `ran: ${String(run())}`
        } catch (error) {
          return (error as Error).name
        }
      }
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
      const evaluated = await attempt(() => globalThis.eval('1 + 1'))
      return [evaluated, await attempt(() => new Function('return 2')())]
    })
    expect(outcomes).toEqual(['EvalError', 'EvalError'])
  })

  test('runs no script that stands in its text', async () => {
    const hasRun = await launched.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      const image = document.createElement('img')
      image.setAttribute('onerror', 'window.intruder = true')
      image.src = 'app://scorebench/missing.png'
      document.body.append(script, image)
      await new Promise((done) => setTimeout(done, 200))
      script.remove()
      image.remove()
      return 'intruder' in window
    })
    expect(hasRun).toBe(false)
  })

  test('has nothing of Node or Electron', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in window,
      ),
    )
    expect(found).toEqual([])
  })

  test('runs with isolation and sandbox set, and without the rest', async () => {
    const window = await launched.app.browserWindow(launched.page)
    const preferences = await window.evaluate((self) => {
      const contents = self.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('gets a frame neither filled from outside nor with our bridge in it', async () => {
    const result = await launched.page.evaluate(async (to) => {
      const blank = document.createElement('iframe')
      blank.srcdoc = '<p>inside</p>'
      const foreign = document.createElement('iframe')
      foreign.src = to
      const own = document.createElement('iframe')
      own.src = 'app://scorebench/index.html'
      document.body.append(blank, foreign, own)
      await new Promise((done) => setTimeout(done, 500))
      const bridges = [blank, foreign, own].map((frame) => {
        try {
          return frame.contentWindow !== null && 'scorebench' in frame.contentWindow
        } catch {
          // Another origin: the frame shows an error page, and has no bridge that we could reach.
          return false
        }
      })
      for (const frame of [blank, foreign, own]) frame.remove()
      return bridges
    }, outside.http)
    expect(result).toEqual([false, false, false])
    await expectStillHome()
  })
})

test.describe('permissions', () => {
  test('are refused when asked for', async () => {
    const answers = await launched.page.evaluate(async () => {
      const nameOf = (error: unknown) => (error as Error).name
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', nameOf)
      const screen = await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', nameOf)
      const place = await new Promise<string | number>((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('granted'),
          (error) => done(error.code),
        ),
      )
      const notice = await Notification.requestPermission()
      const clipboard = await navigator.clipboard.readText().then(() => 'granted', nameOf)
      return { camera, screen, place, notice, clipboard }
    })
    expect(answers.camera).not.toBe('granted')
    expect(answers.screen).not.toBe('granted')
    expect(answers.place).toBe(1)
    expect(answers.notice).toBe('denied')
    expect(answers.clipboard).not.toBe('granted')
  })

  test('are refused when queried', async () => {
    const states = await launched.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
  })
})

test('a download is refused', async () => {
  await launched.app.evaluate(({ session }) => {
    const seen: boolean[] = []
    Object.assign(globalThis, { downloadsRefused: seen })
    session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented))
  })
  await launched.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['bytes'], { type: 'application/octet-stream' }))
    link.download = 'intruder.bin'
    link.click()
  })
  await expect
    .poll(() =>
      launched.app.evaluate(() => (globalThis as { downloadsRefused?: boolean[] }).downloadsRefused),
    )
    .toEqual([true])
  await expectStillHome()
})

test('a second start brings the first window back and ends', async () => {
  const window = await launched.app.browserWindow(launched.page)
  await window.evaluate((self) => self.hide())
  const second = spawn(electronExecutable(), [projectFolder, ...sandboxArguments], {
    env: { ...process.env, SCOREBENCH_DATA: launched.dataFolder },
    stdio: 'ignore',
  })
  const code = await new Promise((done) => second.once('exit', done))
  expect(code).toBe(0)
  await expect.poll(() => window.evaluate((self) => self.isVisible())).toBe(true)
  await expectStillHome()
})
