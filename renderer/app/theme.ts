import { type ThemeConfig, theme } from 'antd'

/** The colours of base.css that antd must know as values, because it derives shades from them. */
const COLOURS = {
  light: {
    colorPrimary: '#0c5f78',
    colorInfo: '#0c5f78',
    colorLink: '#0c5f78',
    colorError: '#b02a20',
    colorWarning: '#855000',
    colorSuccess: '#1d6a3f',
    colorTextBase: '#15212b',
    colorBgBase: '#ffffff',
    colorBgLayout: '#f5f7f8',
    colorBorder: '#aab4bd',
    colorBorderSecondary: '#dde2e6',
  },
  dark: {
    colorPrimary: '#58b4ce',
    colorInfo: '#58b4ce',
    colorLink: '#58b4ce',
    colorError: '#f08a80',
    colorWarning: '#e3b160',
    colorSuccess: '#7cc79a',
    colorTextBase: '#e7edf1',
    colorBgBase: '#10161a',
    colorBgLayout: '#10161a',
    colorBgContainer: '#182026',
    colorBgElevated: '#1f2930',
    colorBorder: '#55646f',
    colorBorderSecondary: '#2b363e',
  },
} as const

/** antd's look for a theme and a text size (percent; 100 is 14 px). */
export function antdTheme(isDark: boolean, textSize: number, hasMotion: boolean): ThemeConfig {
  const sized = (pixels: number) => Math.round((pixels * textSize) / 100)
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'scorebench' },
    hashed: false,
    token: {
      ...(isDark ? COLOURS.dark : COLOURS.light),
      fontFamily: 'inherit',
      fontSize: sized(14),
      controlHeight: sized(32),
      borderRadius: 6,
      fontWeightStrong: 650,
      motion: hasMotion,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    },
  }
}
