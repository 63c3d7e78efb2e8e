import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/catalogue'
import { onSettings, readSettings } from './settings'
import { zhCN } from './zh-CN/catalogue'

/** Starts the catalogues in the language that is set, and follows the setting. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: readSettings().language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  const follow = () => {
    const { language } = readSettings()
    document.documentElement.lang = language
    if (i18next.language !== language) void i18next.changeLanguage(language)
  }
  follow()
  onSettings(follow)
}
