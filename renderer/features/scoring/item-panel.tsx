import { type DOMAttributes, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import { ClauseCard } from './clause-card'
import { EvidenceStrip } from './evidence/evidence-strip'
import { ItemFacts } from './item-facts'
import { ItemHistory } from './item-history'
import { ItemNote } from './item-note'
import { ItemSum } from './item-sum'
import type { ItemRow } from './rows'
import { useSheetFacts } from './sheet-context'
import { StatusMark } from './status-mark'
import type { Typing } from './typing'
import type { Acts, Pending } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly row: ItemRow
  readonly lines: readonly StampedEvent[]
  readonly isReadOnly: boolean
  readonly activeClause: number
  readonly pending: Pending | null
  readonly typing: Typing
  readonly onExclude: () => void
  /** What the panel does with files dropped on it. */
  readonly drop: DOMAttributes<HTMLElement>
  readonly isDropOver: boolean
}

/** The current item: the standard's own words, a control for each clause, the arithmetic, note and history. */
export const ItemPanel = memo(function ItemPanel(props: Props) {
  const { acts, row, lines, isReadOnly, activeClause, pending, typing, onExclude, drop, isDropOver } = props
  const { t } = useTranslation()
  const { item, status, mark, score } = row
  const { rubric } = useSheetFacts()
  return (
    <aside
      className={isDropOver ? 'scoring-panel scoring-panel-over' : 'scoring-panel'}
      {...drop}
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
        <StatusMark mark={mark} />
        {status === 'excluded' && <span className="scoring-excluded-reason">{mark.reason}</span>}
        <span className="scoring-bar-space" />
        {status === 'unchecked' ? (
          <button
            type="button"
            className="scoring-button scoring-button-main"
            disabled={isReadOnly}
            onClick={() => void acts.run({ type: 'clear', item: item.id })}
            data-testid="scoring-clear"
          >
            {t('scoring.clear')} <kbd>Space</kbd>
          </button>
        ) : (
          <button
            type="button"
            className="scoring-button"
            disabled={isReadOnly}
            onClick={() => void acts.run({ type: 'reset', item: item.id })}
          >
            {t('scoring.reset')}
          </button>
        )}
        <button
          type="button"
          className="scoring-button"
          disabled={isReadOnly || item.exclusion === 'not-allowed'}
          onClick={onExclude}
          data-testid="scoring-exclude"
        >
          {t('scoring.excludeButton')} <kbd>N</kbd>
        </button>
      </div>
      <p className="scoring-content">{item.content}</p>
      <section className="scoring-clauses" aria-label={t('scoring.rule')}>
        {item.clauses.map((clause, index) => (
          <ClauseCard
            key={`${item.id}/${clause.id}`}
            acts={acts}
            item={item.id}
            clause={clause}
            index={index}
            isActive={index === activeClause}
            isDisabled={isReadOnly || status === 'excluded'}
            mark={mark.marks[clause.id]}
            score={score.clauses.find((one) => one.clause === clause.id)}
            pending={pending?.item === item.id && pending.clause === clause.id ? pending.value : undefined}
            typing={index === activeClause ? typing : null}
          />
        ))}
      </section>
      <EvidenceStrip item={item} mark={mark} activeClause={activeClause} isReadOnly={isReadOnly} />
      <ItemSum
        rubric={rubric}
        item={item}
        mark={mark}
        score={score}
        clause={isReadOnly || status === 'excluded' ? null : (item.clauses[activeClause]?.id ?? null)}
        lines={lines}
      />
      <ItemNote key={item.id} acts={acts} item={item.id} kept={mark.note} isReadOnly={isReadOnly} />
      <ItemFacts item={item} />
      <ItemHistory lines={lines} item={item} />
    </aside>
  )
})
