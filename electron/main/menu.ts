import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/ipc/contract'

const TEXTS = {
  'zh-CN': {
    file: '文件',
    quit: '退出',
    edit: '编辑',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '实际大小',
    fullScreen: '全屏',
    reload: '重新载入',
    devTools: '开发者工具',
  },
  en: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    reload: 'Reload',
    devTools: 'Developer tools',
  },
} as const satisfies Record<Language, Record<string, string>>

/**
 * Sets the application menu in one language. Undo and redo are missing on purpose: on the scoring screen they are
 * events, and the screen listens for their keys itself.
 */
export function installMenu(language: Language): void {
  const text = TEXTS[language]
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [
        { type: 'separator' },
        { role: 'reload', label: text.reload },
        { role: 'toggleDevTools', label: text.devTools },
      ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: text.file, submenu: [{ role: 'quit', label: text.quit }] },
      {
        label: text.edit,
        submenu: [
          { role: 'cut', label: text.cut },
          { role: 'copy', label: text.copy },
          { role: 'paste', label: text.paste },
          { role: 'selectAll', label: text.selectAll },
        ],
      },
      {
        label: text.view,
        submenu: [
          { role: 'resetZoom', label: text.resetZoom },
          { role: 'zoomIn', label: text.zoomIn },
          { role: 'zoomOut', label: text.zoomOut },
          { role: 'togglefullscreen', label: text.fullScreen },
          ...forDevelopers,
        ],
      },
    ]),
  )
}
