import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useViewArea } from '../../components/use-view-area'
import { OutlineLine } from './outline-line'
import type { ProofView } from './proof-view'
import type { Editor } from './use-editor'
import type { Outline } from './use-outline'

/** Height of a line in rem: all lines are alike, so that only those in view need to exist. */
const LINE_REM = 2.125
/** Lines kept beyond the edge, for the keyboard and a quick wheel. */
const MARGIN = 12

export interface OutlineTreeProps {
  readonly editor: Editor
  readonly outline: Outline
  readonly proof: ProofView
}

/** The whole tree as lines to type into; the line that is chosen has its fields. */
export function OutlineTree({ editor, outline, proof }: OutlineTreeProps) {
  const { t } = useTranslation()
  const view = useRef<HTMLDivElement>(null)
  const range = useViewArea(view)
  const line = LINE_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const { rows, selected, wanted } = outline
  const at = rows.findIndex(({ node }) => node.id === selected)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line comes into view when it is asked for, not while others scroll
  useLayoutEffect(() => {
    const element = view.current
    if (element === null || at < 0) return
    const top = at * line
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + line * 2 > element.scrollTop + element.clientHeight)
      element.scrollTop = top + line * 2 - element.clientHeight
  }, [selected, at, wanted, range.height])

  const first = Math.max(0, Math.floor(range.top / line) - MARGIN)
  const last = Math.min(rows.length, Math.ceil((range.top + range.height) / line) + MARGIN)
  const shown = rows.slice(first, last)
  const chosen = rows[at]
  // The line with the focus stays, also when it is scrolled out of view.
  const lines = chosen === undefined || (at >= first && at < last) ? shown : [...shown, chosen]

  return (
    <div className="editor-outline" data-testid="editor-outline">
      <div className="editor-outline__head" aria-hidden>
        <span>{t('editor.column.title')}</span>
        <span className="editor-outline__number">{t('editor.column.weight')}</span>
        <span className="editor-outline__number">{t('editor.column.points')}</span>
        <span className="editor-outline__number">{t('editor.column.clauses')}</span>
      </div>
      <div ref={view} className="editor-outline__view" role="tree" aria-label={t('editor.tree')}>
        <div className="editor-outline__all" style={{ height: `${rows.length * LINE_REM}rem` }}>
          {lines.map((row) => (
            <OutlineLine
              key={row.node.id}
              row={row}
              top={rows.indexOf(row) * LINE_REM}
              isClosed={outline.closed.has(row.node.id)}
              level={proof.levelOf(row.node.code)}
              chosen={row.node.id === selected ? { editor, outline } : null}
              onSelect={outline.acts.select}
              onToggle={outline.acts.toggle}
            />
          ))}
        </div>
      </div>
      <p className="editor-outline__keys">{t('editor.keys')}</p>
    </div>
  )
}
