import type { DOMAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import type { StampedEvent } from '../../../../shared/domain/sheet/event'
import { ClauseCard } from '../clause-card'
import { EvidenceStrip } from '../evidence/evidence-strip'
import { ItemFacts } from '../item-facts'
import { ItemNote } from '../item-note'
import { ItemSum } from '../item-sum'
import type { ItemRow } from '../rows'
import { useSheetFacts } from '../sheet-context'
import { StatusMark } from '../status-mark'
import type { Acts, Pending } from '../use-desk'
import { ClauseChips } from './clause-chips'
import { Keypad } from './keypad'
import { useNumberField } from './use-number-field'
import { useSwipe } from './use-swipe'

interface Props {
  readonly acts: Acts
  readonly row: ItemRow
  readonly lines: readonly StampedEvent[]
  readonly isReadOnly: boolean
  readonly activeClause: number
  readonly pending: Pending | null
  readonly drop: DOMAttributes<HTMLElement>
  readonly onSwipe: (by: 1 | -1) => void
}

/** The one item: its words and clauses at the left; at the right how it stands, or digits for a field. */
export function FocusItem(props: Props) {
  const { acts, row, lines, isReadOnly, activeClause, pending, drop, onSwipe } = props
  const { t } = useTranslation()
  const { rubric } = useSheetFacts()
  const { item, mark, score, status } = row
  const [field, watch] = useNumberField()
  const swipe = useSwipe(onSwipe)
  const isDisabled = isReadOnly || status === 'excluded'
  return (
    <div className="focus-item" data-item={item.id} data-testid="focus-item" {...drop} {...watch} {...swipe}>
      <div className="focus-words">
        <h1 className="focus-title">
          <span className="scoring-item-code">{item.code}</span> {item.title}
          <small>
            {item.kind === 'normal'
              ? `${formatMilli(item.points)} ${t('common.points')}`
              : t(`scoring.itemKind.${item.kind}`)}
          </small>
        </h1>
        <p className="scoring-content">{item.content}</p>
        <section className="scoring-clauses" aria-label={t('scoring.rule')}>
          {item.clauses.map((clause, index) => {
            const isAsked = pending?.item === item.id && pending.clause === clause.id
            const value = isAsked ? pending.value : undefined
            const made = mark.marks[clause.id]
            const isActive = index === activeClause
            return (
              <div key={clause.id} className={isActive ? 'focus-clause focus-clause-active' : 'focus-clause'}>
                <ClauseCard
                  acts={acts}
                  item={item.id}
                  clause={clause}
                  index={index}
                  isActive={isActive}
                  isDisabled={isDisabled}
                  mark={made}
                  score={score.clauses.find((one) => one.clause === clause.id)}
                  pending={value}
                  typing={null}
                />
                {isActive && (
                  <ClauseChips
                    acts={acts}
                    item={item.id}
                    clause={clause}
                    mark={made}
                    pending={value}
                    isDisabled={isDisabled}
                  />
                )}
              </div>
            )
          })}
        </section>
        <details className="focus-facts">
          <summary>{t('focus.facts')}</summary>
          <ItemFacts item={item} />
        </details>
      </div>
      <aside className="focus-side" aria-label={t('focus.side')}>
        {field !== null && <Keypad field={field} />}
        <div className="focus-stand" hidden={field !== null}>
          <StatusMark mark={mark} />
          {status === 'excluded' && <p className="focus-excluded">{mark.reason}</p>}
          {status !== 'unchecked' && (
            <button
              type="button"
              className="scoring-button"
              disabled={isReadOnly}
              data-testid="focus-reset"
              onClick={() => void acts.run({ type: 'reset', item: item.id })}
            >
              {t('scoring.reset')}
            </button>
          )}
          <ItemSum
            rubric={rubric}
            item={item}
            mark={mark}
            score={score}
            clause={isDisabled ? null : (item.clauses[activeClause]?.id ?? null)}
            lines={lines}
          />
          <EvidenceStrip item={item} mark={mark} activeClause={activeClause} isReadOnly={isReadOnly} />
          <ItemNote acts={acts} item={item.id} kept={mark.note} isReadOnly={isReadOnly} />
        </div>
      </aside>
    </div>
  )
}
