import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Guarantee, Rubric } from '../../../shared/domain/rubric/rubric'

/** What the standard says over all its items: guarantees, and over what 合理缺项 is made good. Nothing where it is usual. */
export function StandardRules({ rubric }: { readonly rubric: Rubric }) {
  const { t } = useTranslation()
  const { guarantees = [], exclusionScope } = rubric
  if (guarantees.length === 0 && (exclusionScope ?? 'category') === 'category') return null
  return (
    <dl className="standards-rules" data-testid="standards-rules">
      {guarantees.map((guarantee) => (
        <GuaranteeLine key={guarantee.id} rubric={rubric} guarantee={guarantee} />
      ))}
      {exclusionScope !== undefined && (
        <div>
          <dt>{t('standards.exclusionName')}</dt>
          <dd>{t(`standards.exclusionScope.${exclusionScope}`)}</dd>
        </div>
      )}
    </dl>
  )
}

function GuaranteeLine({ rubric, guarantee }: { readonly rubric: Rubric; readonly guarantee: Guarantee }) {
  const { t } = useTranslation()
  const { text, items, anyAtZero, below, zeroes } = guarantee
  const codes = items.map((id) => itemIndex(rubric).get(id)?.code ?? id).join('、')
  const target =
    zeroes.scope === 'total'
      ? t('standards.zeroes.total')
      : t('standards.zeroes.category', {
          title: rubric.categories.find(({ id }) => id === zeroes.category)?.title ?? zeroes.category,
        })
  const when = [
    anyAtZero ? t('standards.anyAtZero') : '',
    below === undefined ? '' : t('standards.togetherBelow', { points: formatMilli(below) }),
  ].filter((words) => words !== '')
  return (
    <div>
      <dt>{t('standards.guarantee')}</dt>
      <dd>
        {text}
        <span className="standards-rules__read">
          {codes} · {when.join(t('standards.or'))} → {target}
        </span>
      </dd>
    </div>
  )
}
