import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassRate } from '../../../shared/domain/rubric/clause-in-context'
import { samplesAsked } from '../../../shared/domain/scoring/pass-rate'
import type { Sampled } from '../../../shared/domain/sheet/mark'
import { DecimalField, isWhole } from './decimal-field'
import type { ControlProps } from './form-control'
import { SamplePlaces } from './sample-places'
import { placedSamples, samplesAt } from './samples'
import { useLive } from './sheet-context'
import type { Acts } from './use-desk'

const PARTS = ['population', 'passed', 'failed'] as const

interface Props extends ControlProps<PassRate> {
  readonly acts: Acts
  readonly item: string
}

type Part = (typeof PARTS)[number]
type Draft = { readonly [P in Part]: number | null }

const EMPTY: Draft = { population: null, passed: null, failed: null }

/** How many there are, and how many of those sampled passed and failed. Enter goes on to the next; written when whole. */
export function SampleControl({ acts, item, clause, value, isDisabled, typing, onChange }: Props) {
  const { t } = useTranslation()
  const { unit } = clause.measure
  const { spot } = useLive()
  const kept = value?.kind === 'samples' ? value : undefined
  const placed = placedSamples(value)
  const [draft, setDraft] = useState<Draft>(kept ?? EMPTY)
  useEffect(() => setDraft(kept ?? EMPTY), [kept])

  const set = (part: Part, milli: number | null) => {
    const next = { ...draft, [part]: milli === null ? null : milli / 1000 }
    setDraft(next)
    const { population, passed, failed } = next
    if (population === null && passed === null && failed === null) return onChange(null)
    if (population === null || passed === null || failed === null) return
    if (placed !== null) return setPlaces(population, placed.at)
    if (isPossible(next)) onChange({ kind: 'samples', population, passed, failed })
  }
  const setPlaces = (population: number, at: readonly Sampled[]) => {
    const next = samplesAt(population, at)
    setDraft(next ?? { ...EMPTY, population })
    if (next === null || isPossible(next)) onChange(next)
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
            isDisabled={isDisabled || (part !== 'population' && placed !== null)}
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
      {draft.population !== null && (kept === undefined || placed !== null) && (
        <SamplePlaces
          at={placed?.at ?? []}
          unit={unit}
          picked={spot.where === `${item}/${clause.id}` ? spot.active : null}
          isDisabled={isDisabled}
          onPick={(place) => acts.pickPlace(item, clause.id, place)}
          onChange={(at) => setPlaces(draft.population ?? 0, at)}
        />
      )}
      {!isPossible(draft) && <p className="scoring-hint scoring-wrong">{t('scoring.sample.impossible')}</p>}
    </div>
  )
}

/** What is given so far can be: something was sampled, and no more than there are. */
function isPossible({ population, passed, failed }: Draft): boolean {
  if (population === null || passed === null || failed === null) return true
  return passed + failed > 0 && passed + failed <= population
}
