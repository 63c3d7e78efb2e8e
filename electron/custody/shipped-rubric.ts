import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allItems, type Rubric } from '../../shared/domain/rubric/rubric'
import type { RubricSummary } from '../../shared/ipc/contract'
import { standardsSchema } from '../../shared/schema/standards-schema'
import { rubricDigest } from './digest'
import { readShipped } from './shipped-file'

/** The list of the standards that were built in. */
export const STANDARDS_FILE = 'standards.json'

/** A standard that comes with the program: what is said of it at once, and the whole when it is asked for. */
export interface ShippedRubric {
  readonly summary: RubricSummary
  readonly read: () => Rubric
}

/** A standard at hand, as one that comes with the program. */
export function shippedRubric(rubric: Rubric): ShippedRubric {
  return { summary: summaryOfRubric(rubric, 'builtin'), read: () => rubric }
}

/** What a list says of a standard. */
export function summaryOfRubric(rubric: Rubric, state: RubricSummary['state']): RubricSummary {
  const { id, version, title, notice } = rubric
  const counts = { categories: rubric.categories.length, items: allItems(rubric).length }
  const digest = rubricDigest(rubric)
  return { id, version, title, notice, digest, ...counts, isBuiltin: state === 'builtin', state }
}

/**
 * The standards that the build proved and laid beside the program. Their schema and their wording were proved then,
 * so a start reads a few lines and not 291 items. Throws Error naming the file: a damaged installation is a bug.
 */
export function builtRubrics(folder: string): ShippedRubric[] {
  return readShipped(join(folder, STANDARDS_FILE), standardsSchema).map((summary) => ({
    summary,
    read: () => JSON.parse(readFileSync(join(folder, `${summary.digest}.json`), 'utf8')) as Rubric,
  }))
}
