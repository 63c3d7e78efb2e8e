import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import { type DecisiveItem, decisiveItems } from '../../shared/domain/what-if/decisive-items'
import { exclusionEffects } from '../../shared/domain/what-if/exclusion-effects'
import { marksBefore } from '../../shared/domain/what-if/marks-before'
import { ExclusionLine } from './exclusion-line'
import type { ExplainedSheet } from './explaining'
import { screenRange, screenScore } from './screen-score'
import './what-if.css'

interface Props {
  readonly sheet: ExplainedSheet
  /** Goes to an item where it is scored; its number is opened instead where that is not. */
  readonly onItem: ((item: string) => void) | undefined
  readonly onNode: (node: string) => void
}

const SHOWN_AT_FIRST = 15

/** What may still change: the open items that decide, and what the exclusions do. */
export function WhatIfView({ sheet, onItem, onNode }: Props) {
  const { t } = useTranslation()
  const { rubric, state, lines } = sheet
  const score = useMemo(() => scoreSheet(rubric, state, new WeakMap()), [rubric, state])
  const decisive = useMemo(() => decisiveItems(rubric, state), [rubric, state])
  const effects = useMemo(
    () => exclusionEffects(rubric, state, lines === undefined ? undefined : marksBefore(lines)),
    [rubric, state, lines],
  )
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const deciding = decisive.filter(({ takesGrade, securesGrade }) => takesGrade || securesGrade)
  const others = decisive.filter((one) => !deciding.includes(one))
  const grades =
    score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow} – ${score.gradeHigh}`
  const list = (items: readonly DecisiveItem[]) => (
    <ul className="what-if__rows">
      {items.map((one) => (
        <DecisiveRow key={one.item} one={one} onOpen={onItem ?? onNode} />
      ))}
    </ul>
  )
  return (
    <div className="what-if" data-testid="what-if">
      <h2 className="explanation__heading" tabIndex={-1} data-explanation-heading>
        {screenRange(score.low, score.high)} <small>{grades}</small>
      </h2>
      {decisive.length === 0 ? (
        <p className="what-if__hint">{t('explain.whatIf.settled')}</p>
      ) : (
        <>
          <section>
            <h3>{t('explain.whatIf.deciding', { count: deciding.length })}</h3>
            <p className="what-if__hint">
              {t(deciding.length === 0 ? 'explain.whatIf.noneDecides' : 'explain.whatIf.decidingHint')}
            </p>
            {list(deciding)}
          </section>
          {others.length > 0 && (
            <section>
              <h3>{t('explain.whatIf.moving', { count: others.length })}</h3>
              {list(others.slice(0, shown))}
              {others.length > shown && (
                <button
                  type="button"
                  className="explanation__way"
                  data-testid="what-if-more"
                  onClick={() => setShown(others.length)}
                >
                  {t('explain.whatIf.more', { count: others.length - shown })}
                </button>
              )}
            </section>
          )}
        </>
      )}
      {effects.length > 0 && (
        <section data-testid="what-if-exclusions">
          <h3>{t('explain.whatIf.exclusions', { count: effects.length })}</h3>
          <ul className="what-if__rows">
            {effects.map((effect) => (
              <li key={effect.item}>
                <button
                  type="button"
                  className="what-if__row"
                  data-explanation-row={effect.item}
                  onClick={() => (onItem ?? onNode)(effect.item)}
                >
                  <span className="explanation__code">{effect.code}</span>
                  <span className="explanation__title">{effect.title}</span>
                  <span className="what-if__more">
                    <ExclusionLine effect={effect} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function DecisiveRow({
  one,
  onOpen,
}: {
  readonly one: DecisiveItem
  readonly onOpen: (item: string) => void
}) {
  const { t } = useTranslation()
  const { item, code, title, atBest, atWorst, moves, takesGrade, securesGrade } = one
  return (
    <li>
      <button
        type="button"
        className="what-if__row"
        data-explanation-row={item}
        data-testid={`what-if-${code}`}
        onClick={() => onOpen(item)}
      >
        <span className="explanation__code">{code}</span>
        <span className="explanation__title">{title}</span>
        <span className="what-if__moves">
          {moves > 0 && t('explain.whatIf.moves', { points: screenScore(moves) })}
        </span>
        <span className="what-if__more">
          {t('explain.whatIf.ifWorst', { total: screenScore(atWorst.high) })}{' '}
          <span className={takesGrade ? 'what-if__grade' : undefined}>{atWorst.gradeHigh}</span>
          <i aria-hidden> · </i>
          {t('explain.whatIf.ifClear', { total: screenScore(atBest.low) })}{' '}
          <span className={securesGrade ? 'what-if__grade' : undefined}>{atBest.gradeLow}</span>
        </span>
      </button>
    </li>
  )
}
