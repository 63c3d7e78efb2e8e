import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { theme } from 'antd'
import { describe, expect, it } from 'vitest'
import { antdTheme, LOOKS, type LookName } from '../../../renderer/app/theme'

/** Every colour that is written on every ground it may stand on, by the formula of WCAG 2.2 (1.4.3, 1.4.6, 1.4.11). */
const css = readFileSync(resolve(__dirname, '../../../renderer/app/base.css'), 'utf8')

const GROUNDS = ['page', 'surface', 'sunken', 'hover', 'accent-soft', 'danger-soft', 'warn-soft', 'ok-soft']
const WRITTEN = ['text', 'text-2', 'text-3', 'accent', 'accent-hover', 'danger', 'warn', 'ok']
const LEAST: { readonly [L in LookName]: number } = { light: 4.5, dark: 4.5, outdoor: 7 }

type Rgb = readonly [number, number, number]

function variables(look: LookName): Record<string, string> {
  const own = block(`:root[data-theme="${look}"]`)
  return { ...block(':root'), ...own }
}

function block(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`)
  if (start === -1) return {}
  const text = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...text.matchAll(/--sb-([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

/** A '#rrggbb' or 'rgba(…)' over a ground. */
function rgb(colour: string, ground: Rgb = [255, 255, 255]): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (hex !== null) return [part(hex[1]), part(hex[2]), part(hex[3])]
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour)
  if (short !== null) return rgb(`#${[1, 2, 3].map((at) => `${short[at]}${short[at]}`).join('')}`)
  const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  const over = (value: number, below: number) => value * a + below * (1 - a)
  return [over(r, ground[0]), over(g, ground[1]), over(b, ground[2])]
}

function part(text: string | undefined): number {
  return Number.parseInt(text ?? '0', 16)
}

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the formula', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
  ])('%s on %s is %d', (one, other, expected) => {
    expect(contrast(rgb(one), rgb(other))).toBeCloseTo(expected, 2)
  })
})

describe.each(LOOKS)('%s', (look) => {
  const all = variables(look)
  const of = (name: string) => {
    const value = all[name]
    if (value === undefined) throw new Error(`no colour --sb-${name}`)
    return rgb(value)
  }
  const pairs = WRITTEN.flatMap((written) => GROUNDS.map((ground) => [written, ground] as const))

  it.each(pairs)('%s is readable on %s', (written, ground) => {
    expect(contrast(of(written), of(ground))).toBeGreaterThanOrEqual(LEAST[look])
  })

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['on-accent', 'accent-press'],
    ['on-hero', 'hero'],
    ['on-hero', 'hero-hover'],
  ])('%s is readable on %s', (written, ground) => {
    expect(contrast(of(written), of(ground))).toBeGreaterThanOrEqual(LEAST[look])
  })

  it.each(GROUNDS)('the edge of a control and the focus are seen on %s', (ground) => {
    expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(look === 'outdoor' ? 7 : 3)
    expect(contrast(of('focus'), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it('antd writes with the same colours, on every ground of its own', () => {
    const token = theme.getDesignToken(antdTheme(look, 100, true))
    const grounds = [token.colorBgContainer, token.colorBgElevated, token.colorBgLayout].map((one) =>
      rgb(one),
    )
    const written = [
      token.colorText,
      token.colorTextSecondary,
      token.colorTextTertiary,
      token.colorTextDescription,
      token.colorTextPlaceholder,
      token.colorLink,
      token.colorError,
      token.colorWarning,
      token.colorSuccess,
      token.colorPrimary,
    ]
    for (const ground of grounds)
      for (const colour of written)
        expect(contrast(rgb(colour, ground), ground), colour).toBeGreaterThanOrEqual(LEAST[look])
    expect(
      [token.colorText, token.colorTextSecondary, token.colorTextTertiary].map((one) => one.toLowerCase()),
    ).toEqual([all.text, all['text-2'], all['text-3']])
    expect([token.colorBorder, token.colorBorderSecondary]).toEqual([all['line-strong'], all.line])
    // Of its dark colours antd makes shades of its own.
    if (look === 'dark') return
    expect([token.colorPrimary, token.colorError, token.colorWarning, token.colorSuccess]).toEqual([
      all.accent,
      all.danger,
      all.warn,
      all.ok,
    ])
  })
})

it.each(LOOKS)('%s: progress is seen against what is left', (look) => {
  const { accent = '', ok = '', track = '' } = variables(look)
  for (const colour of [accent, ok]) expect(contrast(rgb(colour), rgb(track))).toBeGreaterThanOrEqual(3)
})

it('outdoors nothing is pale: lines are as strong as text, and boxes are thick', () => {
  const all = variables('outdoor')
  expect(contrast(rgb(all.line ?? ''), rgb('#ffffff'))).toBeGreaterThanOrEqual(7)
  expect(all.border).toBe('2px')
  expect(theme.getDesignToken(antdTheme('outdoor', 100, true)).lineWidth).toBe(2)
})
