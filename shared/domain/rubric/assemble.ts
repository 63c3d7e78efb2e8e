import type { Category, Rubric } from './rubric'

/** Everything of a rubric but its categories: each of those is a file of its own. */
export type RubricHead = Omit<Rubric, 'categories'>

/** Head and categories as one rubric, in the given order; what it is worth is said by `proveRubric`. */
export function assembleRubric(head: RubricHead, categories: readonly Category[]): Rubric {
  return { ...head, categories }
}
