import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsOf, type Rubric } from '../../../shared/domain/rubric/rubric'
import type { CategoryScore } from '../../../shared/domain/scoring/score'
import { OpenScore } from '../../components/open-score'
import { screenRange } from '../../components/screen-score'
import type { Acts } from './use-desk'
import './category-rail.css'

interface Props {
  readonly acts: Acts
  readonly rubric: Rubric
  readonly categories: readonly CategoryScore[]
  /** Id of the category that the current item stands in. */
  readonly current: string | undefined
  /** What is left of the current category is clear; null on a sealed sheet. */
  readonly onClearRest: (() => void) | null
}

/** Categories with their progress and subtotal; picking one goes to its first item. */
export const CategoryRail = memo(function CategoryRail({
  acts,
  rubric,
  categories,
  current,
  onClearRest,
}: Props) {
  const { t } = useTranslation()
  return (
    <nav className="scoring-rail" aria-label={t('scoring.categories')}>
      {categories.map((score, at) => (
        <Entry
          key={score.category}
          acts={acts}
          score={score}
          category={rubric.categories[at]}
          isCurrent={score.category === current}
          onClearRest={score.category === current ? onClearRest : null}
        />
      ))}
    </nav>
  )
})

interface EntryProps {
  readonly acts: Acts
  readonly score: CategoryScore
  readonly category: Rubric['categories'][number] | undefined
  readonly isCurrent: boolean
  readonly onClearRest: (() => void) | null
}

const Entry = memo(function Entry({ acts, score, category, isCurrent, onClearRest }: EntryProps) {
  const { t } = useTranslation()
  const isDone = score.checked === score.count
  const first = category === undefined ? undefined : itemsOf(category)[0]
  return (
    <div
      className={isCurrent ? 'scoring-rail-entry scoring-rail-current' : 'scoring-rail-entry'}
      data-testid={`scoring-category-${score.code}`}
    >
      <button
        type="button"
        className="scoring-rail-title"
        title={score.title}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => first !== undefined && acts.goTo(first.id)}
      >
        <b>{score.code}</b> {score.title}
      </button>
      <span className="scoring-rail-figures">
        <OpenScore node={score.category}>
          {score.isLeftOut ? t('scoring.leftOut') : screenRange(score.low, score.high)}
        </OpenScore>
        <span className="scoring-rail-count">
          {isDone ? '✓ ' : ''}
          {score.checked}/{score.count}
        </span>
      </span>
      <progress
        className={isDone ? 'scoring-progress-bar scoring-progress-done' : 'scoring-progress-bar'}
        value={score.checked}
        max={score.count}
        aria-label={t('scoring.checked')}
      />
      {onClearRest !== null && !isDone && (
        <button
          type="button"
          className="scoring-rail-rest"
          onClick={onClearRest}
          data-testid="scoring-clear-rest"
        >
          {t('scoring.clearRest.rail', { count: score.count - score.checked })} <kbd>C</kbd>
        </button>
      )}
    </div>
  )
})
