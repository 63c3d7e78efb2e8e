import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import type { SheetResult } from '../../../shared/domain/sheet/result'
import { exclusionEffects } from '../../../shared/domain/what-if/exclusion-effects'
import { marksBefore } from '../../../shared/domain/what-if/marks-before'
import { ExcludedItems } from '../../components/excluded-items'
import { costlyItems, LostItems } from '../../components/lost-items'

interface Props {
  readonly result: SheetResult
  readonly rubric: Rubric
  /** The journal that yields the result; null where none does. */
  readonly journal: readonly StampedEvent[] | null
}

/** Items that lost points, and those that were left out, with the reasons given. */
export function InsideItems({ result, rubric, journal }: Props) {
  const { t } = useTranslation()
  const effects = useMemo(() => {
    if (journal === null) return undefined
    const state = { items: new Map(Object.entries(result.marks)), header: result.sheet }
    const all = exclusionEffects(rubric, state, marksBefore(journal))
    return new Map(all.map((effect) => [effect.item, effect]))
  }, [result, rubric, journal])
  const { score, marks } = result
  const markOf = (id: string) => (Object.hasOwn(marks, id) ? marks[id] : undefined)
  const excluded = score.items.filter(({ status }) => status === 'excluded').length
  return (
    <section className="card" aria-labelledby="verify-items">
      <h2 id="verify-items" className="verify__heading">
        {t('verify.inside.lost')}
        <span className="verify__more">{t('verify.inside.count', { count: costlyItems(score).length })}</span>
      </h2>
      <LostItems rubric={rubric} score={score} markOf={markOf} testId="verify-lost" />
      {excluded > 0 && (
        <>
          <h2 className="verify__heading">
            {t('verify.inside.excluded')}
            <span className="verify__more">{t('verify.inside.count', { count: excluded })}</span>
          </h2>
          <ExcludedItems
            rubric={rubric}
            score={score}
            markOf={markOf}
            testId="verify-excluded"
            {...(effects === undefined ? {} : { effects })}
          />
        </>
      )}
    </section>
  )
}
