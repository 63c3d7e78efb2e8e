import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Item } from '../../../shared/domain/rubric/rubric'
import type { ItemScore } from '../../../shared/domain/scoring/score'

/** The item's arithmetic in one line: full marks less what each clause takes, with the floor where it bites. */
export function ItemSum({ item, score }: { readonly item: Item; readonly score: ItemScore }) {
  const { t } = useTranslation()
  if (item.kind !== 'normal') {
    return score.extraHigh === 0 || score.status === 'unchecked' ? null : (
      <output className="scoring-sum">{t('scoring.extra', { points: formatMilli(score.extraHigh) })}</output>
    )
  }
  return <output className="scoring-sum">{sum(item, score, t('scoring.normalisedOut'))}</output>
}

function sum(item: Item, score: ItemScore, normalisedOut: string): string {
  if (score.status === 'excluded' && score.due === 0) return normalisedOut
  if (score.status === 'unchecked') return `${formatMilli(score.low)} … ${formatMilli(score.high)}`
  const losses = score.clauses.filter(({ lost }) => lost > 0).map(({ lost }) => formatMilli(lost))
  if (losses.length === 0) return formatMilli(score.high)
  const difference = [formatMilli(item.points), ...losses].join(' − ')
  const raw = item.points - score.clauses.reduce((total, { lost }) => total + lost, 0)
  return raw < 0
    ? `max(0, ${difference}) = ${formatMilli(score.high)}`
    : `${difference} = ${formatMilli(score.high)}`
}
