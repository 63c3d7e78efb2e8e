import { app } from 'electron'
import { readBuiltinSubjects } from '../custody/builtin-subjects'
import type { Custody } from '../custody/custody'
import type { ShippedRubric } from '../custody/shipped-rubric'
import type { Desk } from './ipc'

interface Shipped {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly builtin: readonly ShippedRubric[]
}

type Standards = Pick<Desk, 'describe' | 'listRubrics' | 'readRubric' | 'listSubjects'>

/** What the program is, the standards it knows, and the subjects it ships. */
export function deskStandards(
  custody: Custody,
  { dataFolder, resourcesFolder, builtin }: Shipped,
): Standards {
  return {
    describe: async () => ({
      ok: true,
      value: {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        dataFolder,
        isDevelopmentRuntime: !app.isPackaged,
      },
    }),
    listRubrics: async () => ({ ok: true, value: builtin.map(({ summary }) => summary) }),
    readRubric: custody.readRubric,
    listSubjects: async () => ({ ok: true, value: readBuiltinSubjects(resourcesFolder) }),
  }
}
