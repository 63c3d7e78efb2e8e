import { type ReactNode, useRef } from 'react'
import { useViewArea } from '../../../components/use-view-area'

interface Props {
  readonly count: number
  /** Of one tile, in rem, and the space between two. */
  readonly tile: { readonly width: number; readonly height: number; readonly gap: number }
  readonly className: string
  readonly testId: string
  /** The tile at a place, with a key of its own. */
  readonly draw: (at: number) => ReactNode
}

/** Rows drawn beyond what is in view, above and below: the next is there before it is scrolled to. */
const BEYOND = 2

/** Tiles in rows, of which only those in view are in the document: two thousand cost no more than thirty. */
export function ThumbGrid({ count, tile, className, testId, draw }: Props) {
  const view = useRef<HTMLDivElement>(null)
  const { top, height, width } = useViewArea(view)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const across = (tile.width + tile.gap) * rem
  const down = (tile.height + tile.gap) * rem
  const columns = Math.max(1, Math.floor((width + tile.gap * rem) / across))
  const rows = Math.ceil(count / columns)
  const from = Math.max(0, Math.floor(top / down) - BEYOND) * columns
  const to = Math.min(count, (Math.ceil((top + height) / down) + BEYOND) * columns)
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, no) => from + no)
  return (
    <div className={className} ref={view} data-testid={testId} data-count={count} data-columns={columns}>
      <div className="evidence-rows" style={{ height: Math.max(0, rows * down - tile.gap * rem) }}>
        {drawn.map((at) => (
          <div
            key={at}
            className="evidence-cell"
            style={{
              transform: `translate(${(at % columns) * across}px, ${Math.floor(at / columns) * down}px)`,
            }}
          >
            {draw(at)}
          </div>
        ))}
      </div>
    </div>
  )
}
