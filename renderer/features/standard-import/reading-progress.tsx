import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../components/job-progress'
import type { Phase } from './worker/protocol'

const PHASES = ['bytes', 'digest', 'open', 'read'] as const satisfies readonly Phase[]

export interface ReadingProgressProps {
  readonly fileName: string
  readonly phase: Phase
  readonly onCancel: () => void
}

/** A workbook being opened and read: what is being done, what is done, and the way out. */
export function ReadingProgress({ fileName, phase, onCancel }: ReadingProgressProps) {
  const { t } = useTranslation()
  return (
    <div className="import-source">
      <div className="import-source__inner">
        <h2 className="import-part__title">{fileName}</h2>
        <JobProgress
          title={t(`standardImport.phase.${phase}`)}
          done={PHASES.indexOf(phase)}
          all={PHASES.length}
          isCancelling={false}
          testId="import"
          onCancel={onCancel}
        />
        <p className="import-source__promise">{t('standardImport.reading.hint')}</p>
      </div>
    </div>
  )
}
