import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { needsReason } from '../../../shared/domain/scoring/forms'
import type { ClauseScore } from '../../../shared/domain/scoring/score'
import type { Mark, MarkValue } from '../../../shared/domain/sheet/mark'
import { ClauseControl } from './clause-control'
import type { Acts } from './use-desk'
import { useDraft } from './use-draft'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly index: number
  readonly isActive: boolean
  readonly isDisabled: boolean
  readonly mark: Mark | undefined
  readonly score: ClauseScore | undefined
  /** A value that waits for its reason. */
  readonly pending: MarkValue | undefined
  readonly typing: { readonly text: string; readonly count: number } | null
}

/** One clause: its verbatim words, its control, what it takes and how, and the reason. */
export const ClauseCard = memo(function ClauseCard(props: Props) {
  const { acts, item, clause, index, isActive, isDisabled, mark, score, pending, typing } = props
  const { t } = useTranslation()
  const value = pending ?? mark?.value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only makes the clause the active one; ← → do it by key
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={isActive ? 'scoring-clause scoring-clause-active' : 'scoring-clause'}
      data-testid={`scoring-clause-${clause.id}`}
      data-form={clause.form}
      onClick={() => acts.setActiveClause(index)}
    >
      <p className="scoring-clause-text">{clause.text}</p>
      <ClauseControl
        clause={clause}
        value={value}
        isDisabled={isDisabled}
        typing={typing}
        onChange={(next) => acts.mark(item, clause, next)}
      />
      {score !== undefined && score.working !== '' && (
        <output className="scoring-working">
          {score.working}
          {score.isCapped && <em> {t('scoring.capped')}</em>}
          {score.lost > 0 && <b>−{formatMilli(score.lost)}</b>}
        </output>
      )}
      {value !== undefined && (
        <Reason
          acts={acts}
          item={item}
          clause={clause}
          value={value}
          kept={mark?.reason ?? ''}
          isAsked={pending !== undefined}
          isDisabled={isDisabled}
        />
      )}
    </div>
  )
})

interface ReasonProps {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly value: MarkValue
  readonly kept: string
  /** The mark waits for this reason. */
  readonly isAsked: boolean
  readonly isDisabled: boolean
}

/** Why: written with the mark when the field is left. */
function Reason({ acts, item, clause, value, kept, isAsked, isDisabled }: ReasonProps) {
  const { t } = useTranslation()
  const write = (typed: string) => {
    if ((typed === kept && !isAsked) || (needsReason(clause) && typed.trim() === '')) return
    acts.setPending(null)
    void acts.run({ type: 'mark', item, clause: clause.id, mark: { value, reason: typed.trim() } })
  }
  const { text, setText, ...leaving } = useDraft(kept, write, () => acts.setPending(null))
  return (
    <input
      type="text"
      className={isAsked ? 'scoring-input scoring-reason scoring-asked' : 'scoring-input scoring-reason'}
      data-field="reason"
      // biome-ignore lint/a11y/noAutofocus: the person has just entered a value that needs this reason
      autoFocus={isAsked}
      disabled={isDisabled}
      maxLength={2000}
      placeholder={t(needsReason(clause) ? 'scoring.reasonRequired' : 'scoring.reason')}
      aria-label={t('scoring.reason')}
      value={text}
      onChange={({ target }) => setText(target.value)}
      {...leaving}
    />
  )
}
