import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { PAGES } from './app-protocol'
import { MINIMUM, rememberedState, rememberState } from './window-bounds'

/** A screen that dies twice within this time is not started a third time. */
const CRASH_LOOP_MS = 10_000

/** The settings that every window of ours has; the print window adds nothing to them but `show: false`. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // The spelling dictionaries would be fetched from the network.
  spellcheck: false,
} as const

/** The preload script, next to the built main process. */
export const PRELOAD = join(__dirname, '../preload/index.js')

/** Opens the main window, where it stood last time. */
export function openMainWindow(dataFolder: string): BrowserWindow {
  const boundsFile = join(dataFolder, 'window.json')
  const { bounds, isMaximized } = rememberedState(boundsFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    autoHideMenuBar: true,
    title: 'Scorebench 现场评分工作台',
    icon: join(__dirname, '../../resources/icons/icon.png'),
    webPreferences: { ...WEB_PREFERENCES, preload: PRELOAD, devTools: !app.isPackaged },
  })
  rememberState(window, boundsFile)
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  reviveAfterCrash(window)
  void window.loadURL(PAGES.home)
  return window
}

/** Brings the window to the front: a second start of the app ends here. */
export function focusMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** What was acknowledged is in custody, so a screen that died can simply be loaded again. */
function reviveAfterCrash(window: BrowserWindow): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    console.error(`The screen process ended: ${reason}`)
    const isLoop = performance.now() - lastCrash < CRASH_LOOP_MS
    lastCrash = performance.now()
    if (isLoop) app.quit()
    else window.webContents.reload()
  })
}
