import { useTranslation } from 'react-i18next'
import type { SheetScore } from '../../shared/domain/scoring/score'
import { OpenScore } from './open-score'
import { screenRange, screenScore } from './screen-score'
import './score-overview.css'

export interface ScoreOverviewProps {
  readonly score: SheetScore
  readonly codeOf: (itemId: string) => string
  readonly testId?: string
}

/** Total or range, grades, progress, bonus, penalty and vetoes of a sheet. */
export function ScoreOverview({ score, codeOf, testId }: ScoreOverviewProps) {
  const { t } = useTranslation()
  const isFinal = score.low === score.high
  const grade = (name: string) => (name === '' ? '—' : name)
  return (
    <div className="score-overview" data-testid={testId}>
      <div className="score-overview__label">{t(isFinal ? 'outcome.total' : 'outcome.range')}</div>
      <div className="score-overview__figure">
        <OpenScore node="total">{screenRange(score.low, score.high)}</OpenScore>
        <span className="score-overview__of">{t('outcome.outOf', { full: screenScore(score.full) })}</span>
      </div>
      <dl className="score-overview__facts">
        <dt>{t('outcome.grade')}</dt>
        <dd>
          {score.gradeLow === score.gradeHigh
            ? grade(score.gradeHigh)
            : `${grade(score.gradeLow)} – ${grade(score.gradeHigh)}`}
        </dd>
        <dt>{t('outcome.checked')}</dt>
        <dd>
          {score.checked} / {score.count}
        </dd>
        {score.bonus !== 0 && (
          <>
            <dt>{t('outcome.bonus')}</dt>
            <dd>+{screenScore(score.bonus)}</dd>
          </>
        )}
        {score.penalty !== 0 && (
          <>
            <dt>{t('outcome.penalty')}</dt>
            <dd>−{screenScore(score.penalty)}</dd>
          </>
        )}
        {score.vetoedBy.length > 0 && (
          <>
            <dt>{t('outcome.vetoedBy')}</dt>
            <dd>{score.vetoedBy.map(codeOf).join('、')}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
