import { type FocusEvent, useState } from 'react'

/** The field for a number that has the focus, inside the element that the handlers are given to. */
export function useNumberField() {
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const watch = {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const isNumber = target instanceof HTMLInputElement && target.dataset.field === 'value'
      setField(isNumber && !target.disabled ? target : null)
    },
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (!(relatedTarget instanceof HTMLInputElement && relatedTarget.dataset.field === 'value'))
        setField(null)
    },
  }
  return [field, watch] as const
}
