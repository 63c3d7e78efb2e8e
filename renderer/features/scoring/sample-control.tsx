import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassRate } from '../../../shared/domain/rubric/clause-in-context'
import { samplesAsked } from '../../../shared/domain/scoring/pass-rate'
import { DecimalField, isWhole } from './decimal-field'
import type { ControlProps } from './form-control'

const PARTS = ['population', 'passed', 'failed'] as const
type Part = (typeof PARTS)[number]
type Draft = { readonly [P in Part]: number | null }

const EMPTY: Draft = { population: null, passed: null, failed: null }

/** How many there are, and how many of those sampled passed and failed. Enter goes on to the next; written when whole. */
export function SampleControl({ clause, value, isDisabled, typing, onChange }: ControlProps<PassRate>) {
  const { t } = useTranslation()
  const { unit } = clause.measure
  const kept = value?.kind === 'samples' ? value : undefined
  const [draft, setDraft] = useState<Draft>(kept ?? EMPTY)
  useEffect(() => setDraft(kept ?? EMPTY), [kept])

  const set = (part: Part, milli: number | null) => {
    const next = { ...draft, [part]: milli === null ? null : milli / 1000 }
    setDraft(next)
    const { population, passed, failed } = next
    if (population === null && passed === null && failed === null) return onChange(null)
    if (population === null || passed === null || failed === null) return
    if (isPossible(next)) onChange({ kind: 'samples', population, passed, failed })
  }
  const sampled = (draft.passed ?? 0) + (draft.failed ?? 0)
  const asked = draft.population === null ? null : samplesAsked(clause, draft.population)
  const isShort = asked !== null && draft.passed !== null && draft.failed !== null && sampled < asked
  return (
    <div className="scoring-stack">
      <div className="scoring-samples">
        {PARTS.map((part, at) => (
          <DecimalField
            key={part}
            label={t(`scoring.sample.${part}`)}
            unit={unit}
            kept={draft[part] === null ? '' : String(draft[part])}
            isDisabled={isDisabled}
            typing={typing?.pick === part ? typing : null}
            isValid={(milli) => isWhole(milli)}
            part={part}
            {...(PARTS[at + 1] === undefined ? {} : { nextPart: PARTS[at + 1] })}
            onValue={(milli) => set(part, milli)}
          />
        ))}
      </div>
      <p
        className={isShort ? 'scoring-hint scoring-warn' : 'scoring-hint'}
        data-testid="scoring-sample-asked"
      >
        {asked === null
          ? t('scoring.sample.rule', { label: clause.measure.label })
          : t(isShort ? 'scoring.sample.short' : 'scoring.sample.asked', { asked, sampled, unit })}
      </p>
      {!isPossible(draft) && <p className="scoring-hint scoring-wrong">{t('scoring.sample.impossible')}</p>}
    </div>
  )
}

/** What is given so far can be: something was sampled, and no more than there are. */
function isPossible({ population, passed, failed }: Draft): boolean {
  if (population === null || passed === null || failed === null) return true
  return passed + failed > 0 && passed + failed <= population
}
