import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol } from 'electron'
import { MOST_SHOWN } from '../../shared/domain/evidence/evidence'
import { evidenceAt, headAsked, readPicture } from './evidence-address'

/** Fixed for ever: IndexedDB hangs on the origin. */
export const APP_ORIGIN = 'app://scorebench'
const SCHEME = 'app:'
const HOST = 'scorebench'

/** The pages that a window may show. */
export const PAGES = { home: `${APP_ORIGIN}/index.html`, print: `${APP_ORIGIN}/print.html` } as const

/** antd and AG Grid write style elements, hence 'unsafe-inline' for styles; scripts come from files alone. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
} as const

/** Only these kinds of file are served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Makes app: a scheme with an origin, like https:. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * The file that an address of ours names inside `folder`, or null when it names none: another origin, a path that
 * leaves the folder in whatever encoding, a character that means something to a file system, an unknown kind of file.
 */
export function fileForAddress(address: string, folder: string): string | null {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== SCHEME || url.host !== HOST || url.username !== '' || url.password !== '')
      return null
    path = decodeURIComponent(url.pathname)
  } catch {
    // Not an address, or a broken escape: there is no such file.
    return null
  }
  const parts = path.split('/').slice(1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (parts.some((part) => part === '' || part.startsWith('.') || /[\\:%\u0000-\u001f]/.test(part)))
    return null
  if (!(extname(path) in MEDIA_TYPES)) return null
  const file = join(folder, ...parts)
  return file.startsWith(folder + sep) ? file : null
}

/** A photo from outside: it may be looked at, and whatever else it were, nothing of it would run. */
const EVIDENCE_HEADERS = {
  ...HEADERS,
  'content-security-policy': "default-src 'none'; sandbox",
  // Its address is its content.
  'cache-control': 'private, max-age=31536000, immutable',
} as const

/**
 * Serves the built renderer under app://scorebench, the pictures among the evidence of sheets below `sheetsFolder`,
 * and nothing else. Both folders are absolute.
 */
export function serveApp(folder: string, sheetsFolder: string): void {
  protocol.handle('app', async (request) => {
    const evidence = request.method === 'GET' ? evidenceAt(request.url) : null
    if (evidence !== null) {
      const head = headAsked(request.headers.get('range'))
      const picture = await readPicture(sheetsFolder, evidence, head ?? MOST_SHOWN).catch(() => null)
      if (picture === null) return new Response('Not found', { status: 404, headers: EVIDENCE_HEADERS })
      const { bytes, media, size } = picture
      const headers = { ...EVIDENCE_HEADERS, 'content-type': media }
      if (head === null) return new Response(bytes, { headers })
      const range = { 'content-range': `bytes 0-${bytes.length - 1}/${size}` }
      return new Response(bytes, { status: 206, headers: { ...headers, ...range } })
    }
    const file = request.method === 'GET' ? fileForAddress(request.url, folder) : null
    const bytes = file ? await readFile(file).catch(() => null) : null
    if (!file || !bytes) return new Response('Not found', { status: 404, headers: HEADERS })
    const type = MEDIA_TYPES[extname(file)] ?? 'application/octet-stream'
    return new Response(bytes, { headers: { ...HEADERS, 'content-type': type } })
  })
}
