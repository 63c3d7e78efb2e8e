import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../components/note'

interface ErrorBoundaryProps {
  readonly onHome: () => void
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: unknown
  readonly hasFailed: boolean
}

/** Keeps a screen that throws from taking the others with it. React asks for a class here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, hasFailed: false }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error, hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <Broken error={this.state.error} onHome={this.props.onHome} />
  }
}

function Broken({ error, onHome }: { readonly error: unknown; readonly onHome: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="shell-broken">
      <Note
        kind="danger"
        title={t('common.broken.title')}
        testId="shell-broken"
        actions={
          <Button type="primary" data-testid="shell-broken-home" onClick={onHome}>
            {t('common.nav.home')}
          </Button>
        }
      >
        {t('common.broken.hint')}
        <pre className="shell-broken__words">{error instanceof Error ? error.message : String(error)}</pre>
      </Note>
    </div>
  )
}
