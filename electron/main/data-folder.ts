import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/**
 * Settles where everything is kept, before Electron writes anything: SCOREBENCH_DATA where it is set (portable use,
 * tests), else the user's own application folder. The browser store has a folder of its own inside, so that it can
 * be deleted and rebuilt from custody. Returns the data folder as an absolute path.
 */
export function settleDataFolder(): string {
  const override = process.env.SCOREBENCH_DATA
  const folder = override ? resolve(override) : app.getPath('userData')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  app.setPath('sessionData', join(folder, 'browser'))
  return folder
}
