import { app } from 'electron'
import { allItems, type Rubric } from '../../shared/domain/rubric/rubric'
import type { RubricSummary } from '../../shared/ipc/contract'
import { readBuiltinSubjects } from '../custody/builtin-subjects'
import type { Custody } from '../custody/custody'
import { rubricDigest } from '../custody/digest'
import type { Desk } from './ipc'

interface Shipped {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly builtin: readonly Rubric[]
}

type Standards = Pick<Desk, 'describe' | 'listRubrics' | 'readRubric' | 'listSubjects'>

/** What the program is, the standards it knows, and the subjects it ships. */
export function deskStandards(
  custody: Custody,
  { dataFolder, resourcesFolder, builtin }: Shipped,
): Standards {
  const summaries = builtin.map((rubric) => summaryOf(rubric))
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
    listRubrics: async () => ({ ok: true, value: summaries }),
    readRubric: custody.readRubric,
    listSubjects: async () => ({ ok: true, value: readBuiltinSubjects(resourcesFolder) }),
  }
}

function summaryOf(rubric: Rubric): RubricSummary {
  return {
    id: rubric.id,
    version: rubric.version,
    title: rubric.title,
    notice: rubric.notice,
    digest: rubricDigest(rubric),
    categories: rubric.categories.length,
    items: allItems(rubric).length,
    isBuiltin: true,
  }
}
