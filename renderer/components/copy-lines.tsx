import { CopyButton } from './copy-button'
import './copy-lines.css'

export interface CopyLinesProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly testId?: string
}

/** Lines for a terminal, word for word, with a button that copies them. */
export function CopyLines({ title, lines, testId }: CopyLinesProps) {
  return (
    <div className="copy-lines">
      <div className="copy-lines__head">
        <span>{title}</span>
        <CopyButton text={lines.join('\n')} label={title} />
      </div>
      <pre className="copy-lines__text" data-testid={testId}>
        {lines.join('\n')}
      </pre>
    </div>
  )
}
