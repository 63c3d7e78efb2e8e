import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { screenRange } from '../../components/screen-score'
import type { Desk } from './use-desk'

/** Categories with their progress and subtotal; picking one goes to its first item. */
export function CategoryRail({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation()
  const { view, current, items, goTo } = desk
  return (
    <nav className="scoring-rail" aria-label={t('scoring.categories')}>
      {view.score.categories.map((category) => {
        const isCurrent = current?.category === category.category
        const isDone = category.checked === category.count
        return (
          <button
            key={category.category}
            type="button"
            className={isCurrent ? 'scoring-rail-entry scoring-rail-current' : 'scoring-rail-entry'}
            aria-current={isCurrent ? 'true' : undefined}
            data-testid={`scoring-category-${category.code}`}
            onClick={() => goTo(items.find((row) => row.category === category.category)?.id ?? '')}
          >
            <span className="scoring-rail-title">
              <b>{category.code}</b> {category.title}
            </span>
            <span className="scoring-rail-figures">
              <span>
                {category.isLeftOut ? t('scoring.leftOut') : screenRange(category.low, category.high)}
              </span>
              <span className="scoring-rail-count">
                {isDone ? '✓ ' : ''}
                {category.checked}/{category.count}
              </span>
            </span>
            <Progress
              percent={(100 * category.checked) / category.count}
              showInfo={false}
              size={{ height: 3 }}
            />
          </button>
        )
      })}
    </nav>
  )
}
