import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import { useViewArea } from '../../../components/use-view-area'

interface Props {
  readonly count: number
  /** Of one tile, in rem, and the space between two. */
  readonly tile: { readonly width: number; readonly height: number; readonly gap: number }
  readonly className: string
  readonly testId: string
  /** One below the other, as wide as there is room. */
  readonly isList?: boolean
  /** Arrow keys go from tile to tile. */
  readonly hasArrows?: boolean
  /** The tile at a place, with a key of its own. The same function until what it draws is another. */
  readonly draw: (at: number) => ReactNode
}

/** Rows drawn beyond what is in view, above and below: the next is there before it is scrolled to. */
const BEYOND = 2

/** Tiles in rows, of which only those in view are in the document: two thousand cost no more than thirty. */
export function ThumbGrid({
  count,
  tile,
  className,
  testId,
  isList = false,
  hasArrows = false,
  draw,
}: Props) {
  const view = useRef<HTMLDivElement>(null)
  const { top, height, width } = useViewArea(view)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const across = (tile.width + tile.gap) * rem
  const down = (tile.height + tile.gap) * rem
  const columns = isList ? 1 : Math.max(1, Math.floor((width + tile.gap * rem) / across))
  const rows = Math.ceil(count / columns)
  const from = Math.max(0, Math.floor(top / down) - BEYOND)
  const to = Math.min(rows, Math.ceil((top + height) / down) + BEYOND)
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, no) => from + no)

  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key]
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : null
    if (by === undefined || cell === null || view.current === null) return
    // A list in a row has its own arrows.
    if (event.target instanceof HTMLSelectElement) return
    event.preventDefault()
    const next = Math.min(count - 1, Math.max(0, Number(cell.dataset.at) + by))
    const focus = () =>
      view.current
        ?.querySelector<HTMLElement>(`[data-at="${next}"] [data-focus]`)
        ?.focus({ preventScroll: true })
    // A row that is not drawn yet is, once it is scrolled to.
    const rowTop = Math.floor(next / columns) * down
    const { scrollTop, clientHeight } = view.current
    if (rowTop < scrollTop) view.current.scrollTop = rowTop
    else if (rowTop + down > scrollTop + clientHeight) view.current.scrollTop = rowTop + down - clientHeight
    focus()
    requestAnimationFrame(focus)
  }

  return (
    <div
      className={className}
      ref={view}
      data-testid={testId}
      data-count={count}
      {...(hasArrows ? { onKeyDown: onKey } : {})}
    >
      <div className="evidence-rows" style={{ height: Math.max(0, rows * down - tile.gap * rem) }}>
        {drawn.map((row) => (
          <Row key={row} {...{ row, columns, across, down, tile, isList, count, draw }} />
        ))}
      </div>
    </div>
  )
}

interface RowProps extends Pick<Props, 'count' | 'tile' | 'isList' | 'draw'> {
  readonly row: number
  readonly columns: number
  /** From one tile to the next, in pixels. */
  readonly across: number
  readonly down: number
}

/** Drawn once: scrolling adds rows at one end and takes them away at the other. */
const Row = memo(function Row({ row, columns, across, down, tile, isList, count, draw }: RowProps) {
  const first = row * columns
  const places = Array.from({ length: Math.min(columns, count - first) }, (_, no) => first + no)
  return places.map((at) => (
    <div
      key={at}
      className="evidence-cell"
      data-at={at}
      style={{
        width: isList ? '100%' : `${tile.width}rem`,
        height: `${tile.height}rem`,
        transform: `translate(${(at - first) * across}px, ${row * down}px)`,
      }}
    >
      {draw(at)}
    </div>
  ))
})
