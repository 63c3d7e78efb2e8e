import { CaretDownOutlined, CaretRightOutlined, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import { isBranch, isCategory } from '../../../shared/domain/rubric/edit/tree'
import { LineFields } from './line-fields'
import type { OutlineRow } from './outline-rows'
import type { Level } from './proof-view'
import type { Editor } from './use-editor'
import type { Cell, Outline } from './use-outline'

export interface OutlineLineProps {
  readonly row: OutlineRow
  /** In rem from the top of the tree. */
  readonly top: number
  readonly isClosed: boolean
  readonly level: Level | null
  /** What the fields need; null on all lines but the chosen one. */
  readonly chosen: { readonly editor: Editor; readonly outline: Outline } | null
  readonly onSelect: (id: string, cell?: Cell) => void
  readonly onToggle: (id: string) => void
}

/** A line of the tree. Only the chosen one has fields: the others are words, and cost next to nothing. */
export const OutlineLine = memo(
  function OutlineLine({ row, top, isClosed, level, chosen, onSelect, onToggle }: OutlineLineProps) {
    const { t } = useTranslation()
    const { node, depth } = row
    const element = useRef<HTMLDivElement>(null)
    const wanted = chosen?.outline.wanted ?? null
    useEffect(() => {
      if (wanted === null || wanted.id !== node.id) return
      const field = element.current?.querySelector<HTMLInputElement>(`[data-cell="${wanted.cell}"]`)
      field?.focus()
      field?.select()
    }, [wanted, node.id])
    const kind = isCategory(node) ? 'category' : isBranch(node) ? 'group' : 'item'
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves by arrow keys between the lines' fields
      <div
        ref={element}
        className={`editor-line editor-line--${kind}${chosen === null ? '' : ' editor-line--chosen'}`}
        style={{ top: `${top}rem`, paddingLeft: `${depth * 1.125 + 0.25}rem` }}
        role="treeitem"
        tabIndex={-1}
        aria-level={depth + 1}
        aria-selected={chosen !== null}
        aria-expanded={isBranch(node) ? !isClosed : undefined}
        data-testid="editor-line"
        data-id={node.id}
        onClick={({ target }) => {
          if (chosen !== null || !(target instanceof Element)) return
          const cell = target.closest<HTMLElement>('[data-of]')?.dataset.of as Cell | undefined
          onSelect(node.id, cell ?? 'title')
        }}
      >
        {isBranch(node) ? (
          <button
            type="button"
            tabIndex={-1}
            className="editor-line__toggle"
            aria-label={t(isClosed ? 'editor.open' : 'editor.close')}
            onClick={(event) => {
              event.stopPropagation()
              onToggle(node.id)
            }}
          >
            {isClosed ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
          </button>
        ) : (
          <span className="editor-line__toggle" />
        )}
        {chosen === null ? (
          <LineWords row={row} />
        ) : (
          <LineFields node={node} editor={chosen.editor} acts={chosen.outline.acts} />
        )}
        <span className="editor-line__clauses">{isBranch(node) ? '' : node.clauses.length}</span>
        <span className="editor-line__sign" title={level === null ? undefined : t(`editor.level.${level}`)}>
          {level === 'error' && <CloseCircleFilled aria-label={t('editor.level.error')} />}
          {level === 'warning' && <WarningFilled aria-label={t('editor.level.warning')} />}
        </span>
      </div>
    )
  },
  (a, b) =>
    a.row.node === b.row.node &&
    a.row.depth === b.row.depth &&
    a.top === b.top &&
    a.isClosed === b.isClosed &&
    a.level === b.level &&
    a.chosen === null &&
    b.chosen === null &&
    a.onSelect === b.onSelect,
)

function LineWords({ row: { node } }: { readonly row: OutlineRow }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="editor-line__code" data-of="code">
        {node.code}
      </span>
      <span className="editor-line__title" data-of="title">
        {node.title === '' ? <span className="editor-line__none">{t('editor.untitled')}</span> : node.title}
      </span>
      {isCategory(node) && (
        <span className="editor-line__number" data-of="weight">
          {formatMilli(node.weight * 10)}%
        </span>
      )}
      <span className="editor-line__number" data-of="points">
        {!isBranch(node) && node.kind !== 'normal'
          ? t(`editor.kindShort.${node.kind}`)
          : formatMilli(node.points)}
      </span>
    </>
  )
}
