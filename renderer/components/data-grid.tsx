import {
  CellStyleModule,
  ClientSideRowModelModule,
  type ColDef,
  type GridApi,
  type GridOptions,
  type ICellRendererParams,
  ModuleRegistry,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
])

/** A column: what it says as text, and how it is drawn where text is not enough. A cell is redrawn when its text changes. */
export interface GridColumn<R> {
  readonly key: string
  readonly title: string
  /** CSS pixels; a column with `flex` takes the rest, at least `width`. */
  readonly width: number
  readonly flex?: number
  readonly isNumber?: boolean
  readonly text: (row: R) => string
  readonly draw?: (row: R) => ReactNode
  readonly className?: (row: R) => string
}

interface Props<R> {
  readonly label: string
  readonly columns: readonly GridColumn<R>[]
  /** Rows keep their identity while nothing in them changed. */
  readonly rows: readonly R[]
  readonly idOf: (row: R) => string
  readonly currentId: string
  readonly onPick: (row: R) => void
  readonly isHeading: (row: R) => boolean
  readonly drawHeading: (row: R) => ReactNode
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

/** The one wrapper of AG Grid: a list of rows, one of them current. Keys are handled by whoever uses it. */
export function DataGrid<R>(props: Props<R>) {
  const { columns, rows, currentId, rowHeight } = props
  const grid = useRef<GridApi<R> | null>(null)
  const latest = useRef(props)
  latest.current = props
  const defs = useMemo(() => columns.map(columnDef), [columns])
  const [options] = useState(() => standingOptions(latest, grid))

  useEffect(() => show(grid.current, currentId), [currentId])

  if (rows.length === 0) return <div className="data-grid-empty">{props.empty}</div>
  return (
    <section className="data-grid" aria-label={props.label}>
      <AgGridReact<R>
        {...options}
        columnDefs={defs}
        rowData={rows as R[]}
        rowHeight={rowHeight}
        headerHeight={rowHeight - 4}
      />
    </section>
  )
}

/** Options that stay the same objects for the grid's life: a new one would make AG Grid draw every row anew. */
function standingOptions<R>(latest: RefObject<Props<R>>, grid: RefObject<GridApi<R> | null>): GridOptions<R> {
  return {
    theme,
    getRowId: ({ data }) => latest.current.idOf(data),
    isFullWidthRow: ({ rowNode: { data } }) => data !== undefined && latest.current.isHeading(data),
    fullWidthCellRenderer: ({ data }: ICellRendererParams<R>) =>
      data === undefined ? null : latest.current.drawHeading(data),
    rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: false },
    suppressCellFocus: true,
    // Without this Tab goes round in the header and never leaves the grid.
    suppressHeaderFocus: true,
    animateRows: false,
    onGridReady: ({ api }) => {
      grid.current = api
      show(api, latest.current.currentId)
    },
    onRowDataUpdated: ({ api }) => show(api, latest.current.currentId),
    onRowClicked: ({ data }) => {
      if (data !== undefined && !latest.current.isHeading(data)) latest.current.onPick(data)
    },
  }
}

/** Marks the current row and brings it into view. */
function show<R>(api: GridApi<R> | null, id: string): void {
  const node = api?.getRowNode(id)
  if (api === null || node === undefined || node.rowIndex === null) return
  if (node.isSelected() === true) return
  node.setSelected(true, true)
  api.ensureIndexVisible(node.rowIndex)
}

function columnDef<R>({
  key,
  title,
  width,
  flex,
  isNumber,
  text,
  draw,
  className,
}: GridColumn<R>): ColDef<R> {
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
    cellClass: ({ data }) => [
      isNumber === true ? 'data-grid-number' : '',
      data === undefined ? '' : (className?.(data) ?? ''),
    ],
    ...(draw === undefined
      ? {}
      : { cellRenderer: ({ data }: ICellRendererParams<R>) => (data === undefined ? null : draw(data)) }),
  }
}
