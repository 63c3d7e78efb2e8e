const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** What a Chinese numeral may begin with. */
export const NUMERALS = '零〇一二两三四五六七八九十百千半'

/** A number in digits at `from` of plain text: its value and where it ends; null where there is none. */
export function digitsAt(text: string, from: number): { readonly value: number; readonly to: number } | null {
  const code = text.charCodeAt(from)
  if (!(code >= 48 && code <= 57)) return null
  const match = /[0-9]+(?:\.[0-9]+)?/y
  match.lastIndex = from
  const found = match.exec(text)
  return found && found[0].length <= 12 ? { value: Number(found[0]), to: from + found[0].length } : null
}

/** A Chinese numeral at `from` (一, 十二, 一百二十, 半): its value and where it ends; null where there is none. */
export function chineseAt(
  text: string,
  from: number,
): { readonly value: number; readonly to: number } | null {
  if (!NUMERALS.includes(text.charAt(from))) return null
  let to = from
  let sum = 0
  let digit: number | null = null
  while (to < text.length && to - from < 7) {
    const char = text.charAt(to)
    const place = PLACES[char]
    const value = DIGITS[char]
    if (place !== undefined) {
      sum += (digit ?? 1) * place
      digit = null
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) break
      digit = value
    } else break
    to += 1
  }
  if (to > from) return withDecimals(text, sum + (digit ?? 0), to)
  return text.charAt(from) === '半' ? { value: 0.5, to: from + 1 } : null
}

/** 零点二, 一点五: digits after 点. */
function withDecimals(
  text: string,
  whole: number,
  to: number,
): { readonly value: number; readonly to: number } {
  const first = DIGITS[text.charAt(to + 1)]
  if (text.charAt(to) !== '点' || first === undefined) return { value: whole, to }
  const second = DIGITS[text.charAt(to + 2)]
  const value = Math.round(whole * 100 + first * 10 + (second ?? 0)) / 100
  return { value, to: to + (second === undefined ? 2 : 3) }
}
