import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetResult } from '../../../shared/domain/sheet/result'
import { CategoryTable } from '../../components/category-table'
import { ExcludedItems } from '../../components/excluded-items'
import { costlyItems, LostItems } from '../../components/lost-items'
import { Note } from '../../components/note'
import { ScoreOverview } from '../../components/score-overview'
import { screenTime } from '../../components/screen-time'

interface Props {
  readonly result: SheetResult
  readonly rubric: Rubric
  /** The package was changed: nothing in it can be relied on. */
  readonly isDoubtful: boolean
}

/** The result as the package has it. */
export function InsideScores({ result, rubric, isDoubtful }: Props) {
  const { t } = useTranslation()
  const { sheet, sealed, score } = result
  const markOf = (id: string) => (Object.hasOwn(result.marks, id) ? result.marks[id] : undefined)
  const excluded = score.items.filter(({ status }) => status === 'excluded').length
  return (
    <section className="verify__card" aria-labelledby="verify-inside">
      <h2 id="verify-inside" className="verify__heading">
        {t('verify.inside.title')}
      </h2>
      {isDoubtful && <Note kind="danger">{t('verify.inside.doubtful')}</Note>}
      <div className="verify__inside">
        <dl className="verify__pairs">
          <dt>{t('verify.inside.subject')}</dt>
          <dd data-testid="verify-subject">
            {sheet.subject.name}
            <span className="verify__more">{sheet.subject.league}</span>
          </dd>
          <dt>{t('verify.inside.round')}</dt>
          <dd>
            {sheet.round.title}
            <span className="verify__more">
              {t(`common.kind.${sheet.round.kind}`)} · {sheet.round.date}
            </span>
          </dd>
          <dt>{t('verify.inside.rubric')}</dt>
          <dd>
            {rubric.title}
            <span className="verify__more">{rubric.version}</span>
          </dd>
          <dt>{t('verify.inside.scorer')}</dt>
          <dd>
            {sheet.scorer.name}
            <span className="verify__more">{sheet.scorer.unit}</span>
          </dd>
          <dt>{t('verify.inside.sealed')}</dt>
          <dd>{screenTime(sealed.at)}</dd>
          {sheet.correction !== null && (
            <>
              <dt>{t('common.correction', { no: sheet.correction.no })}</dt>
              <dd>{sheet.correction.reason}</dd>
            </>
          )}
        </dl>
        <ScoreOverview
          score={score}
          codeOf={(id) => itemIndex(rubric).get(id)?.code ?? id}
          testId="verify-score"
        />
      </div>
      {sealed.unchecked > 0 && (
        <Note kind="warn">
          {t('verify.inside.unchecked', { count: sealed.unchecked, reason: sealed.reason })}
        </Note>
      )}
      <CategoryTable categories={score.categories} testId="verify-categories" />
      <h3 className="verify__subheading">
        {t('verify.inside.lost')}
        <span className="verify__more">{t('verify.inside.count', { count: costlyItems(score).length })}</span>
      </h3>
      <LostItems rubric={rubric} score={score} markOf={markOf} testId="verify-lost" />
      {excluded > 0 && (
        <>
          <h3 className="verify__subheading">
            {t('verify.inside.excluded')}
            <span className="verify__more">{t('verify.inside.count', { count: excluded })}</span>
          </h3>
          <ExcludedItems rubric={rubric} score={score} markOf={markOf} />
        </>
      )}
    </section>
  )
}
