import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetHeader } from '../../../shared/domain/sheet/event'
import type { CarryPreview, CarryTotal } from '../../../shared/ipc/contract'
import { screenRange, screenScore } from '../../components/screen-score'
import { CarryList } from './carry-list'

interface Props {
  readonly preview: CarryPreview
  readonly header: SheetHeader
  /** What can be done with it: it stands under the totals, before the long lists. */
  readonly children: ReactNode
}

/** Both totals, the categories, and item by item what goes over and what does not. */
export function CarryOutcome({ preview, header, children }: Props) {
  const { t } = useTranslation()
  const { before, after, rubric, carried, lookAgain, notCarried, reworded, fresh } = preview
  return (
    <>
      <div className="versions-totals">
        <div className="versions-totals__both">
          <Total
            name={t('versions.carrying.old', { version: header.round.rubricVersion })}
            total={before}
            testId="versions-total-before"
          />
          <span className="versions-totals__way" aria-hidden>
            →
          </span>
          <Total
            name={t('versions.carrying.new', { version: rubric.version })}
            total={after}
            testId="versions-total-after"
          />
          <div className="versions-totals__next">
            <p className="versions-carry__kept" data-testid="versions-carried">
              {t('versions.carrying.carried', { count: carried })}
            </p>
            {children}
          </div>
        </div>
        <Categories preview={preview} />
      </div>
      <CarryList
        kind="lookAgain"
        lines={lookAgain.map(({ item, why }) => ({ item, words: [t(`versions.carrying.again.${why}`)] }))}
      />
      <CarryList
        kind="lost"
        lines={notCarried.map(({ item, what, clause, why }) => ({
          item,
          words: [t(`versions.carrying.what.${what}`), clause, t(`versions.carrying.why.${why}`)],
        }))}
      />
      <CarryList kind="reworded" lines={reworded.map((item) => ({ item, words: [] }))} />
      <CarryList kind="fresh" lines={fresh.map((item) => ({ item, words: [] }))} />
    </>
  )
}

function Total({
  name,
  total,
  testId,
}: {
  readonly name: string
  readonly total: CarryTotal
  readonly testId: string
}) {
  const { t } = useTranslation()
  const { low, high, full, gradeLow, gradeHigh, checked, count } = total
  const grade = gradeLow === gradeHigh ? gradeHigh : `${gradeLow} – ${gradeHigh}`
  return (
    <section className="versions-total">
      <h3 className="versions__label">{name}</h3>
      <p className="versions-total__figure" data-testid={testId}>
        {screenRange(low, high)}
      </p>
      <p className="versions__quiet">
        {t('versions.carrying.outOf', { full: screenScore(full) })} ·{' '}
        {t('versions.carrying.grade', { grade })}
      </p>
      <p className="versions__quiet">{t('versions.carrying.checked', { checked, count })}</p>
    </section>
  )
}

function Categories({ preview }: { readonly preview: CarryPreview }) {
  const { t } = useTranslation()
  const range = (side: { readonly low: number; readonly high: number } | null) =>
    side === null ? '—' : screenRange(side.low, side.high)
  return (
    <table className="versions-categories" aria-label={t('versions.carrying.categories')}>
      <thead>
        <tr>
          <th>{t('versions.carrying.category')}</th>
          <th>{t('versions.before')}</th>
          <th>{t('versions.after')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.categories.map(({ id, code, title, before, after }) => (
          <tr key={id} data-changed={range(before) !== range(after)}>
            <td>
              <span className="versions__code">{code}</span> {title}
            </td>
            <td>{range(before)}</td>
            <td>{range(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
