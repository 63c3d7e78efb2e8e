import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  CloseOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import './note.css'

const SIGNS = {
  plain: InfoCircleOutlined,
  ok: CheckCircleOutlined,
  warn: ExclamationCircleOutlined,
  danger: CloseCircleOutlined,
} as const

export interface NoteProps {
  readonly kind: keyof typeof SIGNS
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly close?: { readonly label: string; readonly onClose: () => void }
  readonly testId?: string
}

/** A boxed sentence for the person; its sign and its words say what its colour says. */
export function Note({ kind, title, children, actions, close, testId }: NoteProps) {
  const Sign = SIGNS[kind]
  return (
    <div className={`note note--${kind}`} role={kind === 'danger' ? 'alert' : 'status'} data-testid={testId}>
      <Sign className="note__sign" aria-hidden />
      <div className="note__body">
        {title !== undefined && <div className="note__title">{title}</div>}
        {children !== undefined && <div className="note__text">{children}</div>}
        {actions !== undefined && <div className="note__actions">{actions}</div>}
      </div>
      {close !== undefined && (
        <button type="button" className="note__close" aria-label={close.label} onClick={close.onClose}>
          <CloseOutlined aria-hidden />
        </button>
      )}
    </div>
  )
}
