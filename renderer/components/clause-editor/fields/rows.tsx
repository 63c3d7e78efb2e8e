import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface RowsProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  /** At least so many stay; one where absent. */
  readonly least?: number
  readonly most?: number
  readonly testId?: string
  readonly make: () => T
  readonly onChange: (rows: readonly T[]) => void
  readonly children: (row: T, change: (row: T) => void, index: number) => ReactNode
}

/** A list inside a clause, a line each: add, take out, move. */
export function Rows<T>({
  label,
  rows,
  least = 1,
  most = 20,
  testId,
  make,
  onChange,
  children,
}: RowsProps<T>) {
  const { t } = useTranslation()
  const move = (from: number, to: number) => {
    const next = [...rows]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }
  return (
    <fieldset className="editor-rows" data-testid={testId}>
      <legend className="editor-field__label">{label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its fields show what stands there
        <div key={index} className="editor-rows__row">
          <div className="editor-rows__fields">
            {children(row, (next) => onChange(rows.map((one, at) => (at === index ? next : one))), index)}
          </div>
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            icon={<ArrowUpOutlined />}
            disabled={index === 0}
            aria-label={t('editor.shift.up')}
            onClick={() => move(index, index - 1)}
          />
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            icon={<ArrowDownOutlined />}
            disabled={index === rows.length - 1}
            aria-label={t('editor.shift.down')}
            onClick={() => move(index, index + 1)}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            disabled={rows.length <= least}
            aria-label={t('editor.removeRow')}
            onClick={() => onChange(rows.filter((_row, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        disabled={rows.length >= most}
        data-testid={testId === undefined ? undefined : `${testId}-add`}
        onClick={() => onChange([...rows, make()])}
      >
        {t('editor.addRow')}
      </Button>
    </fieldset>
  )
}
