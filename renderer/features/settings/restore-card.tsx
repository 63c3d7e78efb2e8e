import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenBackup, Restored, RestorePlan } from '../../../shared/ipc/backup'
import type { FailureCode } from '../../../shared/ipc/result'
import { JobProgress } from '../../components/job-progress'
import { Note } from '../../components/note'
import { PassphraseForm } from '../../components/passphrase-form'
import { useJob } from '../../components/use-job'
import { RestorePlanView } from './restore-plan-view'

interface Failed {
  readonly code: FailureCode
  readonly detail: string
}

/** Outlives the reload, to say what was done. */
const RESTORED = 'scorebench.restored'

function readRestored(): Restored | null {
  const kept = sessionStorage.getItem(RESTORED)
  return kept === null ? null : (JSON.parse(kept) as Restored)
}

export interface RestoreCardProps {
  /** Comes into view by itself: whoever came here for it. */
  readonly isFirst: boolean
}

/** From a backup or a second copy: checked and shown first, then only added. */
export function RestoreCard({ isFirst }: RestoreCardProps) {
  const { t } = useTranslation()
  const { running, run, cancel } = useJob(window.scorebench, null)
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  const [plan, setPlan] = useState<RestorePlan | null>(null)
  const [isApplying, setApplying] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [done] = useState(readRestored)
  const section = useRef<HTMLElement>(null)
  const prepared = useRef<string | null>(null)

  useEffect(() => sessionStorage.removeItem(RESTORED), [])
  useEffect(() => {
    if (isFirst || done !== null) section.current?.scrollIntoView({ block: 'center' })
  }, [isFirst, done])
  // What was unpacked and is not wanted after all.
  useEffect(
    () => () => {
      if (prepared.current !== null) void window.scorebench.dropRestore(prepared.current)
    },
    [],
  )

  const fail = (code: FailureCode, detail = '') => setFailed({ code, detail })

  const choose = async (kind: 'file' | 'folder') => {
    setFailed(null)
    const answer = await window.scorebench.chooseBackup(kind)
    if (!answer.ok) return fail(answer.code, answer.detail)
    if (answer.value === null) return
    setChosen(answer.value)
    if (!answer.value.isEncrypted) await prepare(answer.value.path, null)
  }

  const prepare = async (path: string, passphrase: string | null) => {
    setFailed(null)
    const answer = await run((job) => window.scorebench.prepareRestore(path, passphrase, job))
    if (answer.ok) {
      prepared.current = answer.value.restoreId
      setPlan(answer.value)
      return
    }
    fail(answer.code, answer.detail)
    if (answer.code !== 'wrong-passphrase') setChosen(null)
  }

  const drop = async () => {
    if (prepared.current !== null) await window.scorebench.dropRestore(prepared.current)
    prepared.current = null
    setPlan(null)
    setChosen(null)
  }

  const apply = async (restoreId: string) => {
    setApplying(true)
    prepared.current = null
    const restored = await window.scorebench.applyRestore(restoreId)
    // The browser store catches up when the screen starts anew.
    if (restored.ok) {
      sessionStorage.setItem(RESTORED, JSON.stringify(restored.value))
      return location.reload()
    }
    setApplying(false)
    setPlan(null)
    setChosen(null)
    fail(restored.code, restored.detail)
  }

  const name = chosen?.path.split(/[\\/]/).at(-1) ?? ''
  const isWrong = failed?.code === 'wrong-passphrase'
  return (
    <section ref={section} className="card" aria-labelledby="settings-restore" data-testid="settings-restore">
      <h2 id="settings-restore" className="settings-card__title">
        {t('backup.restore.title')}
      </h2>
      <p className="settings-card__text">{t('backup.restore.text')}</p>
      {done !== null && plan === null && (
        <Note kind="ok" testId="settings-restored">
          {t('backup.restore.done', { ...done })}
        </Note>
      )}
      {failed !== null && !isWrong && (
        <Note kind={failed.code === 'cancelled' ? 'plain' : 'danger'} testId="settings-restore-failed">
          {t(`failure.${failed.code}`, { detail: failed.detail })}
        </Note>
      )}
      {running !== null && (
        <JobProgress
          title={running.stage === null ? t('backup.restore.preparing') : t(`outcome.stage.${running.stage}`)}
          done={running.done}
          all={running.all}
          isCancelling={running.isCancelling}
          testId="settings-restore"
          onCancel={cancel}
        />
      )}
      {running === null && plan === null && chosen?.isEncrypted === true && (
        <>
          <p className="settings-card__fact">{t('backup.restore.asks', { name })}</p>
          <PassphraseForm
            submit={t('backup.restore.open')}
            refused={isWrong ? { text: t('failure.wrong-passphrase'), seconds: 0 } : null}
            isBusy={false}
            isFirst
            testId="settings-restore"
            onSubmit={(passphrase) => void prepare(chosen.path, passphrase)}
          />
        </>
      )}
      {plan !== null && (
        <RestorePlanView
          plan={plan}
          isApplying={isApplying}
          onApply={() => void apply(plan.restoreId)}
          onCancel={() => void drop()}
        />
      )}
      {running === null && plan === null && (
        <div className="settings-card__buttons">
          <Button data-testid="settings-restore-file" onClick={() => void choose('file')}>
            {t('backup.restore.chooseFile')}
          </Button>
          <Button data-testid="settings-restore-folder" onClick={() => void choose('folder')}>
            {t('backup.restore.chooseFolder')}
          </Button>
        </div>
      )}
    </section>
  )
}
