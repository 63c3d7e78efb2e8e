import { useTranslation } from 'react-i18next'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import type { SheetResult } from '../../../shared/domain/sheet/result'
import type { Verification } from '../../../shared/ipc/contract'
import { ClockNote } from '../../components/clock-note'
import { Note } from '../../components/note'
import { screenRange } from '../../components/screen-score'
import { JournalPlayer } from './journal-player'

interface Props {
  readonly rubric: Rubric
  readonly journal: readonly StampedEvent[]
  readonly result: SheetResult | null
  readonly replay: Verification['replay']
}

/** The journal played again: whether it yields the result that is written, and every step on the way. */
export function ReplayPart({ rubric, journal, result, replay }: Props) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="verify-replay">
      <h2 id="verify-replay" className="verify__heading">
        {t('verify.replay.title')}
      </h2>
      {replay === null ? (
        <Note kind="danger" testId="verify-replay-none">
          {t('verify.replay.none')}
        </Note>
      ) : (
        <Note
          kind={replay.equal ? 'ok' : 'danger'}
          title={t(replay.equal ? 'verify.replay.equal' : 'verify.replay.different')}
          testId="verify-replay"
        >
          {t('verify.replay.totals', {
            written:
              result === null ? t('verify.replay.unread') : screenRange(result.score.low, result.score.high),
            computed: screenRange(replay.result.score.low, replay.result.score.high),
          })}
        </Note>
      )}
      <ClockNote lines={journal} isScoring={false} />
      {journal.length > 0 && <JournalPlayer rubric={rubric} journal={journal} />}
    </section>
  )
}
