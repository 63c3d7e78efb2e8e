import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { needsReason } from '../../../shared/domain/scoring/forms'
import type { MarkValue } from '../../../shared/domain/sheet/mark'
import { ClauseControl } from './clause-control'
import type { Desk } from './use-desk'
import { useDraft } from './use-draft'

interface Props {
  readonly desk: Desk
  readonly clause: Clause
  readonly index: number
  readonly typing: { readonly text: string; readonly count: number }
}

/** One clause: its verbatim words, its control, what it takes and how, and the reason. */
export function ClauseCard({ desk, clause, index, typing }: Props) {
  const { t } = useTranslation()
  const { current, activeClause, isReadOnly } = desk
  if (current === undefined) return null
  const isActive = activeClause === index
  const mark = current.mark.marks[clause.id]
  const pending = desk.pending?.item === current.id && desk.pending.clause === clause.id ? desk.pending : null
  const scored = current.score.clauses.find((one) => one.clause === clause.id)
  const set = (value: MarkValue | null) => desk.mark(current.id, clause, value)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only makes the clause the active one; ← → do it by key
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={isActive ? 'scoring-clause scoring-clause-active' : 'scoring-clause'}
      data-testid={`scoring-clause-${clause.id}`}
      data-form={clause.form}
      onClick={() => desk.setActiveClause(index)}
    >
      <p className="scoring-clause-text">{clause.text}</p>
      <ClauseControl
        clause={clause}
        value={pending?.value ?? mark?.value}
        isDisabled={isReadOnly || current.status === 'excluded'}
        typing={isActive ? typing : null}
        onChange={set}
      />
      {scored !== undefined && scored.working !== '' && (
        <output className="scoring-working">
          {scored.working}
          {scored.isCapped && <em> {t('scoring.capped')}</em>}
          {scored.lost > 0 && <b>−{formatMilli(scored.lost)}</b>}
        </output>
      )}
      {(mark !== undefined || pending !== null) && (
        <Reason
          key={`${current.id}/${clause.id}`}
          desk={desk}
          clause={clause}
          value={pending?.value ?? mark?.value}
          isAsked={pending !== null}
        />
      )}
    </div>
  )
}

interface ReasonProps {
  readonly desk: Desk
  readonly clause: Clause
  readonly value: MarkValue | undefined
  /** The mark waits for this reason. */
  readonly isAsked: boolean
}

/** Why: written with the mark when the field is left or Enter is pressed. */
function Reason({ desk, clause, value, isAsked }: ReasonProps) {
  const { t } = useTranslation()
  const kept = desk.current?.mark.marks[clause.id]?.reason ?? ''
  const item = desk.current?.id ?? ''
  const write = (typed: string) => {
    if (value === undefined || (typed === kept && !isAsked) || (needsReason(clause) && typed.trim() === ''))
      return
    desk.setPending(null)
    void desk.run({ type: 'mark', item, clause: clause.id, mark: { value, reason: typed.trim() } })
  }
  const { text, setText, ...leaving } = useDraft(kept, write, () => desk.setPending(null))
  return (
    <Input
      size="small"
      className="scoring-reason"
      data-field="reason"
      autoFocus={isAsked}
      status={isAsked ? 'warning' : ''}
      disabled={desk.isReadOnly}
      maxLength={2000}
      placeholder={needsReason(clause) ? t('scoring.reasonRequired') : t('scoring.reason')}
      aria-label={t('scoring.reason')}
      value={text}
      onChange={({ target }) => setText(target.value)}
      {...leaving}
    />
  )
}
