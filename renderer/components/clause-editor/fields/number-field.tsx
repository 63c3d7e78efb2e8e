import { Input } from 'antd'
import { Field, type FieldProps } from './field'
import { type Unit, useNumberText } from './use-number-text'

export interface NumberInputProps<N extends number> {
  readonly label: string
  readonly value: N | undefined
  /** How many of the value's steps make 1; thousandths where absent. */
  readonly unit?: Unit
  readonly suffix?: string | undefined
  readonly placeholder?: string | undefined
  readonly isSigned?: boolean
  /** The most that can be held, in steps of the unit, where it is less than usual. */
  readonly most?: number
  readonly testId?: string | undefined
  readonly onChange: (value: N) => void
  /** Where the number may be absent: it was taken away. */
  readonly onClear?: (() => void) | undefined
}

/** The brand of a number says what it counts, and the unit how it is written. A number as a person writes it; what is no number is marked and changes nothing. */
export function NumberInput<N extends number>(props: NumberInputProps<N>) {
  const {
    label,
    value,
    unit = 1000,
    suffix,
    placeholder,
    isSigned = false,
    most,
    testId,
    onChange,
    onClear,
  } = props
  const { text, isWrong, type, leave } = useNumberText(value, unit, (next) => onChange(next as N), {
    isSigned,
    most,
    onClear,
  })
  return (
    <Input
      className="editor-number"
      inputMode="decimal"
      value={text}
      status={isWrong ? 'error' : ''}
      suffix={suffix}
      placeholder={placeholder}
      aria-label={label}
      data-testid={testId}
      onChange={({ target }) => type(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={leave}
    />
  )
}

/** A number in a field of its own, which names it. */
export function NumberField<N extends number>({
  span,
  hint,
  ...input
}: NumberInputProps<N> & Pick<FieldProps, 'span' | 'hint'>) {
  return (
    <Field label={input.label} hint={hint} {...(span === undefined ? {} : { span })}>
      <NumberInput {...input} />
    </Field>
  )
}
