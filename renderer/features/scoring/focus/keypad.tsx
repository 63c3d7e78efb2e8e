import { useTranslation } from 'react-i18next'

interface Props {
  /** The field that has the focus and keeps it. */
  readonly field: HTMLInputElement
}

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0'] as const

/** Digits for a field: a tablet may show no keyboard. What a key does, a key of a real keyboard would do too. */
export function Keypad({ field }: Props) {
  const { t } = useTranslation()
  const label = field.closest('label')?.innerText.split('\n')[0] ?? ''
  return (
    <fieldset
      className="focus-keypad"
      aria-label={t('focus.keypad.title')}
      data-testid="focus-keypad"
      // The field keeps the focus: its text is written when it is left.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <p className="focus-keypad-for">{label}</p>
      {KEYS.map((key) => (
        <button key={key} type="button" data-testid={`focus-key-${key}`} onClick={() => write(field, key)}>
          {key}
        </button>
      ))}
      <button
        type="button"
        aria-label={t('focus.keypad.back')}
        data-testid="focus-key-back"
        onClick={() => takeBack(field)}
      >
        ⌫
      </button>
      <button
        type="button"
        className="focus-keypad-wide"
        data-testid="focus-key-empty"
        onClick={() => {
          field.select()
          write(field, '')
        }}
      >
        {t('focus.keypad.empty')}
      </button>
      <button
        type="button"
        className="focus-keypad-wide focus-keypad-done"
        data-testid="focus-key-done"
        onClick={() => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))}
      >
        {t('focus.keypad.done')}
      </button>
    </fieldset>
  )
}

function write(field: HTMLInputElement, text: string): void {
  const end = field.value.length
  field.setRangeText(text, field.selectionStart ?? end, field.selectionEnd ?? end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** The selection, or the character before the caret. */
function takeBack(field: HTMLInputElement): void {
  const end = field.selectionEnd ?? field.value.length
  if (field.selectionStart === end) field.setSelectionRange(Math.max(0, end - 1), end)
  write(field, '')
}
