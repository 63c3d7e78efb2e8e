/** Called once a field; `row` counts records from 0. */
export type TakeField = (row: number, column: number, text: string) => void

const QUOTE = '"'

/**
 * Splits a delimited text (RFC 4180; a table on the clipboard with tabs): quoted fields may hold delimiters, line
 * breaks and doubled quotes. A quote that is never closed, or after whose closing something follows, is a plain
 * character: people begin sentences with quotes.
 */
export function eachField(text: string, delimiter: string, take: TakeField): void {
  let at = text.startsWith('\ufeff') ? 1 : 0
  let row = 0
  let column = 0
  while (at < text.length) {
    const quoted = text[at] === QUOTE ? quotedField(text, at, delimiter) : null
    const end = quoted?.end ?? plainEnd(text, at, delimiter)
    const field = quoted?.text ?? text.slice(at, end)
    take(row, column, field)
    if (text[end] === delimiter) {
      column++
      at = end + 1
      if (at === text.length) take(row, column, '')
      continue
    }
    row++
    column = 0
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0)
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === stop || code === 10 || code === 13) break
  }
  return at
}

function quotedField(text: string, from: number, delimiter: string): { text: string; end: number } | null {
  let close = from
  let isDoubled = false
  for (;;) {
    close = text.indexOf(QUOTE, close + 1)
    if (close < 0) return null
    if (text[close + 1] !== QUOTE) break
    isDoubled = true
    close++
  }
  const next = text[close + 1]
  if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return null
  const inner = text.slice(from + 1, close)
  return {
    text: (isDoubled ? inner.replace(/""/g, QUOTE) : inner).replace(/\r\n?/g, '\n'),
    end: close + 1,
  }
}
