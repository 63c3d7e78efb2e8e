import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetHeader } from '../../../shared/domain/sheet/event'
import type { CarryPreview } from '../../../shared/ipc/contract'
import type { FailureCode } from '../../../shared/ipc/result'
import { Note } from '../../components/note'

interface Props {
  readonly preview: CarryPreview
  readonly header: SheetHeader
  /** The sheet went on meanwhile: look again. */
  readonly onStale: () => void
  readonly onOpenSheet: (sheetId: string) => void
}

/** The last step: the name of the round, where one has to be made, and the new sheet. */
export function StartCarry({ preview, header, onStale, onOpenSheet }: Props) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(() =>
    t('versions.carrying.roundName', { round: header.round.title, version: preview.rubric.version }).slice(
      0,
      200,
    ),
  )
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ readonly code: FailureCode; readonly detail: string } | null>(null)

  const start = async () => {
    setBusy(true)
    const { sheetId, rubric, head } = preview
    const made = await window.scorebench.carrySheet(sheetId, rubric.digest, head, title.trim())
    setBusy(false)
    if (made.ok) return onOpenSheet(made.value.header.sheetId)
    setFailed({ code: made.code, detail: made.detail ?? '' })
    if (made.code === 'stale') onStale()
  }

  return (
    <section className="versions-start">
      {preview.round === null ? (
        <label className="versions-start__round" htmlFor="versions-round">
          <span className="versions__label">{t('versions.carrying.roundTitle')}</span>
          <Input
            id="versions-round"
            value={title}
            maxLength={200}
            data-testid="versions-round"
            onChange={({ target }) => setTitle(target.value)}
          />
          <span className="versions__quiet">{t('versions.carrying.roundText')}</span>
        </label>
      ) : (
        <p>{t('versions.carrying.joins', { round: preview.round })}</p>
      )}
      {failed !== null && (
        <Note kind="danger" testId="versions-start-failure">
          {t(`failure.${failed.code}`, { detail: failed.detail })}
        </Note>
      )}
      <Button
        type="primary"
        size="large"
        loading={isBusy}
        disabled={preview.round === null && title.trim() === ''}
        data-testid="versions-start"
        onClick={() => void start()}
      >
        {t('versions.carrying.start')}
      </Button>
    </section>
  )
}
