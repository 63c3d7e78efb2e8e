import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../../shared/domain/explain/explain-sheet'
import { itemIndex } from '../../shared/domain/rubric/item-index'
import type { ExplainedSheet } from './explaining'
import { ExplanationView } from './explanation-view'
import { pathTo } from './node-path'

interface Props {
  readonly sheet: ExplainedSheet
  readonly node: string
  readonly onOpen: (node: string) => void
  readonly onItem: ((item: string) => void) | undefined
  readonly onWhatIf: () => void
}

/** A number of the sheet opened, with the way up to the total. */
export function ExplanationPage({ sheet: { rubric, state }, node, onOpen, onItem, onWhatIf }: Props) {
  const { t } = useTranslation()
  const explained = useMemo(() => explain(rubric, state, node), [rubric, state, node])
  const path = useMemo(() => pathTo(rubric, node), [rubric, node])
  const own = path.at(-1)
  const above = [{ id: 'total', code: '', title: t('explain.total') }, ...path.slice(0, -1)]
  const parent = own === undefined ? undefined : above.at(-1)
  const codeOf = (id: string) => itemIndex(rubric).get(id)?.code ?? id
  const isOpen = explained !== null && explained.worst.value !== explained.best.value
  return (
    <>
      {own !== undefined && (
        <nav className="explanation__path" aria-label={t('explain.path')}>
          {above.map(({ id, code, title }) => (
            <span key={id}>
              <button
                type="button"
                data-explanation-up={id === parent?.id ? '' : undefined}
                onClick={() => onOpen(id)}
              >
                {code === '' ? title : `${code} ${title}`}
              </button>
              <span aria-hidden> › </span>
            </span>
          ))}
        </nav>
      )}
      <h2 className="explanation__heading" tabIndex={-1} data-explanation-heading>
        {own === undefined ? (
          t('explain.total')
        ) : (
          <>
            <span className="explanation__code">{own.code}</span> {own.title || t('explain.clauseOf')}
          </>
        )}
      </h2>
      {explained === null ? (
        <p>{t('explain.none')}</p>
      ) : (
        <ExplanationView node={explained} codeOf={codeOf} onOpen={onOpen} />
      )}
      {((explained?.kind === 'item' && onItem !== undefined) || (isOpen && explained?.kind === 'total')) && (
        <p className="explanation__ways">
          {explained.kind === 'item' && onItem !== undefined && (
            <button
              type="button"
              className="explanation__way"
              data-testid="explanation-go"
              onClick={() => onItem(node)}
            >
              {t('explain.goTo')}
            </button>
          )}
          {explained.kind === 'total' && (
            <button
              type="button"
              className="explanation__way"
              data-testid="explanation-what-if"
              onClick={onWhatIf}
            >
              {t('explain.whatIf.open')}
            </button>
          )}
        </p>
      )}
    </>
  )
}
