import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { bytesText } from '../../components/bytes-text'
import { Note } from '../../components/note'
import { screenTime } from '../../components/screen-time'
import { useSafety } from '../../db/use-safety'

export interface SafetyNotesProps {
  /** When anything was last scored, ISO 8601 UTC; null where nothing was. */
  readonly lastWork: string | null
  readonly onBackup: () => void
}

/** What home says of the disk, the second copy, and a backup that is older than the last work. */
export function SafetyNotes({ lastWork, onBackup }: SafetyNotesProps) {
  const { t } = useTranslation()
  const safety = useSafety()
  if (safety === null) return null
  const { lastBackup, copy, room } = safety
  const here = room.here?.level === 'ok' ? null : room.here
  const isTrouble = ['gone', 'other', 'full', 'failed'].includes(copy.state)
  const isStale = lastWork !== null && (lastBackup === null || lastBackup.at < lastWork)
  return (
    <>
      {here !== null && (
        <Note
          kind={here.level === 'scarce' ? 'danger' : 'warn'}
          title={t(here.level === 'scarce' ? 'backup.room.scarceTitle' : 'backup.room.lowTitle', {
            free: bytesText(here.free),
          })}
          testId="home-room"
        >
          {t('backup.room.hereHint')}
        </Note>
      )}
      {isTrouble && (
        <Note kind="warn" title={t(`backup.copy.sign.${copy.state}`)} testId="home-copy">
          {t(`backup.copy.hint.${copy.state}`)}
        </Note>
      )}
      {isStale && (
        <p className="home-backup" data-testid="home-backup">
          {lastBackup === null
            ? t('backup.home.never')
            : t('backup.home.stale', { at: screenTime(lastBackup.at).slice(0, 16) })}
          <Button type="link" size="small" data-testid="home-backup-go" onClick={onBackup}>
            {t('backup.home.go')}
          </Button>
        </p>
      )}
    </>
  )
}
