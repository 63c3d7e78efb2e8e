import { Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Column,
  type PastedItem,
  pastedCells,
  pastedItems,
  proposeColumns,
} from '../../../shared/domain/rubric/edit/pasted-rows'

const COLUMNS = ['title', 'content', 'rule', 'points', 'code', 'skip'] as const satisfies readonly Column[]
const SHOWN = 8

export interface PasteDialogProps {
  readonly text: string
  readonly onPut: (rows: readonly PastedItem[]) => void
  readonly onClose: () => void
}

/** Rows from a spreadsheet: what each column holds is proposed, a person says so, then they become items. */
export function PasteDialog({ text, onPut, onClose }: PasteDialogProps) {
  const { t } = useTranslation()
  const rows = useMemo(() => pastedCells(text), [text])
  const [columns, setColumns] = useState(() => proposeColumns(rows))
  const items = useMemo(() => pastedItems(rows, columns), [rows, columns])
  const unread = columns.includes('points') ? items.filter(({ points }) => points === null).length : 0
  /** A column that is taken is given up by the one that had it. */
  const choose = (at: number, column: Column) =>
    setColumns(columns.map((one, place) => (place === at ? column : one === column ? 'skip' : one)))
  return (
    <Modal
      open
      width="56rem"
      title={t('editor.paste.title')}
      okText={t('editor.paste.put', { count: items.length })}
      okButtonProps={{ disabled: items.length === 0, ...{ 'data-testid': 'editor-paste-ok' } }}
      cancelText={t('common.cancel')}
      onOk={() => onPut(items)}
      onCancel={onClose}
    >
      <p className="editor-panel__hint">{t('editor.paste.hint')}</p>
      <div className="editor-paste">
        <table className="editor-paste__table">
          <thead>
            <tr>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={at} scope="col">
                  <Select<Column>
                    value={column}
                    popupMatchSelectWidth={false}
                    aria-label={`${at + 1}`}
                    data-testid={`editor-paste-column-${at}`}
                    options={COLUMNS.map((value) => ({ value, label: t(`editor.paste.column.${value}`) }))}
                    onChange={(next) => choose(at, next)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={index}>
                {columns.map((column, at) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    key={at}
                    className={column === 'skip' ? 'editor-paste__skip' : undefined}
                    title={row[at]}
                  >
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && (
        <p className="editor-panel__hint">{t('editor.paste.more', { count: rows.length - SHOWN })}</p>
      )}
      {unread > 0 && <p className="editor-paste__unread">{t('editor.paste.noPoints', { count: unread })}</p>}
      {columns.includes('code') && <p className="editor-panel__hint">{t('editor.paste.autoNumbered')}</p>}
    </Modal>
  )
}
