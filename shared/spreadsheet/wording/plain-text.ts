/**
 * A rule as it is read: half-width, without blanks, one character for one, so that every offset leads back to the
 * printed text. Line breaks stay only where they end something.
 */
export interface PlainText {
  readonly text: string
  /** Where character i of `text` stands in the rule (UTF-16); one more entry for the end. */
  readonly at: readonly number[]
}

const SAME_AS: Readonly<Record<string, string>> = {
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '−': '-',
  '─': '-',
  '﹣': '-',
  '〜': '-',
  '∼': '-',
  '~': '-',
  '≦': '≤',
  '≧': '≥',
  '⩽': '≤',
  '⩾': '≥',
  '﹤': '<',
  '﹥': '>',
  '〈': '<',
  '〉': '>',
  '﹪': '%',
  '﹒': '.',
  '﹔': ';',
  '﹐': ',',
  '\u2236': ':',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '[': '(',
  ']': ')',
  '*': '×',
  '✕': '×',
  '╳': '×',
  '"': '”',
}
const BLANK = /[\s\u00a0\u2000-\u200f\u3000\ufeff\u2028\u2029]/
const isBlank = (char: string): boolean => !(char >= '一' && char <= '鿿') && BLANK.test(char)

/** After these a line break ends a statement; elsewhere it only wraps one. */
const ENDS_A_LINE = '。;:,)分止行扣'
/** These go on with the 分 before the break: 百分↵点. */
const GOES_ON = /^[点钟之类贝别]/
const STARTS_A_LINE = /^(\(?[0-9]{1,2}[.、)]|[①-⑳]|\(?[一二三四五六七八九十]{1,3}[、)])/

/** Whether nothing but one or two figures stand in the line so far. */
function isLineNumber(chars: readonly string[]): boolean {
  const last = chars[chars.length - 1] ?? ''
  if (!/[0-9]/.test(last)) return false
  const start = chars.slice(-3)
  const figures = start.slice(start.lastIndexOf('\n') + 1)
  return (
    figures.length < 3 &&
    figures.every((char) => /[0-9]/.test(char)) &&
    (start.includes('\n') || chars.length < 3)
  )
}

function halfWidth(char: string): string {
  if (char >= '一' && char <= '鿿') return char
  const code = char.charCodeAt(0)
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
  return SAME_AS[half] ?? half
}

/** `rule` made plain. Linear in its length. */
export function plainText(rule: string): PlainText {
  const chars: string[] = []
  const at: number[] = []
  let breakAt = -1
  for (let i = 0; i < rule.length; i += 1) {
    const char = rule.charAt(i)
    if (char === '\n' || char === '\r') {
      breakAt = i
      continue
    }
    if (isBlank(char)) {
      // '1 路面积水…' at the start of a line: the blank ends the number.
      if (isLineNumber(chars) && !/[0-9.、)．]/.test(rule.charAt(i + 1))) {
        chars.push('、')
        at.push(i)
      }
      continue
    }
    if (breakAt >= 0) {
      const rest = plainStart(rule, i)
      const before = chars[chars.length - 1] ?? ''
      const ends = STARTS_A_LINE.test(rest) || (ENDS_A_LINE.includes(before) && !GOES_ON.test(rest))
      if (before !== '' && ends) {
        chars.push('\n')
        at.push(breakAt)
      }
      breakAt = -1
    }
    chars.push(halfWidth(char))
    at.push(i)
  }
  at.push(rule.length)
  return { text: chars.join(''), at }
}

/** The next few characters from `from`, plain. */
function plainStart(rule: string, from: number): string {
  let start = ''
  for (let i = from; i < rule.length && start.length < 6; i += 1) {
    const char = rule.charAt(i)
    if (!isBlank(char)) start += halfWidth(char)
  }
  return start
}
