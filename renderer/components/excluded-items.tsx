import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../shared/domain/rubric/item-index'
import type { ItemLinesProps } from './lost-items'
import './lost-items.css'

/** 合理缺项: items left out, each with the reason given and what the standard makes of it. */
export function ExcludedItems({ rubric, score, markOf, testId }: ItemLinesProps) {
  const { t } = useTranslation()
  const excluded = score.items.filter(({ status }) => status === 'excluded')
  if (excluded.length === 0) return <p className="item-lines__none">{t('outcome.excludedNone')}</p>
  return (
    <ul className="item-lines" data-testid={testId}>
      {excluded.map(({ item: id, code }) => {
        const item = itemIndex(rubric).get(id)
        return (
          <li key={id}>
            <span className="item-lines__code">{code}</span>
            <span className="item-lines__title">{item?.title}</span>
            <span className="item-lines__label">
              {item === undefined ? '' : t(`outcome.exclusion.${item.exclusion}`)}
            </span>
            <p className="item-lines__more">
              <span className="item-lines__label">{t('outcome.reason')}</span> {markOf(id)?.reason}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
