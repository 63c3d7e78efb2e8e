import { CopyOutlined, HddOutlined, WarningFilled } from '@ant-design/icons'
import { message } from 'antd'
import { type ReactElement, useEffect, useRef } from 'react'
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
  const holder = useAnnounced(safety?.copy.state ?? null)
  if (safety === null) return null
  const { copy, room } = safety
  const isTrouble = TROUBLE.includes(copy.state)
  const tightest = [room.here, room.place].find((one) => one?.level === 'scarce') ?? room.here ?? room.place
  const time = copy.at === null ? '' : screenTime(copy.at).slice(11, 16)
  return (
    <>
      {holder}
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

/** Says it in full when the second place goes, and when it is back: the bar may be too narrow for words. */
function useAnnounced(state: CopyState | null): ReactElement {
  const { t } = useTranslation()
  const [messages, holder] = message.useMessage()
  const wasTrouble = useRef(false)
  useEffect(() => {
    if (state === null) return
    const isTrouble = TROUBLE.includes(state)
    if (isTrouble)
      void messages.warning({ content: t(`backup.copy.hint.${state}`), key: 'copy', duration: 8 })
    if (state === 'done' && wasTrouble.current)
      void messages.success({ content: t('backup.copy.back'), key: 'copy', duration: 5 })
    if (isTrouble || state === 'done') wasTrouble.current = isTrouble
  }, [state, messages, t])
  return holder
}
