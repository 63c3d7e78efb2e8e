import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol'
import { settleDataFolder } from './data-folder'
import { openDesk } from './desk'
import { sayCannotStart } from './dialogs'
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
    serveApp(join(__dirname, '../renderer'))
    installMenu('zh-CN')
    openMainWindow(dataFolder)
    const desk = openDesk(dataFolder, join(__dirname, '../../resources'))
    registerIpc(desk)
    desk.catch((error: unknown) => sayCannotStart(dataFolder, error))
  })
} else {
  app.quit()
}
