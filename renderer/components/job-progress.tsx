import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from './progress-line'
import './job-progress.css'

export interface JobProgressProps {
  readonly title: string
  readonly done: number
  readonly all: number
  readonly isCancelling: boolean
  readonly testId: string
  readonly onCancel: () => void
}

/** A long work: what is being done now, how far it is (`all` 0 or 1: nobody knows), and the way out of it. */
export function JobProgress({ title, done, all, isCancelling, testId, onCancel }: JobProgressProps) {
  const { t } = useTranslation()
  return (
    <div className="job-progress" data-testid={`${testId}-progress`}>
      <div className="job-progress__line">
        <span role="status">{title}</span>
        <span className="job-progress__percent">
          {all <= 1 ? '' : `${Math.floor((Math.min(done, all) / all) * 100)} %`}
        </span>
      </div>
      {all <= 1 ? (
        <div className="job-progress__unsure" />
      ) : (
        <ProgressLine done={done} all={all} label={title} />
      )}
      <div>
        <Button size="small" disabled={isCancelling} data-testid={`${testId}-cancel`} onClick={onCancel}>
          {t(isCancelling ? 'outcome.cancelling' : 'common.cancel')}
        </Button>
      </div>
    </div>
  )
}
