import type { ReactNode } from 'react'
import type { Field } from './draft'

export interface FormPartProps {
  readonly part?: Field
  readonly name: string
  readonly hint?: string
  /** What is wrong, in words. */
  readonly problem?: string | undefined
  readonly children: ReactNode
}

/** A named part of the form, with what is wrong right under it. */
export function FormPart({ part, name, hint, problem, children }: FormPartProps) {
  return (
    <fieldset className="new-round-part" data-part={part}>
      <legend className="new-round-part__name">{name}</legend>
      {children}
      {problem !== undefined && (
        <p className="new-round-part__problem" role="alert" data-testid={`new-round-problem-${part}`}>
          {problem}
        </p>
      )}
      {hint !== undefined && problem === undefined && <p className="new-round-part__hint">{hint}</p>}
    </fieldset>
  )
}
