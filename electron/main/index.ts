import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol'
import { settleDataFolder } from './data-folder'
import { sayCannotStart } from './dialogs'
import { openHandedPaths } from './handed-paths'
import { registerIpc } from './ipc'
import { installMenu } from './menu'
import { hardenApp } from './security'
import { focusMainWindow, openMainWindow } from './window'

/** Boot order only. The data folder comes first, because the single-instance lock lives in it. */
const dataFolder = settleDataFolder()

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  hardenApp()
  app.on('second-instance', focusMainWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (app.isReady() && BrowserWindow.getAllWindows().length === 0) openMainWindow(dataFolder)
  })
  void app.whenReady().then(() => {
    serveApp(join(__dirname, '../renderer'), join(dataFolder, 'custody', 'sheets'))
    openMainWindow(dataFolder)
    // Loaded while the screen's own process starts.
    const handed = openHandedPaths()
    const desk = import('./desk').then(({ openDesk }) => openDesk(dataFolder, __dirname, handed))
    registerIpc(desk, (path) => handed.add([path]))
    installMenu('zh-CN')
    desk.catch((error: unknown) => sayCannotStart(dataFolder, error))
  })
} else {
  app.quit()
}
