import { ArrowRightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../../components/progress-line'
import { screenRange } from '../../components/screen-score'
import { screenTime } from '../../components/screen-time'
import { type SheetRow, scoreKind } from './sheet-rows'

export interface ContinuePanelProps {
  readonly row: SheetRow | null
  readonly hasRounds: boolean
  readonly onOpen: (sheetId: string) => void
  readonly onSeal: (sheetId: string) => void
  readonly onNewRound: () => void
  readonly onRestore: () => void
}

/** The one big button: the sheet that was worked on last; a first step where there is none. */
export function ContinuePanel({ row, hasRounds, onOpen, onSeal, onNewRound, onRestore }: ContinuePanelProps) {
  const { t } = useTranslation()
  if (row === null || row.card === null) {
    return (
      <section className="home-continue home-continue--none">
        <h2 className="home-continue__subject">
          {t(hasRounds ? 'home.continue.allDone' : 'home.continue.none')}
        </h2>
        <p className="home-continue__hint">
          {t(hasRounds ? 'home.continue.allDoneHint' : 'home.continue.noneHint')}
        </p>
        <div className="home-continue__first">
          <Button type="primary" size="large" data-testid="home-first-round" onClick={onNewRound}>
            {t('home.action.newRound')}
          </Button>
          {!hasRounds && (
            <Button size="large" data-testid="home-restore" onClick={onRestore}>
              {t('backup.restore.home')}
            </Button>
          )}
        </div>
      </section>
    )
  }
  const { header, card, stage } = row
  const { subject, round, sheetId, correction } = header
  const go = stage === 'sealed' ? onSeal : onOpen
  return (
    <button type="button" className="home-continue" data-testid="home-continue" onClick={() => go(sheetId)}>
      <span className="home-continue__what">
        {t(stage === 'sealed' ? 'home.continue.seal' : 'home.continue.title')}
      </span>
      <span className="home-continue__subject">
        {subject.name}
        {correction !== null && (
          <span className="home-continue__correction">{t('common.correction', { no: correction.no })}</span>
        )}
      </span>
      <span className="home-continue__round">
        {round.title} · {header.scorer.name}
      </span>
      <span className="home-continue__facts">
        <span>{t('home.continue.checked', { checked: card.checked, count: card.count })}</span>
        <span>
          {t(`home.range.${scoreKind(card)}`)} <strong>{screenRange(card.low, card.high)}</strong>{' '}
          {t('home.range.unit')}
        </span>
        <span>{t('home.continue.changed', { at: screenTime(row.lastAt).slice(0, 16) })}</span>
      </span>
      <ProgressLine
        done={card.checked}
        all={card.count}
        label={t('home.sheet.progressLabel', {
          subject: subject.name,
          checked: card.checked,
          count: card.count,
        })}
      />
      <ArrowRightOutlined className="home-continue__arrow" aria-hidden />
    </button>
  )
}
