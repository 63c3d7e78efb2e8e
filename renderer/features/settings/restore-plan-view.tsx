import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RestorePlan, RestoreSheet } from '../../../shared/ipc/backup'
import { Note } from '../../components/note'
import { screenTime } from '../../components/screen-time'

export interface RestorePlanViewProps {
  readonly plan: RestorePlan
  readonly isApplying: boolean
  readonly onApply: () => void
  readonly onCancel: () => void
}

/** So many names are read by a person; the rest is counted. */
const NAMED = 12

/** What a restore would do, sheet by sheet, and the word that does it. */
export function RestorePlanView({ plan, isApplying, onApply, onCancel }: RestorePlanViewProps) {
  const { t } = useTranslation()
  const { contents, sheets, added, same, left } = plan
  const isNothing = added === 0 && sheets.every(({ fate, filled }) => filled === 0 && !BRINGS.includes(fate))
  return (
    <div className="settings-plan" data-testid="settings-restore-plan">
      <p className="settings-card__fact">
        {t('backup.restore.made', {
          at: screenTime(contents.createdAt),
          kind: t(`backup.restore.kinds.${contents.kind}`),
        })}
      </p>
      {sheets.length === 0 ? (
        <p className="settings-card__fact">{t('backup.restore.noSheets')}</p>
      ) : (
        <table className="settings-plan__table">
          <thead>
            <tr>
              <th scope="col">{t('backup.restore.sheet')}</th>
              <th scope="col">{t('backup.restore.lines')}</th>
              <th scope="col">{t('backup.restore.fate')}</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((one) => (
              <SheetRow key={one.sheet.sheetId} row={one} />
            ))}
          </tbody>
        </table>
      )}
      <p className="settings-card__fact">{t('backup.restore.others', { added, same })}</p>
      <Names title={t('backup.restore.left')} names={left} testId="settings-restore-left" />
      <Names title={t('backup.restore.damaged')} names={contents.damaged} testId="settings-restore-damaged" />
      {isNothing && <Note kind="plain">{t('backup.restore.nothing')}</Note>}
      <div className="settings-card__buttons">
        {!isNothing && (
          <Button type="primary" loading={isApplying} data-testid="settings-restore-apply" onClick={onApply}>
            {t(isApplying ? 'backup.restore.applying' : 'backup.restore.apply')}
          </Button>
        )}
        <Button disabled={isApplying} data-testid="settings-restore-drop" onClick={onCancel}>
          {t(isNothing ? 'common.close' : 'common.cancel')}
        </Button>
      </div>
    </div>
  )
}

const BRINGS: readonly RestoreSheet['fate'][] = ['new', 'longer']

function SheetRow({ row: { sheet, fate, lines, filled } }: { readonly row: RestoreSheet }) {
  const { t } = useTranslation()
  const { header, sheetId, seq } = sheet
  return (
    <tr data-testid="settings-restore-sheet" data-fate={fate}>
      <td>
        {header === null ? sheetId : `${header.subject.name} · ${header.scorer.name}`}
        {header !== null && <div className="settings-plan__round">{header.round.title}</div>}
      </td>
      <td>{seq}</td>
      <td>
        {t(`backup.restore.fates.${fate}`, { lines })}
        {filled > 0 && <div>{t('backup.restore.filled', { count: filled })}</div>}
      </td>
    </tr>
  )
}

function Names({
  title,
  names,
  testId,
}: {
  readonly title: string
  readonly names: readonly string[]
  readonly testId: string
}) {
  if (names.length === 0) return null
  const more = names.length - NAMED
  return (
    <Note kind="warn" title={title} testId={testId}>
      <ul className="settings-plan__names">
        {names.slice(0, NAMED).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {more > 0 && <li>+ {more}</li>}
      </ul>
    </Note>
  )
}
