import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Acts } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly kept: string
  readonly isReadOnly: boolean
}

/** The item's note: written when the field is left or Ctrl+Enter is pressed. */
export function ItemNote({ acts, item, kept, isReadOnly }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(kept)
  useEffect(() => setText(kept), [kept])
  const write = () => {
    if (text !== kept) void acts.run({ type: 'note', item, note: text })
  }
  return (
    <textarea
      className="scoring-input"
      rows={rowsOf(text)}
      data-field="note"
      data-testid="scoring-note"
      maxLength={2000}
      disabled={isReadOnly}
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
