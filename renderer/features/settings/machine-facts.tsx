import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../components/copy-button'
import { Note } from '../../components/note'
import { useCall } from '../../components/use-call'

/** Where the data lies on this machine, and what runs. */
export function MachineFacts() {
  const { t } = useTranslation()
  const described = useCall(() => window.scorebench.describe(), [])
  return (
    <section className="settings-machine" aria-labelledby="settings-machine">
      <h2 id="settings-machine" className="settings-machine__title">
        {t('settings.about')}
      </h2>
      {described.state === 'failed' && (
        <Note kind="danger">{t(`failure.${described.code}`, { detail: described.detail ?? '' })}</Note>
      )}
      {described.state === 'read' && (
        <dl className="settings-machine__facts">
          <dt>{t('settings.dataFolder')}</dt>
          <dd>
            <span className="settings-machine__path" data-testid="settings-data-folder">
              {described.value.dataFolder}
            </span>
            <CopyButton text={described.value.dataFolder} label={t('settings.dataFolder')} />
            <p className="settings__hint">{t('settings.dataFolderHint')}</p>
          </dd>
          <dt>{t('settings.version')}</dt>
          <dd data-testid="settings-version">{described.value.version}</dd>
          <dt>{t('settings.runtime')}</dt>
          <dd>
            Electron {described.value.electron}
            {described.value.isDevelopmentRuntime && (
              <p className="settings__hint">{t('settings.development')}</p>
            )}
          </dd>
        </dl>
      )}
    </section>
  )
}
