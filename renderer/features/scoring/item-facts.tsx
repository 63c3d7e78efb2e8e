import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Item } from '../../../shared/domain/rubric/rubric'

/** What the standard says besides: the rule whole and verbatim, check methods, papers, units. */
export const ItemFacts = memo(function ItemFacts({ item }: { readonly item: Item }) {
  const { t } = useTranslation()
  return (
    <dl className="scoring-facts">
      <dt>{t('scoring.rule')}</dt>
      <dd className="scoring-verbatim">{item.rule}</dd>
      {item.onlyFor !== undefined && (
        <>
          <dt>{t('scoring.onlyFor')}</dt>
          <dd>{item.onlyFor.join('、')}</dd>
        </>
      )}
      {(item.sharedCaps ?? []).map(({ clauses, cap }) => (
        <Fragment key={clauses.join('|')}>
          <dt>{t('scoring.sharedCap')}</dt>
          <dd>
            {clauses.map((id) => item.clauses.find((clause) => clause.id === id)?.text ?? id).join(' + ')} ≤{' '}
            {formatMilli(cap)}
          </dd>
        </Fragment>
      ))}
      <dt>{t('scoring.methods')}</dt>
      <dd>{item.methods.join('、')}</dd>
      {item.papers.length > 0 && (
        <>
          <dt>{t('scoring.papers')}</dt>
          <dd>{item.papers.join('、')}</dd>
        </>
      )}
      <dt>{t('scoring.units')}</dt>
      <dd>
        {item.units.lead.join('、')}
        {item.units.support.length > 0 && ` · ${t('scoring.support')} ${item.units.support.join('、')}`}
      </dd>
      {item.lossShares !== undefined && (
        <>
          <dt>{t('scoring.lossShares')}</dt>
          <dd>{item.lossShares.map(({ unit, parts }) => `${unit} ${parts}`).join(' : ')}</dd>
        </>
      )}
    </dl>
  )
})
