import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../../components/job-progress'
import { Note } from '../../../components/note'
import { useEvidenceAround } from './evidence-context'

/** Watermarked copies under way, or where they are. */
export function CopyLine() {
  const { t } = useTranslation()
  const { copies } = useEvidenceAround()
  const { copying, stop, dismiss } = copies
  if (copying === null) return null
  if (copying.state === 'running')
    return (
      <JobProgress
        title={t('evidence.copy.running', { done: copying.done, all: copying.all })}
        done={copying.done}
        all={copying.all}
        isCancelling={copying.isCancelling}
        testId="evidence-copy"
        onCancel={stop}
      />
    )
  const close = { label: t('common.close'), onClose: dismiss }
  if (copying.state === 'failed')
    return (
      <Note kind="danger" close={close} testId="evidence-copied">
        {t(`failure.${copying.code}`, { detail: '' })}
      </Note>
    )
  const { saved, failed, path } = copying
  return (
    <Note kind={failed > 0 ? 'warn' : 'ok'} close={close} testId="evidence-copied">
      {saved > 0 && t('evidence.copy.saved', { count: saved, path })}
      {failed > 0 && t('evidence.copy.failed', { count: failed })}
      {saved + failed === 0 && t('evidence.copy.nothing')}
    </Note>
  )
}
