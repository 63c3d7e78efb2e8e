import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import type { Entered, FilledMarks } from '../../../../shared/spreadsheet/standard/marks-from'
import type { BroughtMarks } from './bring-marks'

const HOWS = ['exact', 'assumed', 'clear', 'excluded', 'open', 'blank'] as const satisfies readonly Entered[]
/** What a person has to look at on the sheet. */
const TO_LOOK_AT: readonly Entered[] = ['assumed', 'open']

export interface FilledOutcomeProps {
  readonly marks: FilledMarks
  readonly brought: BroughtMarks
  readonly onOpen: () => void
}

/** How the scores came over, and where the workbook's own sums are not what its items come to. */
export function FilledOutcome({ marks, brought, onOpen }: FilledOutcomeProps) {
  const { t } = useTranslation()
  const { items, differences } = marks
  const look = items.filter(({ how }) => TO_LOOK_AT.includes(how))
  return (
    <section className="import-filled" data-testid="import-filled-done">
      <h3 className="import-part__title">{t('standardImport.filled.done')}</h3>
      <p>
        {HOWS.map((how) => ({ how, count: items.filter((one) => one.how === how).length }))
          .filter(({ count }) => count > 0)
          .map(({ how, count }) => `${t(`standardImport.filled.how.${how}`)} ${count}`)
          .join(' · ')}
      </p>
      {brought.refused.length > 0 && (
        <p className="import-danger">
          {t('standardImport.filled.refused', { codes: brought.refused.join('、') })}
        </p>
      )}
      {differences.length > 0 && (
        <>
          <h4 className="import-reading__label">{t('standardImport.filled.differences')}</h4>
          <ul className="import-filled__list" data-testid="import-filled-differences">
            {differences.map(({ where, name, printed, recomputed }) => (
              <li key={where}>
                <strong>{where}</strong> {name}{' '}
                {t('standardImport.filled.differs', {
                  printed: formatMilli(printed),
                  recomputed: formatMilli(recomputed),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {look.length > 0 && (
        <>
          <h4 className="import-reading__label">{t('standardImport.filled.look')}</h4>
          <ul className="import-filled__list" data-testid="import-filled-look">
            {look.map(({ seq, code, how, score, reason }) => (
              <li key={seq}>
                <strong>{code}</strong> {t(`standardImport.filled.how.${how}`)}：{score} {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button type="primary" data-testid="import-filled-open" onClick={onOpen}>
        {t('standardImport.filled.open')}
      </Button>
    </section>
  )
}
