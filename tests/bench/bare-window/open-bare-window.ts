import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { PAGES, registerAppScheme, serveApp } from '../../../electron/main/app-protocol'
import { settleDataFolder } from '../../../electron/main/data-folder'
import { hardenApp } from '../../../electron/main/security'
import { WEB_PREFERENCES } from '../../../electron/main/window'
import { rememberedState } from '../../../electron/main/window-bounds'

/** The least that an application of this kind can be: the same hardening, protocol and size, and a heading. */
export function openBareWindow(pageFolder: string): void {
  const dataFolder = settleDataFolder()
  registerAppScheme()
  hardenApp()
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    serveApp(pageFolder, join(dataFolder, 'custody', 'sheets'))
    const { bounds } = rememberedState(join(dataFolder, 'window.json'))
    const window = new BrowserWindow({
      ...bounds,
      show: false,
      autoHideMenuBar: true,
      webPreferences: WEB_PREFERENCES,
    })
    window.once('ready-to-show', () => window.show())
    void window.loadURL(PAGES.home)
  })
}
