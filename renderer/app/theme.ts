import { type ThemeConfig, theme } from 'antd'

/** The colours of base.css that antd must know as values, because it derives shades from them. */
const COLOURS = {
  light: {
    colorPrimary: '#0c5f78',
    colorPrimaryHover: '#0a7190',
    colorPrimaryActive: '#084a5e',
    colorPrimaryBg: '#e1eff4',
    colorPrimaryBgHover: '#d2e6ee',
    colorPrimaryBorder: '#8fc0cf',
    colorTextPlaceholder: '#76838e',
    controlItemBgActive: '#e1eff4',
    controlItemBgActiveHover: '#d2e6ee',
    controlItemBgHover: '#e9eef1',
    colorTrack: '#e6eaed',
    colorTrackItem: '#ffffff',
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
    colorPrimaryHover: '#77c6dc',
    colorPrimaryActive: '#3f9cb8',
    colorPrimaryBg: '#17333e',
    colorPrimaryBgHover: '#1d4250',
    colorPrimaryBorder: '#2f6b7e',
    colorTextPlaceholder: '#7d8b96',
    controlItemBgActive: '#17333e',
    controlItemBgActiveHover: '#1d4250',
    controlItemBgHover: '#222c33',
    colorTrack: '#10161a',
    colorTrackItem: '#2b3942',
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
  const { colorTrack, colorTrackItem, ...colours } = isDark ? COLOURS.dark : COLOURS.light
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'scorebench' },
    hashed: false,
    token: {
      ...colours,
      fontFamily: 'inherit',
      fontSize: sized(14),
      controlHeight: sized(32),
      borderRadius: 6,
      fontWeightStrong: 650,
      motion: hasMotion,
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        primaryColor: isDark ? '#06222c' : '#ffffff',
      },
      Segmented: {
        trackBg: colorTrack,
        itemSelectedBg: colorTrackItem,
        itemSelectedColor: colours.colorPrimary,
        itemColor: isDark ? '#b3bfc8' : '#465460',
      },
    },
  }
}
