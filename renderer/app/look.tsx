import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'
import { useSettings } from '../i18n/settings'
import { antdTheme, type LookName } from './theme'

const LOCALES = { 'zh-CN': zhCN, en: enUS } as const

/** Theme, text size and language of everything below, as set in the settings. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { language, theme, textSize, isFocusMode } = useSettings()
  const system = useSystemLook()
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const look = theme === 'system' ? system : theme

  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dataset.theme = look
    // AG Grid's themes look at this attribute.
    documentElement.dataset.agThemeMode = look === 'dark' ? 'dark' : 'light'
    documentElement.style.fontSize = `${textSize}%`
  }, [look, textSize])

  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      locale={LOCALES[language]}
      theme={antdTheme(look, textSize, !isStill, isFocusMode)}
    >
      {children}
    </ConfigProvider>
  )
}

/** Who asks the system for more contrast on light ground gets the outdoor look. */
function useSystemLook(): LookName {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const isStrong = useMedia('(prefers-contrast: more)')
  if (isDark) return 'dark'
  return isStrong ? 'outdoor' : 'light'
}

function useMedia(query: string): boolean {
  const subscribe = (listener: () => void) => {
    const list = matchMedia(query)
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
