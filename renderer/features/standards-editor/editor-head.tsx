import { ArrowLeftOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Segmented, Tooltip } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Saving } from './use-saving'

export type View = 'tree' | 'head'

export interface EditorHeadProps {
  readonly title: string
  readonly version: string
  readonly saving: Saving['state']
  readonly view: View
  readonly errors: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onView: (view: View) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onList: () => void
  readonly onRound: () => void
}

/** The name of the standard, whether it is saved, and the ways on. */
export const EditorHead = memo(function EditorHead(props: EditorHeadProps) {
  const { title, version, saving, view, errors, canUndo, canRedo } = props
  const { t } = useTranslation()
  return (
    <header className="editor__head">
      <Button
        type="text"
        icon={<ArrowLeftOutlined />}
        aria-label={t('editor.back')}
        title={t('editor.back')}
        data-testid="editor-back"
        onClick={props.onList}
      />
      <div className="editor__names">
        <h1 className="editor__title">{title === '' ? t('standards.untitled') : title}</h1>
        <span className="editor__version">{t('standards.version', { version })}</span>
        <span className="editor__saved" role="status" data-testid="editor-saved" data-state={saving}>
          {t(`editor.saving.${saving}`)}
        </span>
      </div>
      <Segmented<View>
        value={view}
        onChange={props.onView}
        data-testid="editor-view"
        options={[
          { value: 'tree', label: t('editor.view.tree') },
          { value: 'head', label: t('editor.view.head') },
        ]}
      />
      <Button
        icon={<UndoOutlined />}
        disabled={!canUndo}
        aria-label={t('editor.undo')}
        title={`${t('editor.undo')} Ctrl+Z`}
        data-testid="editor-undo"
        onClick={props.onUndo}
      />
      <Button
        icon={<RedoOutlined />}
        disabled={!canRedo}
        aria-label={t('editor.redo')}
        title={`${t('editor.redo')} Ctrl+Y`}
        data-testid="editor-redo"
        onClick={props.onRedo}
      />
      <Tooltip title={errors > 0 ? t('editor.roundErrors', { count: errors }) : undefined}>
        <Button type="primary" disabled={errors > 0} data-testid="editor-round" onClick={props.onRound}>
          {t('editor.round')}
        </Button>
      </Tooltip>
    </header>
  )
})
