import { useCallback, useMemo, useReducer, useRef, useState } from 'react'
import type { EditRefusal, RubricEdit } from '../../../shared/domain/rubric/edit/edit'
import { editAll } from '../../../shared/domain/rubric/edit/edit-rubric'
import { followSums, hasFollowedSums } from '../../../shared/domain/rubric/edit/follow-sums'
import { type History, historyOf, redo, stepTo, undo } from '../../../shared/domain/rubric/edit/history'
import { isNumberedByPlace } from '../../../shared/domain/rubric/edit/number'
import type { Rubric } from '../../../shared/domain/rubric/rubric'

type Step =
  | { readonly type: 'to'; readonly rubric: Rubric; readonly key: string | null; readonly now: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

function reduce(history: History, step: Step): History {
  if (step.type === 'undo') return undo(history)
  if (step.type === 'redo') return redo(history)
  return stepTo(history, step.rubric, step.key, step.now)
}

/** All of the edits as one step, or none; false where one is refused. Steps of one key in one go are undone together. */
export type Edit = (edits: RubricEdit | readonly RubricEdit[], key?: string) => boolean

/** What the editor does by itself. */
export interface Habits {
  /** Numbers follow the place: whoever puts in, takes out or moves renumbers. */
  readonly isAutoNumbered: boolean
  /** A group is worth what stands below it, and follows when that changes. */
  readonly isAutoSummed: boolean
}

/** A standard being changed, with the way back and forth. The functions stay the same for ever. */
export interface Editor {
  readonly rubric: Rubric
  readonly edit: Edit
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Why the last step was not done. */
  readonly refused: EditRefusal | null
  readonly habits: Habits
  readonly setHabits: (habits: Habits) => void
}

const MOVES = new Set<RubricEdit['type']>(['insert', 'remove', 'move', 'shift'])

export function useEditor(start: Rubric): Editor {
  const [history, dispatch] = useReducer(reduce, start, historyOf)
  const [refused, setRefused] = useState<EditRefusal | null>(null)
  const [habits, setHabits] = useState<Habits>(() => ({
    isAutoNumbered: isNumberedByPlace(start),
    isAutoSummed: hasFollowedSums(start),
  }))
  // Two steps of one event see each other: the later builds on the earlier.
  const now = useRef({ rubric: history.present, habits })
  now.current = { rubric: history.present, habits }

  const edit = useCallback<Edit>((edits, key) => {
    const { rubric, habits: kept } = now.current
    const list: readonly RubricEdit[] = 'type' in edits ? [edits] : edits
    const isMove = kept.isAutoNumbered && list.some(({ type }) => MOVES.has(type))
    const edited = editAll(rubric, isMove ? [...list, { type: 'renumber' }] : list)
    setRefused(edited.ok ? null : edited.code)
    if (!edited.ok) return false
    const next = kept.isAutoSummed ? followSums(rubric, edited.rubric) : edited.rubric
    now.current = { rubric: next, habits: kept }
    dispatch({ type: 'to', rubric: next, key: key ?? null, now: performance.now() })
    return true
  }, [])
  const back = useCallback(() => dispatch({ type: 'undo' }), [])
  const forth = useCallback(() => dispatch({ type: 'redo' }), [])
  return useMemo(
    () => ({
      rubric: history.present,
      edit,
      undo: back,
      redo: forth,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      refused,
      habits,
      setHabits,
    }),
    [history, edit, back, forth, refused, habits],
  )
}
