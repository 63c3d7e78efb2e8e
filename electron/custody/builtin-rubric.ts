import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { assembleRubric, type RubricHead } from '../../shared/domain/rubric/assemble'
import type { Category, Rubric } from '../../shared/domain/rubric/rubric'
import { categorySchema, rubricHeadSchema } from '../../shared/schema/rubric-schema'
import { readShipped } from './shipped-file'

const HEAD_FILE = 'standard.json'
/** One category a file; the number in front gives the order. */
const CATEGORY_FILE = /^\d{2}-[a-z-]+\.json$/

const cache = new Map<string, Rubric>()

/**
 * The demonstration standard from `<resources>/rubrics/demonstration`: head and category files, each checked
 * against its schema; read once per run. Throws Error naming the file: a damaged installation is a bug.
 */
export function readBuiltinRubric(resourcesFolder: string): Rubric {
  const folder = join(resourcesFolder, 'rubrics', 'demonstration')
  const known = cache.get(folder)
  if (known !== undefined) return known
  const rubric = assembleRubric(readHeadFile(folder), categoryFiles(folder).map(readCategoryFile))
  cache.set(folder, rubric)
  return rubric
}

/** Everything of the standard but its categories. */
export function readHeadFile(folder: string): RubricHead {
  return readShipped(join(folder, HEAD_FILE), rubricHeadSchema)
}

/** One category file. */
export function readCategoryFile(path: string): Category {
  return readShipped(path, categorySchema)
}

/** The category files of the folder, in the order of the standard. */
export function categoryFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => CATEGORY_FILE.test(name))
  return names.sort().map((name) => join(folder, name))
}
