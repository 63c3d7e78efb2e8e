import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { PastedItem } from '../../../shared/domain/rubric/edit/pasted-rows'
import { isBranch } from '../../../shared/domain/rubric/edit/tree'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import {
  isUntouched,
  type Placed,
  placeBranch,
  placeCopy,
  placeGroup,
  placeItem,
  placeRows,
} from './new-nodes'
import { branchesOver, type OutlineRow, outlineRows } from './outline-rows'
import type { Editor } from './use-editor'

export type Cell = 'code' | 'title' | 'points' | 'weight'

/** Where the outline is to put the focus; a new object each time, so that the same place can be asked for again. */
export interface Wanted {
  readonly id: string
  readonly cell: Cell
}

/** What keys and buttons do to the tree; the same functions for ever, so that lines need not be drawn anew. */
export interface OutlineActs {
  readonly select: (id: string, cell?: Cell) => void
  readonly toggle: (id: string) => void
  /** Gives the focus to the chosen line where nothing has it: an undo may have taken the line away that had it. */
  readonly catchFocus: () => void
  /** To the item after or before the chosen line. */
  readonly goItem: (by: 1 | -1) => void
  readonly addItem: () => void
  readonly addBranch: () => void
  readonly addGroup: () => void
  readonly addCategory: () => void
  readonly duplicate: () => void
  readonly remove: () => void
  readonly shift: (by: 'up' | 'down' | 'in' | 'out', cell?: Cell) => void
  /** Rows of a spreadsheet, asked about before they are put in; null when they are not. */
  readonly paste: (text: string | null) => void
  readonly putRows: (rows: readonly PastedItem[]) => void
  readonly onKeyDown: (event: KeyboardEvent, cell: Cell) => void
}

/** What is chosen in the tree and what is open. */
export interface Outline {
  readonly rows: readonly OutlineRow[]
  readonly selected: string
  readonly wanted: Wanted | null
  readonly closed: ReadonlySet<string>
  /** The node that was put in last. */
  readonly made: string | null
  /** What was pasted and is not put in yet. */
  readonly pasted: string | null
  readonly acts: OutlineActs
}

const SHIFTS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const

export function useOutline(editor: Editor): Outline {
  const { rubric, edit } = editor
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState(rubric.categories[0]?.id ?? '')
  // A new standard begins with the name of its first category.
  const [wanted, setWanted] = useState<Wanted | null>(() => {
    const [first] = rubric.categories
    return first !== undefined && first.children.length === 0 ? { id: first.id, cell: 'title' } : null
  })
  const [pasted, setPasted] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const rows = useMemo(() => outlineRows(rubric, closed), [rubric, closed])
  const lastAt = useRef(0)
  const found = rows.findIndex(({ node }) => node.id === chosen)
  // What was chosen may be undone away: the line before it is chosen then.
  const at = found < 0 ? Math.min(Math.max(0, lastAt.current - 1), rows.length - 1) : found
  if (found >= 0) lastAt.current = found
  const selected = rows[at]?.node.id ?? ''
  const now = useRef({ rubric, rows, selected })
  now.current = { rubric, rows, selected }

  const acts = useMemo((): OutlineActs => {
    const open = (ids: readonly string[]) =>
      setClosed((before) =>
        ids.some((id) => before.has(id)) ? new Set([...before].filter((id) => !ids.includes(id))) : before,
      )
    const select = (id: string, cell?: Cell) => {
      open(branchesOver(now.current.rubric, id))
      setChosen(id)
      if (cell !== undefined) setWanted({ id, cell })
    }
    const put = (place: (rubric: Rubric, id: string) => Placed | null, after?: string) => {
      const placed = place(now.current.rubric, after ?? now.current.selected)
      if (placed === null || !edit(placed.edit)) return
      if (placed.edit.type === 'insert' && placed.edit.parent !== null) open([placed.edit.parent])
      setChosen(placed.id)
      setMade(placed.id)
      setWanted({ id: placed.id, cell: 'title' })
    }
    const shift = (by: 'up' | 'down' | 'in' | 'out', cell: Cell = 'title') => {
      const id = now.current.selected
      if (edit({ type: 'shift', id, by })) setWanted({ id, cell })
    }
    const go = (by: number, cell: Cell) => {
      const { rows: lines, selected: from } = now.current
      const next = lines[lines.findIndex(({ node }) => node.id === from) + by]
      if (next !== undefined) select(next.node.id, cell === 'weight' && next.depth > 0 ? 'points' : cell)
    }
    const remove = () => {
      const { rows: lines, selected: id } = now.current
      const place = lines.findIndex(({ node }) => node.id === id)
      const depth = lines[place]?.depth ?? 0
      const after = lines.slice(place + 1).find((row) => row.depth <= depth)
      const to = after?.depth === depth ? after : lines[place - 1]
      if (edit({ type: 'remove', id }) && to !== undefined) select(to.node.id, 'title')
    }
    const acts: OutlineActs = {
      select,
      toggle: (id) =>
        setClosed((before) => {
          const after = new Set(before)
          if (!after.delete(id)) after.add(id)
          return after
        }),
      catchFocus: () => {
        if (document.activeElement === document.body) setWanted({ id: now.current.selected, cell: 'title' })
      },
      goItem: (by) => {
        const { rows: lines, selected: from } = now.current
        const place = lines.findIndex(({ node }) => node.id === from)
        const rest = by > 0 ? lines.slice(place + 1) : lines.slice(0, place).reverse()
        const next = rest.find(({ node }) => !isBranch(node))
        if (next !== undefined) select(next.node.id, 'title')
      },
      addItem: () => put(placeItem),
      addBranch: () => put(placeBranch),
      addGroup: () => put(placeGroup),
      addCategory: () => put(placeBranch, now.current.rubric.categories.at(-1)?.id),
      duplicate: () => put(placeCopy),
      remove,
      shift,
      paste: setPasted,
      putRows: (list) => {
        setPasted(null)
        const placed = placeRows(now.current.rubric, now.current.selected, list)
        if (placed !== null && edit(placed.edits)) select(placed.id, 'title')
      },
      onKeyDown: (event, cell) => {
        const work = workOf(event, cell)
        if (work === null) return
        event.preventDefault()
        work()
      },
    }
    const workOf = (event: KeyboardEvent, cell: Cell): (() => void) | null => {
      if (event.nativeEvent.isComposing) return null
      const isCtrl = event.ctrlKey || event.metaKey
      if (event.altKey && event.key in SHIFTS)
        return () => shift(SHIFTS[event.key as keyof typeof SHIFTS], cell)
      if (isCtrl && event.key === 'ArrowDown') return () => acts.goItem(1)
      if (isCtrl && event.key === 'ArrowUp') return () => acts.goItem(-1)
      if (event.key === 'Enter') return isCtrl ? acts.addBranch : acts.addItem
      if (event.key === 'ArrowUp') return () => go(-1, cell)
      if (event.key === 'ArrowDown') return () => go(1, cell)
      if (isCtrl && event.key.toLowerCase() === 'd') return acts.duplicate
      if (isCtrl && (event.key === 'Delete' || event.key === 'Backspace')) return remove
      const node = now.current.rows.find((row) => row.node.id === now.current.selected)?.node
      const isLine = event.key === 'Backspace' && cell === 'title'
      return isLine && node !== undefined && isUntouched(node) ? remove : null
    }
    return acts
  }, [edit])

  return { rows, selected, wanted, closed, made, pasted, acts }
}
