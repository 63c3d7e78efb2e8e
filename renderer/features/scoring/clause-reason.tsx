import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { needsReason } from '../../../shared/domain/scoring/forms'
import type { Mark, MarkValue } from '../../../shared/domain/sheet/mark'
import { markWith } from './links'
import type { Acts } from './use-desk'
import { useDraft } from './use-draft'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly value: MarkValue
  readonly mark: Mark | undefined
  /** The mark waits for this reason. */
  readonly isAsked: boolean
  readonly isDisabled: boolean
}

/** Why: written with the mark when the field is left. */
export function ClauseReason({ acts, item, clause, value, mark, isAsked, isDisabled }: Props) {
  const { t } = useTranslation()
  const kept = mark?.reason ?? ''
  const write = (typed: string) => {
    if ((typed === kept && !isAsked) || (needsReason(clause) && typed.trim() === '')) return
    acts.setPending(null)
    void acts.run({ type: 'mark', item, clause: clause.id, mark: markWith(mark, value, typed.trim()) })
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
