import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetResult } from '../../../shared/domain/sheet/result'
import { CategoryTable } from '../../components/category-table'
import { Note } from '../../components/note'
import { ScoreOverview } from '../../components/score-overview'
import { screenTime } from '../../components/screen-time'

interface Props {
  readonly result: SheetResult
  readonly rubric: Rubric
  /** The package was changed: nothing in it can be relied on. */
  readonly isDoubtful: boolean
  /** The result is not the written one, but what the journal yields. */
  readonly isComputed: boolean
}

/** The result as the package has it. */
export function InsideScores({ result, rubric, isDoubtful, isComputed }: Props) {
  const { t } = useTranslation()
  const { sheet, sealed, score } = result
  return (
    <section className="card" aria-labelledby="verify-inside">
      <h2 id="verify-inside" className="verify__heading">
        {t('verify.inside.title')}
      </h2>
      {isDoubtful && <Note kind="danger">{t('verify.inside.doubtful')}</Note>}
      {isComputed && <Note kind="warn">{t('verify.inside.computed')}</Note>}
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
          {sheet.carriedFrom !== undefined && (
            <>
              <dt>{t('verify.inside.origin')}</dt>
              <dd data-testid="verify-origin">
                {t('common.carriedFrom', { version: sheet.carriedFrom.rubricVersion })}
                <span className="verify__more">{sheet.carriedFrom.sheetId}</span>
              </dd>
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
    </section>
  )
}
