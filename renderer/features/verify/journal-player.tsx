import { LeftOutlined, RightOutlined, VerticalLeftOutlined, VerticalRightOutlined } from '@ant-design/icons'
import { Button, Slider } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import { Note } from '../../components/note'
import { screenRange } from '../../components/screen-score'
import { screenTime } from '../../components/screen-time'
import { playback } from './playback'
import { StepDetail } from './step-detail'
import { useEventWords } from './use-event-words'

interface Props {
  readonly rubric: Rubric
  readonly journal: readonly StampedEvent[]
}

/** Lines shown around the chosen one; a journal may have thousands. */
const SHOWN = 9

/** The journal step by step: who did what and when, and what the sheet came to after it. */
export function JournalPlayer({ rubric, journal }: Props) {
  const { t } = useTranslation()
  const words = useEventWords(rubric)
  const play = useMemo(() => playback(rubric, journal), [rubric, journal])
  const [step, setStep] = useState(play.playable)
  const go = (to: number) => setStep(Math.max(1, Math.min(play.playable, to)))
  if (play.playable === 0) return <Note kind="danger">{t('verify.player.none')}</Note>
  const first = Math.max(1, Math.min(step - Math.floor(SHOWN / 2), play.playable - SHOWN + 1))
  const shown = journal.slice(first - 1, Math.min(first - 1 + SHOWN, play.playable))
  return (
    <div className="verify__player" data-testid="verify-player">
      <div className="verify__controls">
        <Button
          icon={<VerticalRightOutlined />}
          aria-label={t('verify.player.first')}
          disabled={step <= 1}
          onClick={() => go(1)}
        />
        <Button
          icon={<LeftOutlined />}
          aria-label={t('verify.player.before')}
          disabled={step <= 1}
          data-testid="verify-player-before"
          onClick={() => go(step - 1)}
        />
        <Slider
          className="verify__slider"
          min={1}
          max={Math.max(2, play.playable)}
          value={step}
          disabled={play.playable < 2}
          tooltip={{ formatter: (value) => t('verify.player.step', { step: value, all: journal.length }) }}
          onChange={go}
          ariaLabelForHandle={t('verify.player.slider')}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={t('verify.player.after')}
          disabled={step >= play.playable}
          data-testid="verify-player-after"
          onClick={() => go(step + 1)}
        />
        <Button
          icon={<VerticalLeftOutlined />}
          aria-label={t('verify.player.last')}
          disabled={step >= play.playable}
          onClick={() => go(play.playable)}
        />
        <span className="verify__step" data-testid="verify-player-step">
          {step} / {journal.length}
        </span>
      </div>
      {play.playable < journal.length && (
        <Note kind="danger">{t('verify.player.stops', { line: play.playable + 1 })}</Note>
      )}
      <table className="verify__journal">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('verify.player.time')}</th>
            <th scope="col">{t('verify.player.who')}</th>
            <th scope="col">{t('verify.player.what')}</th>
            <th scope="col">{t('verify.player.total')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, at) => {
            const number = first + at
            const { score } = play.at(number)
            return (
              <tr
                key={number}
                className={number === step ? 'verify__line verify__line--now' : 'verify__line'}
                aria-current={number === step ? 'step' : undefined}
                onClick={() => go(number)}
              >
                <td>{number}</td>
                <td>{screenTime(line.at)}</td>
                <td>{line.by}</td>
                <td className="verify__what">{words(line.event)}</td>
                <td>{screenRange(score.low, score.high)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <StepDetail
        rubric={rubric}
        line={journal[step - 1]}
        before={play.at(step - 1)}
        after={play.at(step)}
        stateAt={play.stateAt}
      />
    </div>
  )
}
