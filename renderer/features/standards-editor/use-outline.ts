import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { isBranch } from '../../../shared/domain/rubric/edit/tree'
import { type Placed, placeBranch, placeCopy, placeGroup, placeItem } from './new-nodes'
import { branchesOver, type OutlineRow, outlineRows } from './outline-rows'
import type { Editor } from './use-editor'

export type Cell = 'code' | 'title' | 'points' | 'weight'

/** Where the outline is to put the focus; a new object each time, so that the same place can be asked for again. */
export interface Wanted {
  readonly id: string
  readonly cell: Cell
}

/** What is chosen in the tree, what is open, and what the keys do. */
export interface Outline {
  readonly rows: readonly OutlineRow[]
  readonly selected: string
  readonly wanted: Wanted | null
  readonly closed: ReadonlySet<string>
  readonly select: (id: string, cell?: Cell) => void
  readonly toggle: (id: string) => void
  readonly addItem: () => void
  readonly addBranch: () => void
  readonly addGroup: () => void
  /** A new category after the given one. */
  readonly addCategory: (after: string) => void
  readonly duplicate: () => void
  readonly remove: () => void
  readonly shift: (by: 'up' | 'down' | 'in' | 'out') => void
  readonly onKeyDown: (event: KeyboardEvent, cell: Cell) => void
}

const SHIFTS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const

export function useOutline(editor: Editor): Outline {
  const { rubric, edit } = editor
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState(rubric.categories[0]?.id ?? '')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const rows = useMemo(() => outlineRows(rubric, closed), [rubric, closed])
  // What was chosen may be undone away.
  const selected = rows.some(({ node }) => node.id === chosen) ? chosen : (rows[0]?.node.id ?? '')

  const select = useCallback(
    (id: string, cell?: Cell) => {
      const over = branchesOver(rubric, id)
      setClosed((before) =>
        over.some((one) => before.has(one))
          ? new Set([...before].filter((one) => !over.includes(one)))
          : before,
      )
      setChosen(id)
      if (cell !== undefined) setWanted({ id, cell })
    },
    [rubric],
  )
  const toggle = useCallback((id: string) => {
    setClosed((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])

  const put = (placed: Placed | null) => {
    if (placed === null || !edit(placed.edit)) return
    const { edit: step, id } = placed
    const parent = step.type === 'insert' ? step.parent : null
    setClosed((before) =>
      parent !== null && before.has(parent) ? new Set([...before].filter((one) => one !== parent)) : before,
    )
    setChosen(id)
    setWanted({ id, cell: 'title' })
  }
  const addItem = () => put(placeItem(rubric, selected))
  const addBranch = () => put(placeBranch(rubric, selected))
  const addGroup = () => put(placeGroup(rubric, selected))
  const addCategory = (after: string) => put(placeBranch(rubric, after))
  const duplicate = () => put(placeCopy(rubric, selected))
  const shift = (by: 'up' | 'down' | 'in' | 'out', cell: Cell = 'title') => {
    if (edit({ type: 'shift', id: selected, by })) setWanted({ id: selected, cell })
  }
  const go = (by: number, cell: Cell) => {
    const next = rows[rows.findIndex(({ node }) => node.id === selected) + by]
    if (next !== undefined) select(next.node.id, cell === 'weight' && next.depth > 0 ? 'points' : cell)
  }
  const remove = () => {
    const at = rows.findIndex(({ node }) => node.id === selected)
    const depth = rows[at]?.depth ?? 0
    const next = rows.slice(at + 1).find((row) => row.depth <= depth) ?? rows[at - 1]
    const to = next !== undefined && next.depth === depth ? next : rows[at - 1]
    if (!edit({ type: 'remove', id: selected })) return
    if (to !== undefined) select(to.node.id, 'title')
  }

  const onKeyDown = (event: KeyboardEvent, cell: Cell) => {
    if (event.nativeEvent.isComposing) return
    const isCtrl = event.ctrlKey || event.metaKey
    const node = rows.find((row) => row.node.id === selected)?.node
    const act = (work: () => void) => {
      event.preventDefault()
      work()
    }
    if (event.altKey && event.key in SHIFTS)
      return act(() => shift(SHIFTS[event.key as keyof typeof SHIFTS], cell))
    if (event.key === 'Enter') return act(isCtrl ? addBranch : addItem)
    if (event.key === 'ArrowUp') return act(() => go(-1, cell))
    if (event.key === 'ArrowDown') return act(() => go(1, cell))
    if (isCtrl && event.key.toLowerCase() === 'd') return act(duplicate)
    if (isCtrl && (event.key === 'Delete' || event.key === 'Backspace')) return act(remove)
    if (event.key === 'Backspace' && cell === 'title' && node?.title === '' && isEmpty(node))
      return act(remove)
    return undefined
  }

  return {
    rows,
    selected,
    wanted,
    closed,
    select,
    toggle,
    addItem,
    addBranch,
    addGroup,
    addCategory,
    duplicate,
    remove,
    shift,
    onKeyDown,
  }
}

/** Nothing was written into it yet: Backspace takes it away as it would an empty line. */
function isEmpty(node: OutlineRow['node']): boolean {
  return isBranch(node) ? node.children.length === 0 : node.clauses.length === 0 && node.rule === ''
}
