import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { ClauseScore } from '../../../shared/domain/scoring/score'
import type { Mark, MarkValue } from '../../../shared/domain/sheet/mark'
import { ClauseControl } from './clause-control'
import { ClausePlace } from './clause-place'
import { ClauseReason } from './clause-reason'
import { ClauseWorking } from './clause-working'
import { DoubleNotice } from './double-notice'
import { spread } from './places'
import { useSheetFacts } from './sheet-context'
import type { Typing } from './typing'
import type { Acts } from './use-desk'

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
  readonly typing: Typing | null
}

/** One clause: its verbatim words, its control, what it takes and how, where, and the reason. */
export const ClauseCard = memo(function ClauseCard(props: Props) {
  const { acts, item, clause, index, isActive, isDisabled, score, pending } = props
  const mark = props.mark === undefined ? undefined : spread(clause, props.mark)
  const value = pending ?? mark?.value
  // What was typed on one clause is not for the next that becomes active.
  const typing = props.typing?.where === `${item}/${clause.id}` ? props.typing : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only makes the clause the active one; ← → do it by key
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={isActive ? 'scoring-clause scoring-clause-active' : 'scoring-clause'}
      data-testid={`scoring-clause-${clause.id}`}
      data-form={clause.form}
      onClick={() => acts.setActiveClause(index)}
    >
      <ReadFor item={item} clause={clause.id} />
      {clause.forPerson && <ForPerson />}
      <p className="scoring-clause-text">{clause.text}</p>
      <ClauseControl
        acts={acts}
        item={item}
        clause={clause}
        value={value}
        isActive={isActive}
        isDisabled={isDisabled}
        typing={typing}
      />
      {mark !== undefined && score !== undefined && (
        <ClauseWorking item={item} clause={clause} mark={mark} score={score} />
      )}
      <DoubleNotice acts={acts} item={item} clause={clause} mark={mark} isDisabled={isDisabled} />
      {value !== undefined && (
        <div className="scoring-where-why">
          {mark !== undefined && (
            <ClausePlace acts={acts} item={item} clause={clause} mark={mark} isDisabled={isDisabled} />
          )}
          <ClauseReason
            acts={acts}
            item={item}
            clause={clause}
            value={value}
            mark={mark}
            isAsked={pending !== undefined}
            isDisabled={isDisabled}
          />
        </div>
      )}
    </div>
  )
})

/** 待人工核对: the software did not read these words for sure, so a person judges. */
function ForPerson() {
  const { t } = useTranslation()
  return (
    <p className="scoring-for-person" title={t('scoring.forPersonHint')} data-testid="scoring-for-person">
      {t('scoring.forPerson')}
    </p>
  )
}

/** 按对象类别: for which kind of subject the control below stands. */
function ReadFor({ item, clause }: { readonly item: string; readonly clause: string }) {
  const { t } = useTranslation()
  const kind = useSheetFacts().readFor(item, clause)
  if (kind === null) return null
  return (
    <p className="scoring-read-for" data-testid="scoring-read-for">
      {kind === '' ? t('scoring.readForOthers') : t('scoring.readFor', { kind })}
    </p>
  )
}
