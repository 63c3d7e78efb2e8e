import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../shared/domain/rubric/item-index'
import type { ExclusionEffect } from '../../shared/domain/what-if/exclusion-effects'
import { ExclusionLine } from './exclusion-line'
import type { ItemLinesProps } from './lost-items'
import { OpenScore } from './open-score'
import './lost-items.css'

export interface ExcludedItemsProps extends ItemLinesProps {
  /** What each does to the total, by item; nothing is said of it where absent. */
  readonly effects?: ReadonlyMap<string, ExclusionEffect>
}

/** 合理缺项: items left out, each with the reason given, what the standard makes of it, and what it does to the total. */
export function ExcludedItems({ rubric, score, markOf, testId, effects }: ExcludedItemsProps) {
  const { t } = useTranslation()
  const excluded = score.items.filter(({ status }) => status === 'excluded')
  if (excluded.length === 0) return <p className="item-lines__none">{t('outcome.excludedNone')}</p>
  return (
    <ul className="item-lines" data-testid={testId}>
      {excluded.map(({ item: id, code }) => {
        const item = itemIndex(rubric).get(id)
        const effect = effects?.get(id)
        return (
          <li key={id}>
            <span className="item-lines__code">{code}</span>
            <span className="item-lines__title">{item?.title}</span>
            <span className="item-lines__label">
              <OpenScore node={id}>
                {item === undefined ? '' : t(`outcome.exclusion.${item.exclusion}`)}
              </OpenScore>
            </span>
            <p className="item-lines__more">
              <span className="item-lines__label">{t('outcome.reason')}</span> {markOf(id)?.reason}
            </p>
            {effect !== undefined && (
              <p className="item-lines__more">
                <ExclusionLine effect={effect} />
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
