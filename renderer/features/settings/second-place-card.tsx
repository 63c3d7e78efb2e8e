import { Button, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COPY_MINUTES, type SafetyState } from '../../../shared/ipc/backup'
import type { FailureCode, Result } from '../../../shared/ipc/result'
import { bytesText } from '../../components/bytes-text'
import { Note } from '../../components/note'
import { screenTime } from '../../components/screen-time'
import { useSafety } from '../../db/use-safety'

/** The second copy: where it goes, how often, and how it stands. */
export function SecondPlaceCard() {
  const { t } = useTranslation()
  const safety = useSafety()
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)

  const ask = async (call: () => Promise<Result<SafetyState | null>>) => {
    setBusy(true)
    setFailed(null)
    const answer = await call()
    setBusy(false)
    if (!answer.ok) setFailed(answer.code)
  }

  const api = window.scorebench
  const place = safety?.place ?? null
  return (
    <section className="card" aria-labelledby="settings-place" data-testid="settings-place">
      <h2 id="settings-place" className="settings-card__title">
        {t('backup.place.title')}
      </h2>
      <p className="settings-card__text">{t('backup.place.text')}</p>
      {failed !== null && (
        <Note kind="danger" testId="settings-place-failed">
          {t(`failure.${failed}`, { detail: '' })}
        </Note>
      )}
      {safety !== null && place !== null && (
        <PlaceFacts
          safety={safety}
          place={place}
          onMinutes={(minutes) => void ask(() => api.setCopyMinutes(minutes))}
        />
      )}
      <div className="settings-card__buttons">
        {place !== null && (
          <Button
            type="primary"
            loading={isBusy}
            data-testid="settings-place-now"
            onClick={() => void ask(() => api.copyNow())}
          >
            {t('backup.place.now')}
          </Button>
        )}
        <Button
          disabled={isBusy}
          data-testid="settings-place-choose"
          onClick={() => void ask(() => api.chooseSecondPlace())}
        >
          {t(place === null ? 'backup.place.choose' : 'backup.place.change')}
        </Button>
        {place !== null && (
          <Button
            disabled={isBusy}
            data-testid="settings-place-leave"
            onClick={() => void ask(() => api.leaveSecondPlace())}
          >
            {t('backup.place.leave')}
          </Button>
        )}
      </div>
    </section>
  )
}

interface FactsProps {
  readonly safety: SafetyState
  readonly place: NonNullable<SafetyState['place']>
  readonly onMinutes: (minutes: (typeof COPY_MINUTES)[number]) => void
}

function PlaceFacts({ safety: { copy, room }, place, onMinutes }: FactsProps) {
  const { t } = useTranslation()
  const id = useId()
  const { state, at, ahead, aside, damaged } = copy
  const isTrouble = state !== 'done' && state !== 'copying' && state !== 'waiting'
  const minutes = COPY_MINUTES.find((one) => one === place.minutes) ?? COPY_MINUTES[1]
  return (
    <>
      <dl className="settings-machine__facts">
        <dt>{t('backup.place.folder')}</dt>
        <dd className="settings-machine__path" data-testid="settings-place-folder">
          {place.folder}
        </dd>
        <dt id={id}>{t('backup.place.every')}</dt>
        <dd>
          <Segmented
            aria-labelledby={id}
            data-testid="settings-place-minutes"
            value={minutes}
            onChange={onMinutes}
            options={COPY_MINUTES.map((value) => ({
              value,
              label: t('backup.place.minutes', { count: value }),
            }))}
          />
        </dd>
        <dt>{t('backup.place.state')}</dt>
        <dd data-testid="settings-place-state" data-state={state}>
          {t(`backup.copy.sign.${state}`, { time: at === null ? '' : screenTime(at) })}
          {room.place !== null && ` · ${t('backup.place.free', { free: bytesText(room.place.free) })}`}
          <p className="settings__hint">{t(`backup.copy.hint.${state}`)}</p>
          {isTrouble && at !== null && (
            <p className="settings__hint">{t('backup.copy.lastAt', { at: screenTime(at) })}</p>
          )}
        </dd>
      </dl>
      {ahead > 0 && <Note kind="warn">{t('backup.place.ahead', { count: ahead })}</Note>}
      {aside > 0 && <Note kind="warn">{t('backup.place.aside', { count: aside })}</Note>}
      {damaged > 0 && <Note kind="warn">{t('backup.place.damaged', { count: damaged })}</Note>}
    </>
  )
}
