import { UndoOutlined } from '@ant-design/icons'
import { Button, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COLUMN_ROLES, type TableChoice } from '../../../../shared/spreadsheet/reading/reading'
import { columnName } from '../../../../shared/spreadsheet/workbook/cell-names'
import { Note } from '../../../components/note'
import { columnsIn } from '../proof/history-of'
import type { Place } from '../sheet/addresses'
import { BookView } from '../sheet/book-view'
import type { StepProps } from '../step-props'
import { dataSheetsOf, type Import } from '../use-import'
import type { SheetOutline } from '../worker/protocol'
import { columnsFrom, columnsWith, headerRowsOf, rolesOf, withChoice } from './table-choice'

export interface ColumnsStepProps extends StepProps {
  readonly isRereading: boolean
  readonly onChoose: Import['choose']
}

/** Each sheet as it is; what its columns hold is proposed over them, and changed there. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { book, reading, cells, ignored, work, isRereading, onChoose } = props
  const { t } = useTranslation()
  const [sheet, setSheet] = useState(reading.tables[0]?.sheet ?? book.sheets[0]?.name ?? '')
  const outline = book.sheets.find(({ name }) => name === sheet)
  const roles = rolesOf(reading.tables, sheet)
  const headers = headerRowsOf(reading.tables, sheet)
  const [place, setPlace] = useState<Place | null>(() =>
    headers[0] === undefined ? null : { sheet, row: headers[0], column: 0 },
  )
  const choice = work.choices.find((one) => one.sheet === sheet)
  const isIgnored = ignored.has(sheet)
  const proposed = dataSheetsOf(book)
  const put = (change: Omit<TableChoice, 'sheet'>) => {
    const found = columnsIn({ columns: columnsFrom(roles), headerRows: headers.map((row) => row + 1) })
    const before = work.chosen[sheet]?.before ?? found
    onChoose({
      choices: withChoice(work.choices, sheet, change),
      chosen: { ...work.chosen, [sheet]: { at: new Date().toISOString(), before } },
    })
  }
  return (
    <div className="import-columns">
      {reading.items.length === 0 && (
        <div className="import-columns__none">
          <Note kind="warn" testId="import-no-items">
            {t('standardImport.columns.noItems')}
          </Note>
        </div>
      )}
      <BookView
        sheets={book.sheets}
        ignored={ignored}
        cells={cells}
        sheet={sheet}
        onSheet={setSheet}
        current={place}
        onCurrent={setPlace}
        headerRows={headers}
        markOf={(_row, column) => (isIgnored || !roles.has(column) ? 'off' : null)}
        head={{
          height: 2,
          of: (column) => (
            <select
              value={roles.get(column) ?? 'none'}
              disabled={isIgnored}
              className={roles.has(column) ? 'import-role' : 'import-role import-role--none'}
              aria-label={t('standardImport.columns.roleOf', { column: columnName(column) })}
              data-testid={`import-role-${column}`}
              onChange={({ target }) => {
                const role = COLUMN_ROLES.find((one) => one === target.value) ?? null
                put({ columns: columnsWith(roles, column, role) })
              }}
            >
              {[null, ...COLUMN_ROLES].map((role) => (
                <option key={role ?? 'none'} value={role ?? 'none'}>
                  {t(`standardImport.role.${role ?? 'none'}`)}
                </option>
              ))}
            </select>
          ),
        }}
        tools={
          <header className="import-tools">
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside, antd draws it as a button */}
            <label className="import-tools__field">
              <Switch
                size="small"
                checked={!isIgnored}
                data-testid="import-take-sheet"
                onChange={(isTaken) => put({ isIgnored: !isTaken })}
              />
              {t('standardImport.columns.take')}
            </label>
            {!isIgnored && outline !== undefined && (
              <HeaderRows outline={outline} rows={headers} onChange={(headerRows) => put({ headerRows })} />
            )}
            {outline !== undefined && hiddenIn(outline) > 0 && (
              // biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside, antd draws it as a button
              <label className="import-tools__field">
                <Switch
                  size="small"
                  checked={choice?.takesHidden === true}
                  data-testid="import-take-hidden"
                  onChange={(takesHidden) => put({ takesHidden })}
                />
                {t('standardImport.columns.takeHidden', { count: hiddenIn(outline) })}
              </label>
            )}
            <span className="import-tools__gap" />
            {work.chosen[sheet]?.before === '' && (
              <span className="import-tools__read" data-testid="import-remembered">
                {t('standardImport.columns.remembered')}
              </span>
            )}
            <span className="import-tools__read" role="status" data-testid="import-read">
              {isRereading
                ? t('standardImport.phase.read')
                : t('standardImport.columns.read', {
                    items: reading.items.filter((item) => item.sheet === sheet).length,
                  })}
            </span>
            {work.choices.length > proposed.length && (
              <Button
                size="small"
                icon={<UndoOutlined />}
                data-testid="import-propose"
                onClick={() => onChoose({ choices: proposed, chosen: {} })}
              >
                {t('standardImport.columns.propose')}
              </Button>
            )}
          </header>
        }
      />
    </div>
  )
}

function hiddenIn({ hiddenRows, hiddenColumns }: SheetOutline): number {
  return hiddenRows.length + hiddenColumns.length
}

interface HeaderRowsProps {
  readonly outline: SheetOutline
  /** From 0. */
  readonly rows: readonly number[]
  /** From 1, as in the contract. */
  readonly onChange: (rows: readonly number[]) => void
}

/** The header's first and last row; what follows right below it is the first line of the table. */
function HeaderRows({ outline, rows, onChange }: HeaderRowsProps) {
  const { t } = useTranslation()
  const first = (rows[0] ?? 0) + 1
  // Repeated headers come later in the list; the header itself is an unbroken run.
  const run = rows.findIndex((row, at) => rows[at + 1] !== row + 1)
  const last = (rows[run] ?? 0) + 1
  const put = (from: number, to: number) =>
    onChange(Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => from + at))
  return (
    <span className="import-tools__field">
      {t('standardImport.columns.header')}
      <InputNumber
        size="small"
        className="import-tools__row"
        min={1}
        max={outline.rows}
        value={first}
        aria-label={t('standardImport.columns.headerFrom')}
        data-testid="import-header-from"
        onChange={(value) => value !== null && put(value, Math.max(value, last))}
      />
      –
      <InputNumber
        size="small"
        className="import-tools__row"
        min={1}
        max={outline.rows}
        value={last}
        aria-label={t('standardImport.columns.headerTo')}
        data-testid="import-header-to"
        onChange={(value) => value !== null && put(Math.min(first, value), value)}
      />
    </span>
  )
}
