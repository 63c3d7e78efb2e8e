import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { exclusionEffects } from '../../../shared/domain/what-if/exclusion-effects'
import { marksBefore } from '../../../shared/domain/what-if/marks-before'
import { CategoryTable } from '../../components/category-table'
import { ExcludedItems } from '../../components/excluded-items'
import { ExplanationLayer, OpeningProvider, useExplaining } from '../../components/explaining'
import { costlyItems, LostItems } from '../../components/lost-items'
import { Note } from '../../components/note'
import { ScoreOverview } from '../../components/score-overview'
import type { SheetSession, SheetView } from '../../db/sheet-session'
import { EvidencePart, useOriginals } from './evidence-part'
import { SealForm } from './seal-form'
import { UncheckedItems } from './unchecked-items'

interface Props {
  readonly session: SheetSession
  readonly view: SheetView
  readonly onScore: () => void
}

/** The sheet as it stands, before it is frozen: what is open, what was lost and why, and what it comes to. */
export function ReviewStep({ session, view, onScore }: Props) {
  const { t } = useTranslation()
  const { rubric, state, score, lines } = view
  const { opening, opened, close } = useExplaining(session)
  const effects = useMemo(() => {
    const all = exclusionEffects(rubric, state, marksBefore(lines))
    return new Map(all.map((effect) => [effect.item, effect]))
  }, [rubric, state, lines])
  const raising = [...effects.values()].filter(({ isRaising }) => isRaising)
  const originals = useOriginals(session)
  const markOf = (id: string) => state.items.get(id)
  const excluded = score.items.filter(({ status }) => status === 'excluded').length
  return (
    <OpeningProvider value={opening}>
      <div className="seal__columns">
        <div className="seal__main">
          <section className="seal__part" aria-labelledby="seal-unchecked">
            <h2 id="seal-unchecked" className="seal__heading">
              {t('seal.unchecked.title')}
              <span className="seal__count">{t('seal.count', { count: score.count - score.checked })}</span>
            </h2>
            <UncheckedItems rubric={rubric} state={state} onScore={onScore} />
          </section>
          <section className="seal__part" aria-labelledby="seal-lost">
            <h2 id="seal-lost" className="seal__heading">
              {t('seal.lost')}
              <span className="seal__count">{t('seal.count', { count: costlyItems(score).length })}</span>
            </h2>
            <LostItems rubric={rubric} score={score} markOf={markOf} testId="seal-lost" />
          </section>
          <section className="seal__part" aria-labelledby="seal-excluded">
            <h2 id="seal-excluded" className="seal__heading">
              {t('seal.excluded')}
              <span className="seal__count">{t('seal.count', { count: excluded })}</span>
            </h2>
            {raising.length > 0 && (
              <Note kind="warn" testId="seal-raising">
                {t('explain.whatIf.someRaise', { codes: raising.map(({ code }) => code).join('、') })}
              </Note>
            )}
            <ExcludedItems
              rubric={rubric}
              score={score}
              markOf={markOf}
              effects={effects}
              testId="seal-excluded"
            />
          </section>
        </div>
        <div className="seal__side">
          <section className="card">
            <ScoreOverview
              score={score}
              codeOf={(id) => itemIndex(rubric).get(id)?.code ?? id}
              testId="seal-score"
            />
          </section>
          <EvidencePart rubric={rubric} items={state.items} checked={originals} />
          <SealForm
            session={session}
            unchecked={score.count - score.checked}
            isEvidenceSound={originals.isSound}
          />
          <section className="card">
            <CategoryTable categories={score.categories} testId="seal-categories" />
          </section>
        </div>
      </div>
      <ExplanationLayer opened={opened} source={session} onClose={close} />
    </OpeningProvider>
  )
}
