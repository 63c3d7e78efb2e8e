import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HitCounter {
  readonly http: string
  readonly ws: string
  readonly stun: string
  /** TCP connections opened and UDP packets received so far; a preconnect without a request counts too. */
  readonly hits: () => number
  readonly close: () => void
}

/** A server on 127.0.0.1 that answers everything over HTTP, listens for UDP on a port of its own, and counts. */
export async function startHitCounter(): Promise<HitCounter> {
  let hits = 0
  const server = createServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.end('<title>outside</title>')
  })
  server.on('connection', () => {
    hits += 1
  })
  const udp = createSocket('udp4')
  udp.on('message', () => {
    hits += 1
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    http: `http://127.0.0.1:${port}/`,
    ws: `ws://127.0.0.1:${port}/`,
    stun: `stun:127.0.0.1:${udp.address().port}`,
    hits: () => hits,
    close: () => {
      server.closeAllConnections()
      server.close()
      udp.close()
    },
  }
}
