import { useCallback, useMemo, useReducer, useRef, useState } from 'react'
import type { EditRefusal, RubricEdit } from '../../../shared/domain/rubric/edit/edit'
import { editAll } from '../../../shared/domain/rubric/edit/edit-rubric'
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

/** A standard being changed, with the way back and forth. */
export interface Editor {
  readonly rubric: Rubric
  /** All of the edits as one step, or none; false where one is refused. Steps of one key in one go are undone together. */
  readonly edit: (edits: RubricEdit | readonly RubricEdit[], key?: string) => boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Why the last step was not done. */
  readonly refused: EditRefusal | null
  /** Numbers follow the place: whoever puts in, takes out or moves renumbers. */
  readonly isAutoNumbered: boolean
  readonly setAutoNumbered: (isOn: boolean) => void
}

const MOVES = new Set<RubricEdit['type']>(['insert', 'remove', 'move', 'shift'])

export function useEditor(start: Rubric): Editor {
  const [history, dispatch] = useReducer(reduce, start, historyOf)
  const [refused, setRefused] = useState<EditRefusal | null>(null)
  const [isAutoNumbered, setAutoNumbered] = useState(() => isNumberedByPlace(start))
  // Two steps of one event see each other: the later builds on the earlier.
  const now = useRef(history.present)
  now.current = history.present

  const edit = useCallback(
    (edits: RubricEdit | readonly RubricEdit[], key?: string) => {
      const list: readonly RubricEdit[] = 'type' in edits ? [edits] : edits
      const isMove = isAutoNumbered && list.some(({ type }) => MOVES.has(type))
      const edited = editAll(now.current, isMove ? [...list, { type: 'renumber' }] : list)
      setRefused(edited.ok ? null : edited.code)
      if (!edited.ok) return false
      now.current = edited.rubric
      dispatch({ type: 'to', rubric: edited.rubric, key: key ?? null, now: performance.now() })
      return true
    },
    [isAutoNumbered],
  )
  return useMemo(
    () => ({
      rubric: history.present,
      edit,
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      refused,
      isAutoNumbered,
      setAutoNumbered,
    }),
    [history, edit, refused, isAutoNumbered],
  )
}
