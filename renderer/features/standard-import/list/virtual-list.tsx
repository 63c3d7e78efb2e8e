import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { useViewArea } from '../../../components/use-view-area'

/** Lines kept beyond the edge, for the keyboard and a quick wheel. */
const MARGIN = 8
const PAGE = 10

export interface VirtualListProps<T> {
  readonly label: string
  readonly role: 'listbox' | 'tree'
  readonly rows: readonly T[]
  /** Height of every line, in rem. */
  readonly rowHeight: number
  readonly current: number
  readonly onCurrent: (index: number) => void
  /** Any other key, with the list in focus. */
  readonly onKey?: (event: KeyboardEvent) => void
  readonly keyOf: (row: T) => string
  readonly classOf: (row: T) => string
  readonly render: (row: T, index: number) => ReactNode
  readonly testId: string
  readonly isFocused?: boolean
}

/** A list of which only the lines in view exist. It has the focus itself; arrow keys move its current line. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { rows, rowHeight, current, onCurrent, onKey, keyOf, classOf, render, role, testId, isFocused } =
    props
  const view = useRef<HTMLDivElement>(null)
  const range = useViewArea(view)
  const line = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

  useEffect(() => {
    if (isFocused === true) view.current?.focus({ preventScroll: true })
  }, [isFocused])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line comes into view when it becomes current, not while others scroll
  useLayoutEffect(() => {
    const element = view.current
    if (element === null || current < 0) return
    const top = current * line
    if (top < element.scrollTop || top + line > element.scrollTop + element.clientHeight)
      element.scrollTop = Math.max(0, top - element.clientHeight / 3)
  }, [current, rows, line])

  const move = (event: KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = {
      ArrowUp: current - 1,
      ArrowDown: current + 1,
      PageUp: current - PAGE,
      PageDown: current + PAGE,
      Home: 0,
      End: rows.length - 1,
    }
    const next = to[event.key]
    if (next === undefined || event.altKey || event.ctrlKey) return onKey?.(event)
    event.preventDefault()
    if (rows.length > 0) onCurrent(Math.max(0, Math.min(rows.length - 1, next)))
  }
  const first = Math.max(0, Math.floor(range.top / line) - MARGIN)
  const last = Math.min(rows.length, Math.ceil((range.top + range.height) / line) + MARGIN)
  const chosen = rows[current]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two, both of which have keys
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role has a label and a current line
    <div
      ref={view}
      className="import-list"
      role={role}
      aria-label={props.label}
      aria-activedescendant={chosen === undefined ? undefined : `${testId}-${current}`}
      tabIndex={0}
      data-testid={testId}
      onKeyDown={move}
    >
      <div className="import-list__all" style={{ height: `${rows.length * rowHeight}rem` }}>
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves by arrow keys from the list itself
            // biome-ignore lint/a11y/noStaticElementInteractions: an option or an item of a tree
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either can be selected
            <div
              key={keyOf(row)}
              id={`${testId}-${index}`}
              className={`import-list__line ${classOf(row)}${index === current ? ' import-list__line--current' : ''}`}
              style={{ top: `${index * rowHeight}rem`, height: `${rowHeight}rem` }}
              role={role === 'tree' ? 'treeitem' : 'option'}
              tabIndex={-1}
              aria-selected={index === current}
              onClick={() => {
                onCurrent(index)
                view.current?.focus({ preventScroll: true })
              }}
            >
              {render(row, index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
