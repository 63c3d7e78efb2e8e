import { CopyOutlined, HddOutlined, WarningFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { CopyState } from '../../../shared/ipc/backup'
import { bytesText } from '../../components/bytes-text'
import './safety-sign.css'
import { screenTime } from '../../components/screen-time'
import { useSafety } from '../../db/use-safety'

const TROUBLE: readonly CopyState[] = ['gone', 'other', 'full', 'failed']

/** How the second copy and the disks stand, in words; nothing where no second place was chosen and there is room. */
export function SafetySign() {
  const { t } = useTranslation()
  const safety = useSafety()
  if (safety === null) return null
  const { copy, room } = safety
  const isTrouble = TROUBLE.includes(copy.state)
  const tightest = [room.here, room.place].find((one) => one?.level === 'scarce') ?? room.here ?? room.place
  const time = copy.at === null ? '' : screenTime(copy.at).slice(11, 16)
  return (
    <>
      {copy.state !== 'off' && (
        <span
          className={isTrouble ? 'scoring-safety scoring-safety--warn' : 'scoring-safety'}
          role="status"
          data-testid="scoring-copy"
          data-state={copy.state}
          title={t(`backup.copy.hint.${copy.state}`)}
        >
          {isTrouble ? <WarningFilled aria-hidden /> : <CopyOutlined aria-hidden />}
          {t(`backup.copy.sign.${copy.state}`, { time })}
        </span>
      )}
      {tightest !== null && tightest.level !== 'ok' && (
        <span
          className={`scoring-safety scoring-safety--${tightest.level === 'scarce' ? 'danger' : 'warn'}`}
          role={tightest.level === 'scarce' ? 'alert' : 'status'}
          data-testid="scoring-room"
          data-level={tightest.level}
          title={t(`backup.room.${tightest === room.place ? 'placeHint' : 'hereHint'}`)}
        >
          {tightest.level === 'scarce' ? <WarningFilled aria-hidden /> : <HddOutlined aria-hidden />}
          {t(`backup.room.${tightest === room.place ? 'place' : 'here'}`, { free: bytesText(tightest.free) })}
        </span>
      )}
    </>
  )
}
