import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/ipc/contract'
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
  let menu: Language = 'zh-CN'
  const follow = () => {
    const { language } = readSettings()
    document.documentElement.lang = language
    if (i18next.language !== language) void i18next.changeLanguage(language)
    if (menu !== language) void window.scorebench.chooseLanguage(language)
    menu = language
  }
  follow()
  onSettings(follow)
}
