import {
  CellStyleModule,
  ClientSideRowModelModule,
  type ColDef,
  createGrid,
  type GridApi,
  type GridOptions,
  ModuleRegistry,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
])

/** A column. A cell is redrawn when its text changes. */
export interface GridColumn<R> {
  readonly key: string
  readonly title: string
  /** CSS pixels; a column with `flex` takes the rest, at least `width`. */
  readonly width: number
  readonly flex?: number
  readonly isNumber?: boolean
  readonly text: (row: R) => string
  readonly className?: (row: R) => string
}

/** A row that spans all columns: words at the left, a figure at the right. */
export interface GridHeading {
  readonly className: string
  readonly code: string
  readonly title: string
  readonly figure: string
}

interface Props<R> {
  readonly label: string
  readonly columns: readonly GridColumn<R>[]
  /** Rows keep their identity while nothing in them changed. */
  readonly rows: readonly R[]
  readonly idOf: (row: R) => string
  readonly currentId: string
  readonly onPick: (row: R) => void
  /** Null for an ordinary row. */
  readonly headingOf: (row: R) => GridHeading | null
  readonly rowHeight: number
  /** Said when there are no rows. */
  readonly empty: ReactNode
}

const theme = themeQuartz.withParams({
  accentColor: 'var(--sb-accent)',
  backgroundColor: 'var(--sb-surface)',
  foregroundColor: 'var(--sb-text)',
  borderColor: 'var(--sb-line)',
  headerBackgroundColor: 'var(--sb-sunken)',
  headerTextColor: 'var(--sb-text-2)',
  rowHoverColor: 'var(--sb-hover)',
  selectedRowBackgroundColor: 'var(--sb-accent-soft)',
  fontFamily: 'inherit',
  fontSize: '0.8125rem',
  headerFontSize: '0.75rem',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
})

/**
 * The one wrapper of AG Grid: a list of rows, one of them current. Keys are handled by whoever uses it. It drives
 * the grid itself and not its React cells, because a cell must cost nothing while 291 rows are scrolled by keys.
 */
export function DataGrid<R>(props: Props<R>) {
  const { columns, rows, currentId, rowHeight } = props
  const host = useRef<HTMLDivElement>(null)
  const grid = useRef<GridApi<R> | null>(null)
  const view = useRef<Viewport>({ top: 0, height: 0 })
  const shown = useRef(rows.length)
  const latest = useRef(props)
  latest.current = props
  const columnDefs = useMemo(() => columns.map(columnDef), [columns])
  const heights = useMemo(() => ({ rowHeight, headerHeight: rowHeight - 4 }), [rowHeight])

  // The first grid takes what is there; later changes go in one by one below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once
  useEffect(() => {
    if (host.current === null) return
    const element = host.current
    const first = { columnDefs, rowData: [...rows], ...heights }
    const api = createGrid<R>(element, { ...standingOptions(latest, view), ...first })
    grid.current = api
    const sizes = new ResizeObserver(() => {
      view.current.height = element.clientHeight - heights.headerHeight
    })
    sizes.observe(element)
    return () => {
      sizes.disconnect()
      grid.current = null
      api.destroy()
    }
  }, [])
  useEffect(() => grid.current?.setGridOption('columnDefs', columnDefs), [columnDefs])
  useEffect(() => grid.current?.updateGridOptions(heights), [heights])
  useEffect(() => grid.current?.setGridOption('rowData', [...rows]), [rows])
  useEffect(() => {
    // Other rows than before: the current one may stand somewhere else.
    const isMoved = shown.current !== rows.length
    shown.current = rows.length
    show(grid.current, currentId, view.current, isMoved)
  }, [currentId, rows])

  return (
    <section className="data-grid" aria-label={props.label}>
      <div ref={host} className="data-grid-host" hidden={rows.length === 0} />
      {rows.length === 0 && <div className="data-grid-empty">{props.empty}</div>}
    </section>
  )
}

/** Options that stay for the grid's life. */
function standingOptions<R>(latest: RefObject<Props<R>>, view: RefObject<Viewport>): GridOptions<R> {
  const headingOf = (row: R | undefined) => (row === undefined ? null : latest.current.headingOf(row))
  return {
    theme,
    getRowId: ({ data }) => latest.current.idOf(data),
    isFullWidthRow: ({ rowNode }) => headingOf(rowNode.data) !== null,
    fullWidthCellRenderer: ({ data }: { readonly data?: R }) => headingElement(headingOf(data)),
    rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: false },
    suppressCellFocus: true,
    // Without this Tab goes round in the header and never leaves the grid.
    suppressHeaderFocus: true,
    animateRows: false,
    onBodyScroll: ({ top }) => {
      view.current.top = top
    },
    onRowClicked: ({ data }) => {
      if (data !== undefined && headingOf(data) === null) latest.current.onPick(data)
    },
  }
}

function headingElement(heading: GridHeading | null): HTMLElement {
  const element = document.createElement('div')
  if (heading === null) return element
  element.className = heading.className
  // The one cell of its row, as wide as all columns.
  element.role = 'gridcell'
  const parts = [heading.code, heading.title, heading.figure].map((text) => {
    const part = document.createElement('span')
    part.textContent = text
    return part
  })
  element.append(...parts)
  return element
}

/** What of the rows is in view, as the grid last said: asking it anew would lay out the page with every key press. */
interface Viewport {
  top: number
  height: number
}

/** Marks the current row. One out of view comes into its middle, so that what follows is seen too. */
function show<R>(api: GridApi<R> | null, id: string, { top, height }: Viewport, isMoved: boolean): void {
  const node = api?.getRowNode(id)
  if (api === null || node === undefined || node.rowIndex === null) return
  if (node.isSelected() === true && !isMoved) return
  node.setSelected(true, true)
  const from = node.rowTop ?? 0
  const isSeen = from >= top && from + (node.rowHeight ?? 0) <= top + height
  if (!isSeen) api.ensureIndexVisible(node.rowIndex, 'middle')
}

function columnDef<R>({ key, title, width, flex, isNumber, text, className }: GridColumn<R>): ColDef<R> {
  return {
    colId: key,
    headerName: title,
    width,
    minWidth: flex === undefined ? 40 : width,
    ...(flex === undefined ? {} : { flex }),
    sortable: false,
    resizable: true,
    suppressMovable: true,
    headerClass: isNumber === true ? 'data-grid-number' : '',
    valueGetter: ({ data }) => (data === undefined ? '' : text(data)),
    cellClass: isNumber === true ? 'data-grid-number' : '',
    ...(className === undefined ? {} : { cellRenderer: marked(text, className) }),
  }
}

/** A cell whose class says something besides its text; the class goes with the text when that changes. */
function marked<R>(text: (row: R) => string, className: (row: R) => string) {
  return ({ data }: { readonly data?: R }): HTMLElement => {
    const element = document.createElement('span')
    if (data !== undefined) {
      element.className = className(data)
      element.textContent = text(data)
    }
    return element
  }
}
