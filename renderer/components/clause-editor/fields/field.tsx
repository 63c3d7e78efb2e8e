import type { ReactNode } from 'react'
import '../clause-editor.css'

export interface FieldProps {
  readonly label: string
  /** In twelfths of the row; 12 where absent. */
  readonly span?: 2 | 3 | 4 | 5 | 6 | 8 | 12
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** A named field in the grid of a form. */
export function Field({ label, span = 12, hint, children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
    <label className={`editor-field editor-field--${span}`}>
      <span className="editor-field__label">{label}</span>
      {children}
      {hint !== undefined && <span className="editor-field__hint">{hint}</span>}
    </label>
  )
}

/** A field whose control is several, or no input: a label would send the click to the first of them. */
export function FieldGroup({ label, span = 12, hint, children }: FieldProps) {
  return (
    <fieldset className={`editor-field editor-field--${span}`}>
      <legend className="editor-field__label">{label}</legend>
      {children}
      {hint !== undefined && <span className="editor-field__hint">{hint}</span>}
    </fieldset>
  )
}
