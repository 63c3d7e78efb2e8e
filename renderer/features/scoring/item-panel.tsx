import { Button, Tag } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import { ClauseCard } from './clause-card'
import { ItemHistory } from './item-history'
import { ItemNote } from './item-note'
import { ItemSum } from './item-sum'
import { StatusMark } from './status-mark'
import type { Desk } from './use-desk'

interface Props {
  readonly desk: Desk
  readonly panelRef: RefObject<HTMLElement | null>
  readonly typing: { readonly text: string; readonly count: number }
  readonly onExclude: () => void
}

/** The current item: the standard's own words, a control for each clause, the arithmetic, note and history. */
export function ItemPanel({ desk, panelRef, typing, onExclude }: Props) {
  const { t } = useTranslation()
  const { current, isReadOnly } = desk
  if (current === undefined) return <aside className="scoring-panel" ref={panelRef} />
  const { item, status, mark } = current
  return (
    <aside
      className="scoring-panel"
      ref={panelRef}
      aria-label={t('scoring.panel')}
      data-testid="scoring-panel"
      data-item={item.id}
    >
      <header className="scoring-item-head">
        <span className="scoring-item-code">{item.code}</span>
        <h2>{item.title}</h2>
        <span className="scoring-item-points">
          {item.kind === 'normal'
            ? `${formatMilli(item.points)} ${t('common.points')}`
            : t(`scoring.itemKind.${item.kind}`)}
        </span>
      </header>
      <div className="scoring-item-state">
        <StatusMark status={status} />
        {status === 'excluded' && <span className="scoring-excluded-reason">{mark.reason}</span>}
        <span className="scoring-bar-space" />
        {status === 'unchecked' ? (
          <Button
            size="small"
            type="primary"
            disabled={isReadOnly}
            onClick={() => void desk.run({ type: 'clear', item: item.id })}
            data-testid="scoring-clear"
          >
            {t('scoring.clear')} <kbd>Space</kbd>
          </Button>
        ) : (
          <Button
            size="small"
            disabled={isReadOnly}
            onClick={() => void desk.run({ type: 'reset', item: item.id })}
          >
            {t('scoring.reset')}
          </Button>
        )}
        <Button
          size="small"
          disabled={isReadOnly || item.exclusion === 'not-allowed'}
          onClick={onExclude}
          data-testid="scoring-exclude"
        >
          {t('scoring.excludeButton')} <kbd>N</kbd>
        </Button>
      </div>
      <p className="scoring-content">{item.content}</p>
      <section className="scoring-clauses" aria-label={t('scoring.rule')}>
        {item.clauses.map((clause, index) => (
          <ClauseCard
            key={`${item.id}/${clause.id}`}
            desk={desk}
            clause={clause}
            index={index}
            typing={typing}
          />
        ))}
      </section>
      <ItemSum item={item} score={current.score} />
      <ItemNote key={item.id} desk={desk} />
      <dl className="scoring-facts">
        <dt>{t('scoring.rule')}</dt>
        <dd className="scoring-verbatim">{item.rule}</dd>
        <dt>{t('scoring.methods')}</dt>
        <dd>
          {item.methods.map((method) => (
            <Tag key={method}>{method}</Tag>
          ))}
        </dd>
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
      </dl>
      <ItemHistory view={desk.view} item={item} />
    </aside>
  )
}
