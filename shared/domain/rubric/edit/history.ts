import type { Rubric } from '../rubric'

/** A standard with the way back and forth. `key` and `at` say what the last step was, and when. */
export interface History {
  readonly past: readonly Rubric[]
  readonly present: Rubric
  readonly future: readonly Rubric[]
  readonly key: string | null
  readonly at: number
}

const MOST = 500
/** Letters typed into one field without such a pause (milliseconds) are one step. */
const PAUSE = 1500

export function historyOf(rubric: Rubric): History {
  return { past: [], present: rubric, future: [], key: null, at: 0 }
}

/** After a step to `rubric` at time `now` (milliseconds); steps of the same key in one go are undone together. */
export function stepTo(history: History, rubric: Rubric, key: string | null, now: number): History {
  if (rubric === history.present) return history
  const isSameGo = key !== null && key === history.key && now - history.at < PAUSE
  const past = isSameGo ? history.past : [...history.past, history.present].slice(-MOST)
  return { past, present: rubric, future: [], key, at: now }
}

export function undo(history: History): History {
  const before = history.past.at(-1)
  if (before === undefined) return history
  const future = [history.present, ...history.future]
  return { past: history.past.slice(0, -1), present: before, future, key: null, at: 0 }
}

export function redo(history: History): History {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, key: null, at: 0 }
}
