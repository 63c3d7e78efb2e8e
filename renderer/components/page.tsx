import type { ReactNode } from 'react'
import './page.css'

export interface PageProps {
  readonly title: ReactNode
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  /** 'form': at most 720 px wide; 'whole': the screen itself does not scroll, its parts do. */
  readonly kind?: 'wide' | 'form' | 'whole'
  readonly testId?: string
  readonly children: ReactNode
}

/** A screen with its heading; scrolls by itself. */
export function Page({ title, hint, actions, kind = 'wide', testId, children }: PageProps) {
  return (
    <div className={`page page--${kind}`} data-testid={testId}>
      <div className="page__inner">
        <header className="page__head">
          <div className="page__titles">
            <h1 className="page__title">{title}</h1>
            {hint !== undefined && <p className="page__hint">{hint}</p>}
          </div>
          {actions !== undefined && <div className="page__actions">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}
