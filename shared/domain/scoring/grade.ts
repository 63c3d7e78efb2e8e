import type { Points } from '../points'
import type { Rubric } from '../rubric/rubric'

/** The grade that `score` of `full` earns; grades are declared out of 100 000. Empty where none is reached, or nothing is due. */
export function gradeOf(rubric: Rubric, score: Points, full: Points): string {
  if (full === 0) return ''
  return rubric.grades.find(({ from }) => score * 100_000 >= from * full)?.name ?? ''
}

/** The worse of several grades, by their order in the rubric. */
export function worstGrade(rubric: Rubric, names: readonly string[]): string {
  const order = rubric.grades.map(({ name }) => name)
  return names.reduce((worst, name) => (order.indexOf(name) > order.indexOf(worst) ? name : worst))
}
