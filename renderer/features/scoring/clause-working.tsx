import { useTranslation } from 'react-i18next'
import { figure } from '../../../shared/domain/explain/explanation'
import { writeWorking } from '../../../shared/domain/explain/write-working'
import { formatMilli } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { accountFor } from '../../../shared/domain/scoring/forms'
import type { ClauseScore } from '../../../shared/domain/scoring/score'
import { settingOf } from '../../../shared/domain/scoring/score-item'
import type { Mark } from '../../../shared/domain/sheet/mark'
import { useSheetFacts } from './sheet-context'

interface Props {
  readonly item: string
  readonly clause: Clause
  readonly mark: Mark
  readonly score: ClauseScore
}

/** What the mark takes, and how: '6 × 0.2 = 1.2', capped, or a range until the rank is known. */
export function ClauseWorking({ item: id, clause, mark, score }: Props) {
  const { t } = useTranslation()
  const { rubric } = useSheetFacts()
  const item = itemIndex(rubric).get(id)
  if (item === undefined || mark.sameAs !== undefined) return null
  const { facts, sum } = accountFor(clause, mark.value, settingOf(rubric, item))
  const working = writeWorking({ facts, best: figure(sum) })
  const { lost, pending, extra } = score
  return (
    <output className="scoring-working">
      {working}
      {score.isCapped && <em>{t('scoring.capped')}</em>}
      {(lost > 0 || pending > 0) && (
        <b>
          {lost === 0 ? '0' : `−${formatMilli(lost)}`}
          {pending > 0 && ` … −${formatMilli(lost + pending)}`}
        </b>
      )}
      {extra !== 0 && (
        <b className="scoring-extra">
          {extra > 0 ? '+' : '−'}
          {formatMilli(Math.abs(extra))}
        </b>
      )}
    </output>
  )
}
