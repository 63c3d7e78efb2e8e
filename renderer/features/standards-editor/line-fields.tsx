import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli, points } from '../../../shared/domain/points'
import type { Node, NodeChange } from '../../../shared/domain/rubric/edit/edit'
import { isTable } from '../../../shared/domain/rubric/edit/pasted-rows'
import { isBranch, isCategory } from '../../../shared/domain/rubric/edit/tree'
import { useNumberText } from '../../components/clause-editor/fields/use-number-text'
import type { Editor } from './use-editor'
import type { Cell, OutlineActs } from './use-outline'

export interface LineFieldsProps {
  readonly node: Node
  readonly editor: Editor
  readonly acts: OutlineActs
}

/** Number, title, weight and points of the chosen line. */
export function LineFields({ node, editor, acts }: LineFieldsProps) {
  const { onKeyDown } = acts
  const { t } = useTranslation()
  const change = (cell: Cell, value: NodeChange) =>
    editor.edit({ type: 'change', id: node.id, change: value }, `${node.id}.${cell}`)
  const hasPoints = isBranch(node) || node.kind === 'normal'
  return (
    <>
      {editor.habits.isAutoNumbered ? (
        <span className="editor-line__code" data-testid="editor-code" title={t('editor.autoNumbered')}>
          {node.code}
        </span>
      ) : (
        <input
          className="editor-line__code editor-line__field"
          data-cell="code"
          data-testid="editor-code"
          aria-label={t('editor.column.code')}
          value={node.code}
          maxLength={50}
          onChange={({ target }) => change('code', { code: target.value })}
          onKeyDown={(event) => onKeyDown(event, 'code')}
        />
      )}
      <input
        className="editor-line__title editor-line__field"
        data-cell="title"
        data-testid="editor-title"
        aria-label={t('editor.column.title')}
        placeholder={t(
          isCategory(node)
            ? 'editor.titleOf.category'
            : isBranch(node)
              ? 'editor.titleOf.group'
              : 'editor.titleOf.item',
        )}
        value={node.title}
        maxLength={200}
        onChange={({ target }) => change('title', { title: target.value })}
        onKeyDown={(event) => onKeyDown(event, 'title')}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (!isTable(text)) return
          event.preventDefault()
          acts.paste(text)
        }}
      />
      {isCategory(node) && editor.rubric.weighting === 'points' && (
        <span className="editor-line__number" title={t('editor.weighsByPoints')}>
          {formatMilli(node.weight * 10)}%
        </span>
      )}
      {isCategory(node) && editor.rubric.weighting !== 'points' && (
        <LineNumber
          cell="weight"
          label={t('editor.column.weight')}
          value={node.weight}
          unit={100}
          onChange={(weight) => change('weight', { weight })}
          onKeyDown={onKeyDown}
        />
      )}
      {hasPoints ? (
        <LineNumber
          cell="points"
          label={t('editor.column.points')}
          value={node.points}
          unit={1000}
          onChange={(value) => change('points', { points: points(value) })}
          onKeyDown={onKeyDown}
        />
      ) : (
        <span className="editor-line__number">{t(`editor.kindShort.${node.kind}`)}</span>
      )}
    </>
  )
}

interface LineNumberProps {
  readonly cell: Cell
  readonly label: string
  readonly value: number
  readonly unit: 100 | 1000
  readonly onChange: (value: number) => void
  readonly onKeyDown: (event: KeyboardEvent, cell: Cell) => void
}

function LineNumber({ cell, label, value, unit, onChange, onKeyDown }: LineNumberProps) {
  const { text, isWrong, type } = useNumberText(value, unit, onChange)
  return (
    <input
      className={`editor-line__number editor-line__field${isWrong ? ' editor-line__field--wrong' : ''}`}
      data-cell={cell}
      data-testid={`editor-${cell}`}
      aria-label={label}
      aria-invalid={isWrong}
      inputMode="decimal"
      value={text}
      onChange={({ target }) => type(target.value)}
      onFocus={({ target }) => target.select()}
      onKeyDown={(event) => onKeyDown(event, cell)}
    />
  )
}
