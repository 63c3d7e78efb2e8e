import { Select } from 'antd'

export interface NamesInputProps {
  readonly label: string
  readonly value: readonly string[]
  readonly offered: readonly string[]
  readonly placeholder?: string | undefined
  readonly testId?: string | undefined
  readonly onChange: (names: readonly string[]) => void
}

/** Several short names: typed, each ended by Enter or 、, or taken from those in use. */
export function NamesInput({ label, value, offered, placeholder, testId, onChange }: NamesInputProps) {
  const clean = (names: readonly string[]) =>
    [...new Set(names.map((name) => name.trim().slice(0, 200)).filter((name) => name !== ''))].slice(0, 50)
  return (
    <Select
      mode="tags"
      className="editor-names"
      value={[...value]}
      aria-label={label}
      data-testid={testId}
      placeholder={placeholder}
      tokenSeparators={['、', '，', ',', '；', ';']}
      options={offered.map((name) => ({ value: name, label: name }))}
      onChange={(names: string[]) => onChange(clean(names))}
    />
  )
}
