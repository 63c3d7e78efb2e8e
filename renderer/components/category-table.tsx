import { useTranslation } from 'react-i18next'
import type { CategoryScore } from '../../shared/domain/scoring/score'
import { OpenScore } from './open-score'
import { screenRange, screenWeight } from './screen-score'
import './category-table.css'

export interface CategoryTableProps {
  readonly categories: readonly CategoryScore[]
  readonly testId?: string
}

/** Score, grade, weight and progress of every category. */
export function CategoryTable({ categories, testId }: CategoryTableProps) {
  const { t } = useTranslation()
  return (
    <table className="category-table" data-testid={testId}>
      <thead>
        <tr>
          <th scope="col">{t('outcome.category')}</th>
          <th scope="col">{t('outcome.weight')}</th>
          <th scope="col">{t('outcome.checked')}</th>
          <th scope="col">{t('outcome.score')}</th>
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => (
          <tr key={category.category}>
            <th scope="row">
              <span className="category-table__code">{category.code}</span>
              {category.title}
            </th>
            <td>{screenWeight(category.weight)}</td>
            <td>
              {category.checked}/{category.count}
            </td>
            <td>
              <OpenScore node={category.category}>
                {category.isLeftOut ? t('outcome.leftOut') : screenRange(category.low, category.high)}
              </OpenScore>
              {category.isVetoed && <div className="category-table__note">{t('outcome.vetoed')}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
