import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Note } from '../components/note'
import type { NamedRepair, StartUp } from './start-up'

/** What was put right at start-up, and what could not be: stays until the person closes it. */
export function RepairNotes({
  repairs,
  onClose,
}: {
  readonly repairs: readonly NamedRepair[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const hasFailed = repairs.some(({ kind }) => kind === 'not-restored' || kind === 'journal-broken')
  return (
    <Note
      kind={hasFailed ? 'danger' : 'warn'}
      title={t(hasFailed ? 'home.repair.failedTitle' : 'home.repair.title')}
      close={{ label: t('home.repair.close'), onClose }}
      testId="home-repairs"
    >
      <ul className="shell-repairs">
        {repairs.map(({ sheetId, sheet, kind, lines, code }) => (
          <li key={sheetId} data-kind={kind}>
            {t(`home.repair.${kind}`, {
              sheet,
              lines,
              reason: code === undefined ? '' : t(`failure.${code}`, { detail: '' }),
            })}
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** Start-up did not come through: why, and the ways on. */
export function StartUpFailure({
  startUp,
  onRetry,
  onRebuild,
}: {
  readonly startUp: Extract<StartUp, { state: 'refused' | 'broken' }>
  readonly onRetry: () => void
  readonly onRebuild: () => void
}) {
  const { t } = useTranslation()
  const isStore = startUp.state === 'broken' && startUp.isStore
  return (
    <div className="shell-broken">
      <Note
        kind="danger"
        title={t('home.start.failed')}
        testId="home-start-failed"
        actions={
          <>
            <Button type="primary" onClick={onRetry}>
              {t('common.retry')}
            </Button>
            {isStore && (
              <Button data-testid="home-start-rebuild" onClick={onRebuild}>
                {t('home.start.rebuild')}
              </Button>
            )}
          </>
        }
      >
        {startUp.state === 'refused' && t(`failure.${startUp.code}`, { detail: '' })}
        {startUp.state === 'broken' && (
          <>
            {isStore ? t('home.start.store') : t('home.start.journal')}
            <pre className="shell-broken__words">{startUp.detail}</pre>
          </>
        )}
      </Note>
    </div>
  )
}
