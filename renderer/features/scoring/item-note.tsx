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
      autoSize={{ minRows: 1, maxRows: 5 }}
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
