import { app, BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron'

/** The window that asked, so that the dialog stands over it. */
function owner(): BrowserWindow | undefined {
  return (
    BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((window) => window.isVisible())
  )
}

/** Where to save, by the system's dialog; null when it was closed. */
export async function askWhereToSave(defaultPath: string, filters: FileFilter[]): Promise<string | null> {
  const options = { defaultPath, filters }
  const window = owner()
  const answer = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === undefined || answer.filePath === '' ? null : answer.filePath
}

/** Which file to open, by the system's dialog; null when it was closed. */
export async function askWhatToOpen(filters: FileFilter[]): Promise<string | null> {
  return (await ask({ properties: ['openFile'], filters }))?.[0] ?? null
}

/** Which folder, by the system's dialog; null when it was closed. */
export async function askForFolder(): Promise<string | null> {
  return (await ask({ properties: ['openDirectory', 'createDirectory'] }))?.[0] ?? null
}

/** Photos and files to attach, by the system's dialog; null when it was closed. */
export function askWhatToAttach(): Promise<readonly string[] | null> {
  return ask({ properties: ['openFile', 'multiSelections'] })
}

/** What was chosen, over the window that asked; null when the dialog was closed. */
async function ask(options: OpenDialogOptions): Promise<readonly string[] | null> {
  const window = owner()
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** Asks a question with two answers, yes first; closing is no. */
export async function askYesOrNo(
  message: string,
  detail: string,
  [yes, no]: readonly [yes: string, no: string],
): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message,
    detail,
    buttons: [yes, no],
    defaultId: 0,
    cancelId: 1,
  }
  const window = owner()
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options))
  return response === 0
}

/** Says that the data folder can't be read, and ends: nothing was changed. */
export function sayCannotStart(dataFolder: string, error: unknown): void {
  const words = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(
    'Scorebench 无法启动 · cannot start',
    `数据文件夹无法读取，未做任何改动。请检查磁盘和权限后重新启动。\nThe data folder cannot be read; nothing was changed. Check the disk and its permissions, then start again.\n\n${dataFolder}\n${words}`,
  )
  app.exit(1)
}
