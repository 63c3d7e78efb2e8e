import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState, type WheelEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { CopyLine } from './copy-line'
import { DrawingTools } from './drawing-tools'
import { useEvidenceAround } from './evidence-context'
import { EvidenceFacts } from './evidence-facts'
import { MarksLayer } from './marks-layer'
import { useThumbnail } from './thumbnails'
import { toolOf, useDrawing } from './use-drawing'
import { useWhereWords } from './use-where-words'
import { AS_IT_IS, keyAct, type Look, looked } from './viewer-look'

interface Props {
  readonly item: Item
  readonly evidence: readonly AttachedEvidence[]
  readonly sha256: string
  readonly isReadOnly: boolean
  readonly onShow: (sha256: string) => void
  readonly onDetach: (sha256: string) => void
  readonly onAnnotate: (sha256: string, marks: readonly PhotoMark[]) => void
  readonly onUndo: (() => void) | null
  readonly onClose: () => void
}

const NONE: readonly PhotoMark[] = []

/** The whole window for one piece: zoom, turn, go on to the next; what is known of it beside it. */
export function EvidenceViewer(props: Props) {
  const { item, evidence, sha256, isReadOnly, onShow, onDetach, onAnnotate, onUndo, onClose } = props
  const { t } = useTranslation()
  const [look, setLook] = useState<Look>(AS_IT_IS)
  const [isBroken, setBroken] = useState(false)
  /** Of the picture, upright, once it is there. */
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const { desk, copies } = useEvidenceAround()
  const whereWords = useWhereWords()
  const { code } = item
  const at = Math.max(
    0,
    evidence.findIndex((one) => one.sha256 === sha256),
  )
  const shown = evidence[at]
  const picture = useThumbnail(desk.sheetId, shown?.sha256 ?? '', shown !== undefined)
  const marks = shown?.marks ?? NONE
  const drawing = useDrawing(marks, look, (next) => shown !== undefined && onAnnotate(shown.sha256, next))
  useEffect(() => dialog.current?.showModal(), [])
  // What had the focus may just have gone: keys are the viewer's then.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each piece is looked at afresh
  useEffect(() => {
    setLook(AS_IT_IS)
    setBroken(false)
    setSize(null)
    drawing.choose(null)
  }, [shown?.sha256])
  if (shown === undefined) return null

  const isPicture = picture?.state === 'ready' && !isBroken
  const step = (by: number) => {
    const next = evidence[(at + by + evidence.length) % evidence.length]
    if (next !== undefined) onShow(next.sha256)
  }
  const detach = () => {
    if (isReadOnly) return
    const next = evidence[at + 1] ?? evidence[at - 1]
    onDetach(shown.sha256)
    if (next === undefined) onClose()
    else onShow(next.sha256)
  }
  const take = (which: 'last' | 'all') => {
    if (!isReadOnly && marks.length > 0) onAnnotate(shown.sha256, which === 'all' ? [] : marks.slice(0, -1))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const tool = event.ctrlKey || event.metaKey || isReadOnly || !isPicture ? null : toolOf(event.key)
    if (tool !== null) {
      drawing.choose(tool === drawing.tool ? null : tool)
      return event.preventDefault()
    }
    const act = keyAct(event)
    if (act === null) return
    event.preventDefault()
    if (act === 'next') step(1)
    else if (act === 'previous') step(-1)
    else if (act === 'detach') detach()
    else if (act === 'take-mark') take('last')
    else if (act === 'undo') onUndo?.()
    else setLook((now) => looked(now, act))
  }
  const onWheel = ({ deltaY }: WheelEvent) => setLook((now) => looked(now, deltaY < 0 ? 'nearer' : 'farther'))
  const onMove = ({ buttons, movementX, movementY }: PointerEvent) => {
    if (buttons === 1 && drawing.tool === null)
      setLook((now) => ({ ...now, x: now.x + movementX, y: now.y + movementY }))
  }
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className="evidence-viewer"
      aria-label={t('evidence.viewer', { code, name: shown.name })}
      data-testid="evidence-viewer"
      data-zoom={look.zoom.toFixed(2)}
      data-turn={look.turn}
      onKeyDown={onKey}
      onCancel={(event) => {
        // Escape lets the tool go first.
        if (drawing.tool === null) return
        event.preventDefault()
        drawing.choose(null)
      }}
      onClose={onClose}
    >
      <div className="evidence-stage" onWheel={onWheel} onPointerMove={onMove}>
        {isPicture ? (
          <div
            className={drawing.tool === null ? 'evidence-frame' : 'evidence-frame evidence-frame-drawing'}
            style={{
              transform: `translate(${look.x}px, ${look.y}px) scale(${look.zoom}) rotate(${look.turn}deg)`,
            }}
            data-testid="evidence-frame"
            {...drawing.handlers}
          >
            <img
              key={shown.sha256}
              src={`/evidence/${desk.sheetId}/${shown.sha256}`}
              alt={shown.name}
              draggable={false}
              data-testid="evidence-picture"
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                setSize({ width, height })
              }
              onError={() => setBroken(true)}
            />
            {size !== null && (
              <MarksLayer marks={drawing.draft === null ? marks : [...marks, drawing.draft]} {...size} />
            )}
          </div>
        ) : (
          <p className="evidence-none" role="status">
            {picture === null
              ? t('evidence.waiting')
              : t(`evidence.state.${isBroken ? 'broken' : picture.state}`)}
          </p>
        )}
      </div>
      <aside className="evidence-side">
        <h2>
          {code} · {at + 1}/{evidence.length}
        </h2>
        <CopyLine />
        <EvidenceFacts evidence={shown} where={whereWords(item, shown)} />
        {!isReadOnly && isPicture && <DrawingTools drawing={drawing} count={marks.length} onTake={take} />}
        <div className="evidence-acts">
          <Act words={t('evidence.act.previous')} hint="←" onAct={() => step(-1)} />
          <Act words={t('evidence.act.next')} hint="→" onAct={() => step(1)} />
          <Act
            words={t('evidence.act.nearer')}
            hint="+"
            onAct={() => setLook((now) => looked(now, 'nearer'))}
          />
          <Act
            words={t('evidence.act.farther')}
            hint="−"
            onAct={() => setLook((now) => looked(now, 'farther'))}
          />
          <Act words={t('evidence.act.whole')} hint="0" onAct={() => setLook(AS_IT_IS)} />
          <Act words={t('evidence.act.turn')} hint="R" onAct={() => setLook((now) => looked(now, 'turn'))} />
          <Act
            words={t('evidence.act.copy')}
            testId="evidence-copy-one"
            onAct={() => void copies.saveOne({ item, evidence: shown })}
          />
          <Act
            words={t('evidence.act.save')}
            onAct={() => void window.scorebench.saveEvidence(desk.sheetId, shown.sha256, shown.name)}
          />
          {!isReadOnly && <Act words={t('evidence.act.detach')} hint="Delete" onAct={detach} />}
          {onUndo !== null && <Act words={t('evidence.act.undo')} hint="Ctrl+Z" onAct={onUndo} />}
          <Act words={t('common.close')} hint="Esc" onAct={onClose} />
        </div>
      </aside>
    </dialog>
  )
}

interface ActProps {
  readonly words: string
  readonly hint?: string
  readonly testId?: string
  readonly onAct: () => void
}

function Act({ words, hint, testId, onAct }: ActProps) {
  return (
    <button type="button" className="scoring-button" data-testid={testId} onClick={onAct}>
      {words} {hint !== undefined && <kbd>{hint}</kbd>}
    </button>
  )
}
