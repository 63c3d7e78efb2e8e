import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from './use-desk'

/** The item's note: written when the field is left or Ctrl+Enter is pressed. */
export function ItemNote({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation()
  const kept = desk.current?.mark.note ?? ''
  const [text, setText] = useState(kept)
  useEffect(() => setText(kept), [kept])
  const id = desk.current?.id ?? ''
  const write = () => {
    if (text !== kept) void desk.run({ type: 'note', item: id, note: text })
  }
  return (
    <Input.TextArea
      rows={rowsOf(text)}
      data-field="note"
      data-testid="scoring-note"
      maxLength={2000}
      disabled={desk.isReadOnly}
      placeholder={t('scoring.note')}
      aria-label={t('scoring.note')}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={write}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) event.currentTarget.blur()
      }}
    />
  )
}

/** About as many rows as the text needs: antd's own measuring forces a layout with every item that is opened. */
function rowsOf(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 24)), 0)
  return Math.min(5, rows)
}
