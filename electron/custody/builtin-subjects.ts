import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Subject } from '../../shared/domain/round/round'
import { flattenSubjects, subjectsFileSchema } from '../../shared/schema/subjects-schema'
import { readShipped } from './shipped-file'

/** The subjects of every list in `<resources>/subjects`, in printed order; a round picks its own from them. */
export function readBuiltinSubjects(resourcesFolder: string): Subject[] {
  const folder = join(resourcesFolder, 'subjects')
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().flatMap((name) => flattenSubjects(readShipped(join(folder, name), subjectsFileSchema)))
}
