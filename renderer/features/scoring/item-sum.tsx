import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { explainItem } from '../../../shared/domain/explain/explain-item'
import { writeExpression } from '../../../shared/domain/explain/write-expression'
import { formatMilli } from '../../../shared/domain/points'
import type { Item, Rubric } from '../../../shared/domain/rubric/rubric'
import type { ItemScore } from '../../../shared/domain/scoring/score'
import type { ItemMark } from '../../../shared/domain/sheet/mark'
import { OneMore } from '../../components/one-more'
import { OpenScore } from '../../components/open-score'
import './item-sum.css'

interface Props {
  readonly rubric: Rubric
  readonly item: Item
  readonly mark: ItemMark
  readonly score: ItemScore
  /** The clause that the next key counts on; none where nothing can be marked. */
  readonly clause: string | null
  readonly lines: readonly unknown[]
}

/** The item's arithmetic in one line, which opens; and what one more on the current clause would cost. */
export function ItemSum({ rubric, item, mark, score, clause, lines }: Props) {
  const { t } = useTranslation()
  const sum = useMemo(() => sumOf(rubric, item, mark), [rubric, item, mark])
  const words = () => {
    if (item.kind !== 'normal') {
      const isSet = score.extraHigh !== 0 && score.status !== 'unchecked'
      return isSet ? t('scoring.extra', { points: formatMilli(score.extraHigh) }) : '—'
    }
    if (score.status === 'excluded' && score.due === 0) return t('scoring.normalisedOut')
    return score.low === score.high ? sum : `${formatMilli(score.low)} … ${formatMilli(score.high)}`
  }
  return (
    <section className="item-sum">
      <output className="scoring-sum">
        <OpenScore node={item.id} testId="scoring-sum">
          {words()}
        </OpenScore>
      </output>
      {clause !== null && <OneMore item={item.id} clause={clause} lines={lines} />}
    </section>
  )
}

/** '3 − (1 + 0.5) = 1.5'; a figure that stands by itself alone. */
function sumOf(rubric: Rubric, item: Item, mark: ItemMark): string {
  const { sum, value } = explainItem(rubric, item, mark).best
  const written = formatMilli(value).replace('-', '−')
  return sum.op === 'number' ? written : `${writeExpression(sum)} = ${written}`
}
