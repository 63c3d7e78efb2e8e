import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { columnName } from '../../../../shared/spreadsheet/workbook/cell-names'
import { useViewArea } from '../../../components/use-view-area'
import { BLOCK_ROWS, type SheetCell, type SheetOutline } from '../worker/protocol'
import { keyOf, type Place } from './addresses'
import type { Cells } from './use-cells'

/** Sizes in rem: all rows are alike, so that only those in view need to exist. */
const ROW = 2.75
const CHARACTER = 0.84
const NUMBERS = 3
const LINE = 1.1875

/** What a cell is marked as; the first that holds is drawn. */
export type CellMark = 'from' | 'problem' | 'note' | 'off'

export interface SheetViewProps {
  readonly outline: SheetOutline
  /** Its place among the sheets. */
  readonly at: number
  readonly cells: Cells
  readonly current: Place | null
  readonly onCurrent: (place: Place) => void
  readonly markOf: (row: number, column: number) => CellMark | null
  /** Rows that are the header, from 0. */
  readonly headerRows?: readonly number[]
  /** Stands over each column; its height in rem. */
  readonly head?: { readonly height: number; readonly of: (column: number) => ReactNode }
}

/** The sheet as it is: only the cells in view exist. Arrow keys move the current cell. */
export function SheetView(props: SheetViewProps) {
  const { outline, at, cells, current, onCurrent, markOf, headerRows = [], head } = props
  const { t } = useTranslation()
  const view = useRef<HTMLDivElement>(null)
  const area = useViewArea(view)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const row = ROW * rem
  const headHeight = (1.625 + (head?.height ?? 0)) * rem
  const lefts = useMemo(() => {
    const all = [0]
    for (const width of outline.widths) all.push((all.at(-1) ?? 0) + Math.round(width * CHARACTER * rem + 16))
    return all
  }, [outline, rem])
  const left = (column: number) => lefts[Math.min(column, lefts.length - 1)] ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: a cell comes into view when it becomes current, not while others scroll
  useLayoutEffect(() => {
    const element = view.current
    if (element === null || current === null || current.sheet !== outline.name) return
    const top = current.row * row
    const room = element.clientHeight - headHeight
    if (top < element.scrollTop || top + row > element.scrollTop + room)
      element.scrollTop = Math.max(0, top - room / 3)
    const from = left(current.column)
    const to = left(current.column + 1)
    const width = element.clientWidth - NUMBERS * rem
    if (from < element.scrollLeft || to > element.scrollLeft + width)
      element.scrollLeft = Math.max(0, Math.min(from, to - width / 2))
  }, [current, outline.name])

  const first = Math.max(0, Math.floor(area.top / row) - 4)
  const last = Math.min(outline.rows, Math.ceil((area.top + area.height) / row) + 4)
  const shown = useMemo(() => {
    void cells.version
    const found = new Map<string, SheetCell>()
    for (let block = Math.floor(first / BLOCK_ROWS); block * BLOCK_ROWS < last; block++)
      for (const cell of cells.of(at, block))
        if (cell.row < last && cell.row + cell.rows > first) found.set(keyOf(cell), cell)
    return [...found.values()]
  }, [cells, at, first, last])

  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-10, 0],
      PageDown: [10, 0],
    }
    const step = steps[event.key]
    if (step === undefined || event.target !== view.current) return
    event.preventDefault()
    const within = (value: number, size: number) => Math.max(0, Math.min(size - 1, value))
    const from = current?.sheet === outline.name ? current : { row: 0, column: 0 }
    onCurrent({
      sheet: outline.name,
      row: within(from.row + step[0], outline.rows),
      column: within(from.column + step[1], outline.widths.length),
    })
  }
  const isCurrent = (cell: SheetCell) =>
    current !== null &&
    current.sheet === outline.name &&
    current.row >= cell.row &&
    current.row < cell.row + cell.rows &&
    current.column >= cell.column &&
    current.column < cell.column + cell.columns

  const width = left(outline.widths.length)
  const isInWidth = ({ column, columns }: SheetCell) =>
    left(column + columns) > area.left - 400 && left(column) < area.left + area.width + 400
  const columnsShown = outline.widths
    .map((_, column) => column)
    .filter((column) => left(column + 1) > area.left - 400 && left(column) < area.left + area.width + 400)
  const rowNumbers = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  return (
    // biome-ignore lint/a11y/useSemanticElements: only the cells in view exist, which no table can have
    <div
      ref={view}
      className="import-sheet"
      role="grid"
      aria-label={outline.name}
      aria-rowcount={outline.rows}
      aria-colcount={outline.widths.length}
      tabIndex={0}
      data-testid="import-sheet"
      onKeyDown={move}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as the grid, it is placed by its numbers */}
      <div
        role="row"
        tabIndex={-1}
        className="import-sheet__head"
        style={{ width: width + NUMBERS * rem, height: headHeight }}
      >
        <span className="import-sheet__corner" />
        {columnsShown.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: as the grid, it is placed by its numbers
          <div
            key={column}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={column + 1}
            className={`import-sheet__column${outline.hiddenColumns.includes(column) ? ' import-sheet__column--hidden' : ''}`}
            style={{ left: left(column) + NUMBERS * rem, width: left(column + 1) - left(column) }}
          >
            {head?.of(column)}
            <span className="import-sheet__letter">
              {columnName(column)}
              {outline.hiddenColumns.includes(column) && ` ${t('standardImport.sheet.hidden')}`}
            </span>
          </div>
        ))}
      </div>
      <div
        className="import-sheet__body"
        style={{ height: outline.rows * row, width: width + NUMBERS * rem }}
      >
        <div className="import-sheet__numbers">
          {rowNumbers.map((no) => (
            <span
              key={no}
              className={`import-sheet__number${headerRows.includes(no) ? ' import-sheet__number--header' : ''}${
                outline.hiddenRows.includes(no) ? ' import-sheet__number--hidden' : ''
              }`}
              title={outline.hiddenRows.includes(no) ? t('standardImport.sheet.hiddenRow') : undefined}
              style={{ top: no * row, height: row }}
            >
              {no + 1}
            </span>
          ))}
        </div>
        <div className="import-sheet__cells" style={{ backgroundSize: `100% ${row}px` }}>
          {current !== null && current.sheet === outline.name && !shown.some(isCurrent) && (
            // An empty cell is not drawn unless it is the one that is meant.
            <span
              className="import-cell import-cell--current"
              style={{
                top: current.row * row,
                left: left(current.column),
                height: row,
                width: left(current.column + 1) - left(current.column),
              }}
            />
          )}
          {byRow(shown.filter(isInWidth)).map(([no, inRow]) => (
            // biome-ignore lint/a11y/useSemanticElements: as the grid, its cells are placed by their numbers
            <div key={no} role="row" tabIndex={-1} aria-rowindex={no + 1} className="import-sheet__row">
              {inRow.map((cell) => {
                const mark = markOf(cell.row, cell.column)
                return (
                  // biome-ignore lint/a11y/useSemanticElements: as the grid, it is placed by its numbers
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves by arrow keys from the grid itself
                  <div
                    key={keyOf(cell)}
                    role="gridcell"
                    aria-colindex={cell.column + 1}
                    tabIndex={-1}
                    aria-selected={isCurrent(cell)}
                    className={[
                      'import-cell',
                      mark !== null && `import-cell--${mark}`,
                      headerRows.includes(cell.row) && 'import-cell--header',
                      cell.isNumber && 'import-cell--number',
                      isCurrent(cell) && 'import-cell--current',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    style={{
                      top: cell.row * row,
                      left: left(cell.column),
                      height: cell.rows * row,
                      width: left(cell.column + cell.columns) - left(cell.column),
                    }}
                    onClick={() => {
                      onCurrent({ sheet: outline.name, row: cell.row, column: cell.column })
                      view.current?.focus({ preventScroll: true })
                    }}
                  >
                    <span
                      className="import-cell__text"
                      style={{
                        top: headHeight,
                        WebkitLineClamp: Math.max(1, Math.floor((cell.rows * ROW - 0.25) / LINE)),
                      }}
                    >
                      {cell.text === '' && cell.formula !== null ? (
                        <span className="import-cell__formula">={cell.formula}</span>
                      ) : (
                        cell.text
                      )}
                    </span>
                  </div>
                )
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Cells by the row that they begin in: a row is what a screen reader goes through. */
function byRow(cells: readonly SheetCell[]): [number, SheetCell[]][] {
  const rows = new Map<number, SheetCell[]>()
  for (const cell of cells) {
    const known = rows.get(cell.row)
    if (known === undefined) rows.set(cell.row, [cell])
    else known.push(cell)
  }
  return [...rows]
}
