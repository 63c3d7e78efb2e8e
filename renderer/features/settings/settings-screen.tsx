import { Segmented, Switch } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page'
import { changeSettings, useSettings } from '../../i18n/settings'
import { BackupCard } from './backup-card'
import { MachineFacts } from './machine-facts'
import { RestoreCard } from './restore-card'
import { SecondPlaceCard } from './second-place-card'
import '../../components/card.css'
import './settings.css'

const TEXT_SIZES = [100, 115, 130, 145, 160]
const LANGUAGES = ['zh-CN', 'en'] as const
const THEMES = ['light', 'dark', 'outdoor', 'system'] as const

export interface SettingsScreenProps {
  /** What the person came for. */
  readonly part?: 'restore' | undefined
}

/** What a person sets for this machine's screen, and where the workspace is kept safe. */
export function SettingsScreen({ part }: SettingsScreenProps) {
  const { t } = useTranslation()
  const { language, theme, textSize, hasSingleKeys } = useSettings()
  return (
    <Page kind="form" title={t('settings.title')} hint={t('settings.hint')} testId="settings">
      <div className="settings">
        <Setting name={t('settings.language')}>
          {(id) => (
            <Segmented
              aria-labelledby={id}
              data-testid="settings-language"
              value={language}
              onChange={(value) => changeSettings({ language: value })}
              options={LANGUAGES.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
            />
          )}
        </Setting>
        <Setting name={t('settings.theme')} hint={t('settings.themeHint')}>
          {(id) => (
            <Segmented
              aria-labelledby={id}
              data-testid="settings-theme"
              value={theme}
              onChange={(value) => changeSettings({ theme: value })}
              options={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            />
          )}
        </Setting>
        <Setting name={t('settings.textSize')} hint={t('settings.textSample')}>
          {(id) => (
            <Segmented
              aria-labelledby={id}
              data-testid="settings-text-size"
              value={textSize}
              onChange={(value) => changeSettings({ textSize: value })}
              options={TEXT_SIZES.map((value) => ({ value, label: `${value} %` }))}
            />
          )}
        </Setting>
        <Setting name={t('settings.singleKeys')} hint={t('settings.singleKeysHint')}>
          {(id) => (
            <Switch
              aria-labelledby={id}
              data-testid="settings-single-keys"
              checked={hasSingleKeys}
              onChange={(value) => changeSettings({ hasSingleKeys: value })}
              checkedChildren={t('settings.on')}
              unCheckedChildren={t('settings.off')}
            />
          )}
        </Setting>
      </div>
      <div className="settings-safety">
        <h2 className="settings-safety__title">{t('backup.title')}</h2>
        <BackupCard />
        <SecondPlaceCard />
        <RestoreCard isFirst={part === 'restore'} />
      </div>
      <MachineFacts />
    </Page>
  )
}

interface SettingProps {
  readonly name: string
  readonly hint?: string
  readonly children: (labelId: string) => ReactNode
}

function Setting({ name, hint, children }: SettingProps) {
  const id = useId()
  return (
    <div className="settings__row">
      <div className="settings__words">
        <span id={id} className="settings__name">
          {name}
        </span>
        {hint !== undefined && <p className="settings__hint">{hint}</p>}
      </div>
      <div className="settings__control">{children(id)}</div>
    </div>
  )
}
