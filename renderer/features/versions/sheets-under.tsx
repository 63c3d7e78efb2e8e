import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetSummary } from '../../../shared/ipc/contract'

interface Props {
  readonly sheets: readonly SheetSummary[]
  /** False where the new version is only a file that is open to read. */
  readonly isCarryable: boolean
  readonly onCarry: (sheetId: string) => void
}

/** The sheets of this machine that were scored under the old version. */
export function SheetsUnder({ sheets, isCarryable, onCarry }: Props) {
  const { t } = useTranslation()
  return (
    <section className="versions-sheets" aria-labelledby="versions-sheets">
      <h3 id="versions-sheets" className="versions__label">
        {t('versions.sheets')}
      </h3>
      {sheets.length === 0 && <p className="versions__quiet">{t('versions.noSheets')}</p>}
      {sheets.length > 0 && !isCarryable && <p className="versions__quiet">{t('versions.fileFirst')}</p>}
      <ul className="versions-sheets__list">
        {sheets.map(({ header: { sheetId, subject, round, scorer, correction } }) => (
          <li key={sheetId} className="versions-sheets__sheet">
            <span className="versions-sheets__words">
              <span>
                {subject.name}
                {correction === null ? '' : ` · ${t('common.correction', { no: correction.no })}`}
              </span>
              <span className="versions__quiet">
                {round.title} · {scorer.name}
              </span>
            </span>
            {isCarryable && (
              <Button size="small" data-testid="versions-carry" onClick={() => onCarry(sheetId)}>
                {t('versions.carry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
