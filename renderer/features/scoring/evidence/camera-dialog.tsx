import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../components/note'
import { useEvidenceAround } from './evidence-context'
import { RunningLine } from './import-line'
import { useIsRunning } from './running'
import { takePicture, useCamera } from './use-camera'
import type { Target } from './use-evidence'

interface Props {
  readonly target: Target
  /** What the photos go to, in words. */
  readonly where: string
  readonly onClose: () => void
}

/** 拍照: what the camera sees, and a shutter; each photo goes to the item at once. */
export function CameraDialog({ target, where, onClose }: Props) {
  const { t } = useTranslation()
  const { desk } = useEvidenceAround()
  const dialog = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const [taken, setTaken] = useState(0)
  const isRunning = useIsRunning(desk.running)
  const { state, devices, device, choose } = useCamera(video)
  useEffect(() => {
    dialog.current?.showModal()
    // Space is the shutter's, whichever button comes first.
    dialog.current?.focus()
  }, [])

  const shoot = async () => {
    if (state !== 'ready' || isRunning || video.current === null) return
    const picture = await takePicture(video.current, new Date())
    if (picture === null) return
    await desk.bringPicture(target, picture)
    setTaken((count) => count + 1)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLButtonElement) return
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    void shoot()
  }
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className="evidence-all"
      aria-label={t('evidence.camera.title')}
      data-testid="evidence-camera"
      data-state={state}
      onKeyDown={onKey}
      onClose={onClose}
    >
      <header className="evidence-all-head">
        <h2>{t('evidence.camera.title')}</h2>
        <span>{t('evidence.camera.to', { where })}</span>
        <span className="evidence-space" />
        {devices.length > 1 && (
          <select
            className="evidence-photo-finding evidence-camera-choice"
            value={device}
            aria-label={t('evidence.camera.which')}
            data-testid="evidence-camera-which"
            onChange={({ target: { value } }) => choose(value)}
          >
            {devices.map(({ deviceId, label }, at) => (
              <option key={deviceId} value={deviceId}>
                {label || t('evidence.camera.no', { no: at + 1 })}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          className="scoring-button scoring-button-main"
          disabled={state !== 'ready' || isRunning}
          data-testid="evidence-camera-shoot"
          onClick={() => void shoot()}
        >
          {t('evidence.camera.shoot')} <kbd>Space</kbd>
        </button>
        <button type="button" className="scoring-button" onClick={() => dialog.current?.close()}>
          {t('common.close')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="evidence-sort-said">
        <p data-testid="evidence-camera-taken">
          {taken > 0 && t('evidence.camera.taken', { count: taken })} {t('evidence.camera.how')}
        </p>
        <RunningLine />
        {state !== 'ready' && state !== 'opening' && (
          <Note kind="warn" testId="evidence-camera-why">
            {t(`evidence.camera.state.${state}`)}
          </Note>
        )}
        {desk.report !== null && desk.report.code !== null && (
          <Note kind="danger">{t(`failure.${desk.report.code}`, { detail: '' })}</Note>
        )}
      </div>
      <video ref={video} className="evidence-camera-view" autoPlay playsInline muted />
    </dialog>
  )
}
