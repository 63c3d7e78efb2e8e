import { Button } from 'antd'
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findNode } from '../../../shared/domain/rubric/edit/tree'
import type { RubricDraft } from '../../../shared/ipc/contract'
import { Note } from '../../components/note'
import { EditorHead, type View } from './editor-head'
import { HeadPanel } from './head/head-panel'
import { NodePanel } from './node-panel'
import { OutlineTree } from './outline'
import { OutlineTools } from './outline-tools'
import { PasteDialog } from './paste-dialog'
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
  const { rubric, edit, undo, redo } = editor
  const { saving, save } = useSaving(draft.id, rubric)
  const proof = useProof(rubric)
  const outline = useOutline(editor)
  const { acts } = outline
  const [view, setView] = useState<View>('tree')
  const [jumped, setJumped] = useState<Finding | null>(null)

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
      requestAnimationFrame(acts.catchFocus)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [undo, redo, save, acts])

  const jump = useCallback(
    (finding: Finding) => {
      setJumped(finding)
      setView(finding.node === null ? 'head' : 'tree')
      if (finding.node !== null) acts.select(finding.node.id, finding.clause === null ? 'title' : undefined)
    },
    [acts],
  )
  // The ways on are given anew with every screen; the head is drawn only when it says something else.
  const ways = useRef({ onList, onRound })
  ways.current = { onList, onRound }
  const toList = useCallback(() => ways.current.onList(), [])
  const toRound = useCallback(() => void save().then((isSaved) => isSaved && ways.current.onRound()), [save])
  // Whoever runs through the tree with the arrow keys is not held up by the panel; a new line has its own at once.
  const late = useDeferredValue(outline.selected)
  const shown = outline.made === outline.selected ? outline.selected : late
  const chosen = findNode(rubric, shown)?.node

  return (
    <div className="editor" data-testid="editor">
      <EditorHead
        title={rubric.title}
        version={rubric.version}
        saving={saving.state}
        view={view}
        errors={proof.errors}
        canUndo={editor.canUndo}
        canRedo={editor.canRedo}
        onView={setView}
        onUndo={undo}
        onRedo={redo}
        onList={toList}
        onRound={toRound}
      />
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
            <OutlineTools
              acts={acts}
              edit={edit}
              refused={editor.refused}
              habits={editor.habits}
              setHabits={editor.setHabits}
            />
            <OutlineTree editor={editor} outline={outline} proof={proof} />
          </div>
          {chosen !== undefined && (
            <NodePanel
              key={chosen.id}
              node={chosen}
              edit={edit}
              proof={proof}
              jumped={jumped?.node?.id === chosen.id ? jumped : null}
              acts={acts}
            />
          )}
        </div>
      )}
      <Problems proof={proof} edit={edit} onJump={jump} />
      {outline.pasted !== null && (
        <PasteDialog text={outline.pasted} onPut={acts.putRows} onClose={() => acts.paste(null)} />
      )}
    </div>
  )
}
