import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { clauseFacts } from '../../components/clause-facts'
import { ruleSpans } from './rule-spans'

/** One item: its wording on the left, what the software reads into it on the right. */
export const ItemEntry = memo(function ItemEntry({ item }: { readonly item: Item }) {
  const { t } = useTranslation()
  return (
    <article className="standards-item" data-testid="standards-item">
      <header className="standards-item__head">
        <h3 className="standards-item__title">
          <span className="standards__code">{item.code}</span> {item.title}
        </h3>
        {item.kind !== 'normal' && <span className="standards__tag">{t(`standards.kind.${item.kind}`)}</span>}
        <span className="standards-item__points">
          {item.kind === 'normal' ? (
            <>
              <strong>{formatMilli(item.points)}</strong> {t('common.points')}
            </>
          ) : (
            t('standards.noPoints')
          )}
        </span>
      </header>
      <div className="standards-item__columns">
        <div className="standards-item__wording">
          <h4 className="standards-item__label">{t('standards.content')}</h4>
          <p>{item.content}</p>
          <h4 className="standards-item__label">{t('standards.rule')}</h4>
          <p className="standards-item__rule">
            {ruleSpans(item.rule, item.clauses).map(({ text, no }, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: the spans of a frozen text never move
                key={index}
                className={no === null ? undefined : 'standards-item__span'}
                data-no={no ?? undefined}
              >
                {text}
              </span>
            ))}
          </p>
        </div>
        <div className="standards-item__structure">
          <h4 className="standards-item__label">{t('standards.structure')}</h4>
          <ol className="standards-clauses">
            {item.clauses.map((clause, index) => (
              <ClauseEntry key={clause.id} clause={clause} no={index + 1} />
            ))}
          </ol>
        </div>
      </div>
      <dl className="standards-item__facts">
        <Fact name={t('standards.methods')} value={item.methods.join('、')} />
        <Fact name={t('standards.papers')} value={item.papers.join('、')} />
        <Fact name={t('standards.lead')} value={item.units.lead.join('、')} />
        <Fact name={t('standards.support')} value={item.units.support.join('、')} />
        <Fact name={t('standards.exclusionName')} value={t(`standards.exclusion.${item.exclusion}`)} />
        {item.onlyFor !== undefined && <Fact name={t('standards.onlyFor')} value={item.onlyFor.join('、')} />}
        {(item.sharedCaps ?? []).map(({ clauses, cap }) => (
          <Fact
            key={clauses.join('|')}
            name={t('standards.sharedCap')}
            value={t('standards.sharedCapOf', {
              clauses: clauses.map((id) => numberOf(item, id)).join('、'),
              points: formatMilli(cap),
            })}
          />
        ))}
        {item.lossShares !== undefined && (
          <Fact
            name={t('standards.lossShares')}
            value={item.lossShares.map(({ unit, parts }) => `${unit} ${parts}`).join(' : ')}
          />
        )}
      </dl>
    </article>
  )
})

/** A clause's number, as its span in the wording carries it. */
function numberOf({ clauses }: Item, id: string): number {
  return clauses.findIndex((clause) => clause.id === id) + 1
}

function ClauseEntry({ clause, no }: { readonly clause: Clause; readonly no: number }) {
  const { t } = useTranslation()
  return (
    <li className="standards-clause">
      <span className="standards-clause__form" title={clause.text}>
        <span className="standards-clause__no">{no}</span>
        {t(`standards.form.${clause.form}`)}
      </span>
      <dl className="standards-clause__facts">
        {clauseFacts(clause, t).map(({ name, value }) => (
          <div key={`${name}|${value}`} className="standards-clause__fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  const { t } = useTranslation()
  return (
    <div className="standards-item__fact">
      <dt>{name}</dt>
      <dd>{value === '' ? t('standards.nothing') : value}</dd>
    </div>
  )
}
