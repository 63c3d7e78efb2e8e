import { SSF } from 'xlsx'
import { shownGeneral } from './general-format'

/** Built-in formats as a Chinese Excel or WPS shows them (ECMA-376 part 1, 18.8.30, zh-cn). */
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** A number format: its code, or the number of a built-in one. */
export type NumberFormat = string | number

export const GENERAL: NumberFormat = 0

/** Excel takes no longer format; a hostile one would be followed anew in every cell. */
const LONGEST_CODE = 255

/**
 * A number as its cell shows it: 0.30000000000000004 as '0.3', 45000 under a date format as that day. Blanks that
 * a format puts in to align digits are left out. A format that cannot be followed shows the number plainly.
 */
export function shownNumber(value: number, format: NumberFormat, isFrom1904: boolean): string {
  if (format === GENERAL && Number.isInteger(value) && Math.abs(value) < 1e11) return String(value)
  try {
    const code = typeof format === 'number' ? (CHINESE_FORMATS[format] ?? format) : format
    if (typeof code === 'string' && code.length > LONGEST_CODE) return shownPlainly(value)
    const plain = typeof code === 'string' ? code.replace(/\[\$-[^\]]*\]/g, '') : code
    const general = typeof plain === 'string' ? shownGeneral(plain, value, shownPlainly) : null
    if (general !== null) return general
    const shown: unknown = SSF.format(plain, value, { date1904: isFrom1904 })
    return typeof shown === 'string' ? shown.trim() : String(value)
  } catch {
    return String(value)
  }
}

function shownPlainly(value: number): string {
  const shown: unknown = SSF.format('General', value)
  return typeof shown === 'string' ? shown : String(value)
}
