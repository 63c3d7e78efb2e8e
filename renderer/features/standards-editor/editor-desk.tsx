import { ArrowLeftOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Segmented, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RubricDraft } from '../../../shared/ipc/contract'
import { Note } from '../../components/note'
import { HeadPanel } from './head/head-panel'
import { NodePanel } from './node-panel'
import { OutlineTree } from './outline'
import { OutlineTools } from './outline-tools'
import { Problems } from './problems'
import { type Finding, useProof } from './proof-view'
import { useEditor } from './use-editor'
import { useOutline } from './use-outline'
import { useSaving } from './use-saving'

export interface EditorDeskProps {
  readonly draft: RubricDraft
  readonly onList: () => void
  readonly onRound: () => void
}

/** The tree at the left, the chosen node at the right, what is wrong below. */
export function EditorDesk({ draft, onList, onRound }: EditorDeskProps) {
  const { t } = useTranslation()
  const editor = useEditor(draft.rubric)
  const { rubric } = editor
  const { saving, save } = useSaving(draft.id, rubric)
  const proof = useProof(rubric)
  const outline = useOutline(editor)
  const [view, setView] = useState<'tree' | 'head'>('tree')
  const [jumped, setJumped] = useState<Finding | null>(null)
  const { undo, redo } = editor

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 's') event.preventDefault()
      if (key === 's') void save()
      if (key !== 'z' && key !== 'y') return
      // The fields show the standard: their own undo would fight with it.
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [undo, redo, save])

  const jump = (finding: Finding) => {
    setJumped(finding)
    setView(finding.node === null ? 'head' : 'tree')
    if (finding.node !== null) outline.select(finding.node.id, finding.clause === null ? 'title' : undefined)
  }
  const toRound = async () => {
    if (await save()) onRound()
  }
  const chosen = outline.rows.find(({ node }) => node.id === outline.selected)?.node

  return (
    <div className="editor" data-testid="editor">
      <header className="editor__head">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={t('editor.back')}
          title={t('editor.back')}
          data-testid="editor-back"
          onClick={onList}
        />
        <div className="editor__names">
          <h1 className="editor__title">{rubric.title === '' ? t('standards.untitled') : rubric.title}</h1>
          <span className="editor__version">{t('standards.version', { version: rubric.version })}</span>
          <span className="editor__saved" role="status" data-testid="editor-saved" data-state={saving.state}>
            {t(`editor.saving.${saving.state}`)}
          </span>
        </div>
        <Segmented
          value={view}
          onChange={setView}
          data-testid="editor-view"
          options={[
            { value: 'tree', label: t('editor.view.tree') },
            { value: 'head', label: t('editor.view.head') },
          ]}
        />
        <Button
          icon={<UndoOutlined />}
          disabled={!editor.canUndo}
          aria-label={t('editor.undo')}
          title={`${t('editor.undo')} Ctrl+Z`}
          data-testid="editor-undo"
          onClick={undo}
        />
        <Button
          icon={<RedoOutlined />}
          disabled={!editor.canRedo}
          aria-label={t('editor.redo')}
          title={`${t('editor.redo')} Ctrl+Y`}
          data-testid="editor-redo"
          onClick={redo}
        />
        <Tooltip title={proof.errors > 0 ? t('editor.roundErrors', { count: proof.errors }) : undefined}>
          <Button
            type="primary"
            disabled={proof.errors > 0}
            data-testid="editor-round"
            onClick={() => void toRound()}
          >
            {t('editor.round')}
          </Button>
        </Tooltip>
      </header>
      {saving.state === 'failed' && (
        <Note
          kind="danger"
          testId="editor-save-failed"
          actions={<Button onClick={() => void save()}>{t('common.retry')}</Button>}
        >
          {t(`failure.${saving.code}`, { detail: '' })}
        </Note>
      )}
      {view === 'head' ? (
        <HeadPanel editor={editor} proof={proof} />
      ) : (
        <div className="editor__parts">
          <div className="editor__tree">
            <OutlineTools editor={editor} outline={outline} />
            <OutlineTree editor={editor} outline={outline} proof={proof} />
          </div>
          {chosen !== undefined && (
            <NodePanel
              key={chosen.id}
              node={chosen}
              editor={editor}
              proof={proof}
              jumped={jumped?.node?.id === chosen.id ? jumped : null}
              onNext={outline.addItem}
            />
          )}
        </div>
      )}
      <Problems proof={proof} editor={editor} onJump={jump} />
    </div>
  )
}
