import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupWritten } from '../../../shared/ipc/backup'
import type { FailureCode } from '../../../shared/ipc/result'
import { bytesText } from '../../components/bytes-text'
import { JobProgress } from '../../components/job-progress'
import { Note } from '../../components/note'
import { screenTime } from '../../components/screen-time'
import { useJob } from '../../components/use-job'
import { useSafety } from '../../db/use-safety'

const SHORTEST = 8

type Outcome =
  | { readonly ok: true; readonly value: BackupWritten }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string }

/** The whole workspace into one file. */
export function BackupCard() {
  const { t } = useTranslation()
  const safety = useSafety()
  const { running, run, cancel } = useJob(window.scorebench, null)
  const [isEncrypted, setEncrypted] = useState(true)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isTold, setTold] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [one, two] = [useId(), useId()]
  const isShort = isEncrypted && [...passphrase].length < SHORTEST
  const isUnequal = isEncrypted && !isShort && again !== passphrase

  const write = async () => {
    setTold(isShort || isUnequal)
    if (isShort || isUnequal) return
    setOutcome(null)
    const written = await run((job) => window.scorebench.writeBackup(isEncrypted ? passphrase : null, job))
    if (!written.ok) setOutcome({ ok: false, code: written.code, detail: written.detail ?? '' })
    else if (written.value !== null) {
      setOutcome({ ok: true, value: written.value })
      setPassphrase('')
      setAgain('')
    }
  }

  const last = safety?.lastBackup
  return (
    <section className="card" aria-labelledby="settings-backup" data-testid="settings-backup">
      <h2 id="settings-backup" className="settings-card__title">
        {t('backup.write.title')}
      </h2>
      <p className="settings-card__text">{t('backup.write.text')}</p>
      {safety !== null && (
        <p className="settings-card__fact" data-testid="settings-last-backup">
          {last == null
            ? t('backup.write.never')
            : t('backup.write.last', { at: screenTime(last.at), path: last.path })}
        </p>
      )}
      {running === null ? (
        <form
          className="settings-card__form"
          onSubmit={(event) => {
            event.preventDefault()
            void write()
          }}
        >
          <Checkbox
            checked={isEncrypted}
            data-testid="settings-backup-encrypt"
            onChange={(event) => setEncrypted(event.target.checked)}
          >
            {t('backup.write.encrypt')}
          </Checkbox>
          <p className="settings__hint">{t('backup.write.encryptHint')}</p>
          {isEncrypted && (
            <div className="settings-card__fields">
              <label htmlFor={one}>{t('backup.write.passphrase')}</label>
              <Input.Password
                id={one}
                value={passphrase}
                autoComplete="new-password"
                data-testid="settings-backup-passphrase"
                onChange={(event) => setPassphrase(event.target.value)}
              />
              <label htmlFor={two}>{t('backup.write.again')}</label>
              <Input.Password
                id={two}
                value={again}
                autoComplete="new-password"
                data-testid="settings-backup-again"
                onChange={(event) => setAgain(event.target.value)}
              />
            </div>
          )}
          {isTold && (isShort || isUnequal) && (
            <p className="settings-card__wrong" role="alert" data-testid="settings-backup-wrong">
              {t(isShort ? 'backup.write.tooShort' : 'backup.write.unequal')}
            </p>
          )}
          <Button type="primary" htmlType="submit" data-testid="settings-backup-write">
            {t('backup.write.submit')}
          </Button>
        </form>
      ) : (
        <JobProgress
          title={running.stage === null ? t('backup.write.preparing') : t(`outcome.stage.${running.stage}`)}
          done={running.done}
          all={running.all}
          isCancelling={running.isCancelling}
          testId="settings-backup"
          onCancel={cancel}
        />
      )}
      {outcome?.ok === false && (
        <Note kind={outcome.code === 'cancelled' ? 'plain' : 'danger'} testId="settings-backup-failed">
          {t(`failure.${outcome.code}`, { detail: outcome.detail })}
        </Note>
      )}
      {outcome?.ok === true && <Done written={outcome.value} />}
    </section>
  )
}

function Done({ written: { path, bytes, contents } }: { readonly written: BackupWritten }) {
  const { t } = useTranslation()
  const { sheets, files, damaged } = contents
  return (
    <Note kind={damaged.length === 0 ? 'ok' : 'warn'} testId="settings-backup-done">
      {t('backup.write.done', { path, bytes: bytesText(bytes), sheets: sheets.length, files })}
      {damaged.length > 0 && (
        <p>{t('backup.write.damaged', { count: damaged.length, files: damaged.slice(0, 5).join('、') })}</p>
      )}
    </Note>
  )
}
