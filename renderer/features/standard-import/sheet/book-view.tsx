import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BLOCK_ROWS, type SheetOutline } from '../worker/protocol'
import { addressOf, type Place } from './addresses'
import { SheetView, type SheetViewProps } from './sheet-view'
import type { Cells } from './use-cells'

export interface BookViewProps extends Pick<SheetViewProps, 'markOf' | 'headerRows' | 'head'> {
  readonly sheets: readonly SheetOutline[]
  readonly ignored: ReadonlySet<string>
  readonly cells: Cells
  /** The sheet on show, by its name. */
  readonly sheet: string
  readonly onSheet: (name: string) => void
  readonly current: Place | null
  readonly onCurrent: (place: Place) => void
  readonly tools?: ReactNode
}

/** A workbook: what the current cell says in full, the sheet, its tabs. */
export function BookView(props: BookViewProps) {
  const { sheets, ignored, cells, sheet, onSheet, current, onCurrent, markOf, headerRows, head, tools } =
    props
  const { t } = useTranslation()
  const at = Math.max(
    0,
    sheets.findIndex(({ name }) => name === sheet),
  )
  const outline = sheets[at]
  const inFull = useMemo(() => {
    void cells.version
    if (current === null || current.sheet !== outline?.name) return null
    return cells
      .of(at, Math.floor(current.row / BLOCK_ROWS))
      .find(
        ({ row, column, rows, columns }) =>
          current.row >= row &&
          current.row < row + rows &&
          current.column >= column &&
          current.column < column + columns,
      )
  }, [cells, at, current, outline])
  if (outline === undefined) return null
  return (
    <section className="import-book" aria-label={t('standardImport.sheet.name')}>
      {tools}
      <div className="import-formula">
        <span className="import-formula__address" data-testid="import-address">
          {current === null || current.sheet !== outline.name ? '' : addressOf(inFull ?? current)}
        </span>
        <span
          className="import-formula__text"
          data-testid="import-cell-text"
          tabIndex={inFull == null ? -1 : 0}
        >
          {inFull?.text}
          {inFull?.formula != null && ` （=${inFull.formula}）`}
        </span>
      </div>
      <SheetView
        key={at}
        outline={outline}
        at={at}
        cells={cells}
        current={current}
        onCurrent={onCurrent}
        markOf={markOf}
        {...(headerRows === undefined ? {} : { headerRows })}
        {...(head === undefined ? {} : { head })}
      />
      <div className="import-tabs" role="tablist" aria-label={t('standardImport.sheet.tabs')}>
        {sheets.map(({ name, isHidden }) => (
          <button
            key={name}
            type="button"
            role="tab"
            className={`import-tab${ignored.has(name) ? ' import-tab--ignored' : ''}`}
            aria-selected={name === outline.name}
            data-testid="import-tab"
            onClick={() => onSheet(name)}
          >
            {name}
            {isHidden && <span className="import-tab__ignored">{t('standardImport.sheet.hidden')}</span>}
            {ignored.has(name) && (
              <span className="import-tab__ignored">{t('standardImport.sheet.ignored')}</span>
            )}
          </button>
        ))}
      </div>
    </section>
  )
}
