import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpening } from './explaining'
import './open-score.css'

interface Props {
  /** 'total', a node's id, or 'item/clause'. */
  readonly node: string
  readonly children: ReactNode
  readonly testId?: string
}

/** A number that opens: a click or Enter shows how it came about. A plain number where there is no sheet around. */
export function OpenScore({ node, children, testId }: Props) {
  const { t } = useTranslation()
  const opening = useOpening()
  if (opening === null) return children
  return (
    <button
      type="button"
      className="open-score"
      title={t('explain.open')}
      data-testid={testId ?? `explain-open-${node}`}
      onClick={(event) => {
        event.stopPropagation()
        opening.explain(node)
      }}
    >
      {children}
    </button>
  )
}
