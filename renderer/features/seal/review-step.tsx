import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { CategoryTable } from '../../components/category-table'
import { ExcludedItems } from '../../components/excluded-items'
import { costlyItems, LostItems } from '../../components/lost-items'
import { ScoreOverview } from '../../components/score-overview'
import type { SheetSession, SheetView } from '../../db/sheet-session'
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
  const { rubric, state, score } = view
  const markOf = (id: string) => state.items.get(id)
  const excluded = score.items.filter(({ status }) => status === 'excluded').length
  return (
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
          <ExcludedItems rubric={rubric} score={score} markOf={markOf} testId="seal-excluded" />
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
        <SealForm session={session} unchecked={score.count - score.checked} />
        <section className="card">
          <CategoryTable categories={score.categories} testId="seal-categories" />
        </section>
      </div>
    </div>
  )
}
