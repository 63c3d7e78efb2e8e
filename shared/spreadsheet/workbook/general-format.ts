const GENERAL_WORD = /general|G\/通用格式/i
const DIGITS = '〇一二三四五六七八九'
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '十', '百', '千'] as const
const FORMAL_PLACES = ['', '拾', '佰', '仟'] as const

/**
 * Formats that say General with words around it (General"分", G/通用格式"、", [DBNum1]General), which xlsx shows
 * without the words or with a '$'; null for any other. `general` shows a number as General alone does.
 */
export function shownGeneral(code: string, value: number, general: (value: number) => string): string | null {
  if (!GENERAL_WORD.test(code)) return null
  const sections = code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? []
  const at = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0
  const section = sections[at] ?? ''
  const found = GENERAL_WORD.exec(section)
  if (found === null) return null
  const numerals = /\[DBNum([12])\]/i.exec(section)?.[1]
  // A section of its own for what is below zero says itself how the sign is shown.
  const size = at === 1 ? Math.abs(value) : value
  const number = numerals === undefined ? null : chinese(size, numerals === '2')
  const before = words(section.slice(0, found.index))
  const after = words(section.slice(found.index + found[0].length))
  return `${before}${number ?? general(size)}${after}`
}

/** What a part of a format says literally: colours, conditions and locales say nothing, '_x' and '*x' only fill. */
function words(part: string): string {
  return part.replace(
    /"([^"]*)"|\\(.)|\[[^\]]*\]|[_*]./g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  )
}

/** Whole numbers up to 9,999 as Excel writes them: 12 is 一十二; null for any other. */
function chinese(value: number, isFormal: boolean): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return null
  const digits = isFormal ? FORMAL_DIGITS : DIGITS
  const places = isFormal ? FORMAL_PLACES : PLACES
  if (value === 0) return digits[0] ?? null
  const text = [...String(value)].map((digit, at, all) => {
    const place = digit === '0' ? '' : places[all.length - 1 - at]
    return `${digits[Number(digit)]}${place}`
  })
  const zero = digits[0] ?? ''
  return text
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
    .replace(new RegExp(`${zero}$`), '')
}
