import { app, type Session, type WebContents } from 'electron'
import { PAGES } from './app-protocol'

/** Every address that would leave the machine or read the disk behind the app's back. */
const REFUSED_ADDRESSES = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']

/** What a page of ours may ask for: putting text on the clipboard (a fingerprint, a path). */
const GRANTED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

const OWN_PAGES: readonly string[] = Object.values(PAGES)

/** Whether a window may go to this address: our own pages, compared as parsed addresses, and nothing else. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address)
    return OWN_PAGES.includes(`${url.protocol}//${url.host}${url.pathname}`) && url.username === ''
  } catch {
    // Not an address, so not a page of ours.
    return false
  }
}

function refuseNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault()
  })
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  // No event comes before a page sets itself to about:blank, so the way back is all that is left.
  contents.on('did-navigate', (_event, url) => {
    if (url === 'about:blank') void contents.loadURL(PAGES.home)
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

let isAllowedToFilm = false

/** A person has said yes, for this run of the program. */
export function allowCamera(): void {
  isAllowedToFilm = true
}

export function isCameraAllowed(): boolean {
  return isAllowedToFilm
}

/** The camera is for the main page alone, never with sound, and only after a person has said so. */
function mayFilm(contents: WebContents): boolean {
  return isAllowedToFilm && isOwnPage(contents.getURL()) && contents.getURL().startsWith(PAGES.home)
}

function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: REFUSED_ADDRESSES }, (_details, answer) =>
    answer({ cancel: true }),
  )
  const isGranted = (contents: WebContents | null, permission: string): boolean =>
    GRANTED_PERMISSIONS.includes(permission) && contents !== null && isOwnPage(contents.getURL())
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const isCamera = permission === 'media' && types.length > 0 && types.every((type) => type === 'video')
    answer(isGranted(contents, permission) || (isCamera && mayFilm(contents)))
  })
  session.setPermissionCheckHandler(
    (contents, permission, _origin, { mediaType }) =>
      isGranted(contents, permission) ||
      (permission === 'media' && mediaType === 'video' && contents !== null && mayFilm(contents)),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Refuses whatever a window could do beyond showing our own pages. Must run before the app is ready. */
export function hardenApp(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Chromium opens connections that no request handler sees: look-ups, preconnects, its own background work.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents)
    // WebRTC would send UDP past the request handler.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
