import { expect, test } from '@playwright/test'
import { type HitCounter, startHitCounter } from './hit-counter'
import { type Launched, launchApp } from './launch'

/** "No network" is enforced: whatever is tried, no connection reaches a server that is really there. */
let launched: Launched
let outside: HitCounter

test.beforeEach(async () => {
  outside = await startHitCounter()
  launched = await launchApp()
})

test.afterEach(async () => {
  await launched.close()
  outside.close()
})

interface Targets {
  readonly http: string
  readonly ws: string
  readonly stun: string
}

/** Everything a page can do to reach out, run inside it; answers which attempts came back with something. */
async function reachOut({ http, ws, stun }: Targets): Promise<string[]> {
  const reached: string[] = []
  const loaded = (name: string, element: HTMLElement) =>
    new Promise<void>((done) => {
      element.onload = () => {
        reached.push(name)
        done()
      }
      element.onerror = () => done()
      document.body.append(element)
      setTimeout(done, 400)
    })
  const make = (tag: string, properties: Record<string, string>) =>
    Object.assign(document.createElement(tag), properties)

  await fetch(http).then(
    () => reached.push('fetch'),
    () => undefined,
  )
  await fetch(http, { mode: 'no-cors' }).then(
    () => reached.push('no-cors fetch'),
    () => undefined,
  )
  await new Promise<void>((done) => {
    const request = new XMLHttpRequest()
    request.onload = () => reached.push('XMLHttpRequest')
    request.onloadend = () => done()
    request.open('GET', http)
    request.send()
  })
  await new Promise<void>((done) => {
    try {
      const socket = new WebSocket(ws)
      socket.onopen = () => reached.push('WebSocket')
      socket.onerror = () => done()
      setTimeout(done, 400)
    } catch {
      // Refused before it began.
      done()
    }
  })
  await new Promise<void>((done) => {
    const source = new EventSource(http)
    source.onopen = () => reached.push('EventSource')
    setTimeout(() => {
      source.close()
      done()
    }, 300)
  })
  navigator.sendBeacon(http, 'beacon')
  await loaded('img', make('img', { src: http }))
  await loaded('script', make('script', { src: http }))
  await loaded('style sheet', make('link', { rel: 'stylesheet', href: http }))
  await loaded('prefetch', make('link', { rel: 'prefetch', href: http }))
  await loaded('preload', make('link', { rel: 'modulepreload', href: http }))
  await loaded('preconnect', make('link', { rel: 'preconnect', href: http }))
  await loaded('dns-prefetch', make('link', { rel: 'dns-prefetch', href: http }))
  await loaded('video', make('video', { src: http }))
  await loaded('object', make('object', { data: http }))
  await loaded('css image', make('div', { style: `background-image:url(${http})` }))
  await new Promise<void>((done) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] })
    peer.createDataChannel('out')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
    setTimeout(() => {
      peer.close()
      done()
    }, 1000)
  })
  return reached
}

const targetsOf = ({ http, ws, stun }: HitCounter): Targets => ({ http, ws, stun })

test('the server that the tests listen with is really within reach', async () => {
  await fetch(outside.http)
  expect(outside.hits()).toBe(1)
})

test('nothing leaves from our page', async () => {
  expect(await launched.page.evaluate(reachOut, targetsOf(outside))).not.toContain('fetch')
  expect(outside.hits()).toBe(0)
})

test('nothing leaves from a page without a content security policy', async () => {
  const [bare] = await Promise.all([
    launched.app.waitForEvent('window'),
    launched.app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      void window.loadURL('data:text/html,<body>bare</body>')
    }),
  ])
  await bare.waitForLoadState('load')
  const reached = await bare.evaluate(reachOut, targetsOf(outside))
  expect(reached).not.toContain('fetch')
  expect(reached).not.toContain('img')
  expect(outside.hits()).toBe(0)
})

test('nothing leaves from main through Chromium, in our session or in another', async () => {
  const outcomes = await launched.app.evaluate(async ({ BrowserWindow, net, session }, address) => {
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'reached',
        () => 'refused',
      )
    const window = new BrowserWindow({ show: false })
    const other = new BrowserWindow({ show: false, webPreferences: { partition: 'another' } })
    session.defaultSession.preconnect({ url: address, numSockets: 2 })
    const results = [
      await outcome(net.fetch(address)),
      await outcome(session.defaultSession.fetch(address)),
      await outcome(session.fromPartition('third').fetch(address)),
      await outcome(window.loadURL(address)),
      await outcome(other.loadURL(address)),
    ]
    await new Promise((done) => setTimeout(done, 500))
    window.destroy()
    other.destroy()
    return results
  }, outside.http)
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
  expect(outside.hits()).toBe(0)
})
