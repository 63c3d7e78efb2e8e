import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'
import { useSettings } from '../i18n/settings'
import { antdTheme } from './theme'

const LOCALES = { 'zh-CN': zhCN, en: enUS } as const

/** Theme, text size and language of everything below, as set in the settings. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { language, theme, textSize } = useSettings()
  const isSystemDark = useMedia('(prefers-color-scheme: dark)')
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark)

  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dataset.theme = isDark ? 'dark' : 'light'
    // AG Grid's themes look at this attribute.
    documentElement.dataset.agThemeMode = isDark ? 'dark' : 'light'
    documentElement.style.fontSize = `${textSize}%`
  }, [isDark, textSize])

  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      locale={LOCALES[language]}
      theme={antdTheme(isDark, textSize, !isStill)}
    >
      {children}
    </ConfigProvider>
  )
}

function useMedia(query: string): boolean {
  const subscribe = (listener: () => void) => {
    const list = matchMedia(query)
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
