import { join } from 'node:path'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { itemsOf } from '../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../shared/domain/scoring/score-sheet'
import { anew, marksFor, standardOf } from './large-sheet'

export interface RecomputeTimes {
  /** ms each, in the order of measuring. */
  readonly fresh: readonly number[]
  readonly oneMark: readonly number[]
  readonly yardstick: readonly number[]
}

/** Scores a sheet of `count` items: as never seen before, and after one changed mark; in between, writes it as JSON. */
export function recompute({
  root,
  count,
  times,
}: {
  readonly root: string
  readonly count: number
  readonly times: number
}): RecomputeTimes {
  const rubric = standardOf(readBuiltinRubric(join(root, 'resources')), count)
  const marks = marksFor(rubric, 7)
  const marked = rubric.categories.flatMap(itemsOf).filter(({ id }) => marks.has(id))
  const fresh: number[] = []
  const oneMark: number[] = []
  const yardstick: number[] = []
  let sink = 0
  const timed = (into: number[], work: () => number) => {
    const before = performance.now()
    sink += work()
    into.push(performance.now() - before)
  }
  let items: ReadonlyMap<string, typeof marks extends Map<string, infer M> ? M : never> = marks
  scoreSheet(rubric, { items })
  for (let at = 0; at < times; at++) {
    const unseen = anew(rubric)
    timed(fresh, () => scoreSheet(unseen, { items }).low)
    timed(yardstick, () => JSON.stringify([...items]).length)
    // One key press: the mark of one item is another object, everything else is as it was.
    const id = marked[(at * 37) % marked.length]?.id ?? ''
    const next = new Map(items)
    const mark = next.get(id)
    if (mark === undefined) throw new Error('no item was marked')
    next.set(id, { ...mark, note: `${at}` })
    items = next
    timed(oneMark, () => scoreSheet(rubric, { items }).low)
  }
  if (!Number.isFinite(sink)) throw new Error('a score is no number')
  return { fresh, oneMark, yardstick }
}
