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
/** Blanks of all widths, and what is not seen at all. Line breaks are among them. */
const BLANKS = /[\s\u00a0\u2000-\u200f\u3000\ufeff\u2028\u2029]/
/** A blank itself, so that nothing becomes it. */
const BLANK = 0xfeff

/** By character: what it becomes; BLANK where nothing. */
const PLAIN = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0x4e00 && code <= 0x9fff) return code
  const char = String.fromCharCode(code)
  if (BLANKS.test(char)) return BLANK
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
  return (SAME_AS[half] ?? half).charCodeAt(0)
})

const LINE_FEED = 0x0a
const RETURN = 0x0d
const LIST_STOP = '、'.charCodeAt(0)
const isFigure = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x39

/** After these a line break ends a statement; elsewhere it only wraps one. */
const ENDS_A_LINE = '。:)分止行扣'
/** These go on with the 分 before the break: 百分↵点. */
const GOES_ON = /^[点钟之类贝别]/
const STARTS_A_LINE = /^(\(?[0-9]{1,2}[.、)]|[①-⑳]|\(?[一二三四五六七八九十]{1,3}[、)])/

const POINT = '.'.charCodeAt(0)
const FULL_STOP = '。'.charCodeAt(0)
const AFTER_WORDS = /[\u4e00-\u9fff)%]/
const isAfterWords = (codes: readonly number[]): boolean =>
  AFTER_WORDS.test(String.fromCharCode(codes[codes.length - 1] ?? 0))

/** Whether nothing but one or two figures stand in the line so far. */
function isLineNumber(codes: readonly number[]): boolean {
  const { length } = codes
  if (!isFigure(codes[length - 1])) return false
  let figures = 1
  while (figures < 3 && isFigure(codes[length - 1 - figures])) figures += 1
  return figures < 3 && (length === figures || codes[length - 1 - figures] === LINE_FEED)
}

/** Offsets of a text in which nothing was left out; longer where a longer text was met. */
const SAME_PLACES: number[] = []

function samePlaces(length: number): readonly number[] {
  for (let i = SAME_PLACES.length; i <= length; i += 1) SAME_PLACES.push(i)
  return SAME_PLACES
}

/** `rule` made plain. Linear in its length. */
export function plainText(rule: string): PlainText {
  const codes: number[] = []
  let at: number[] | null = null
  let breakAt = -1
  function put(code: number, from: number): void {
    if (at === null && from !== codes.length) at = Array.from(codes.keys())
    at?.push(from)
    codes.push(code)
  }
  for (let i = 0; i < rule.length; i += 1) {
    const printed = rule.charCodeAt(i)
    const code = PLAIN[printed] as number
    if (code === BLANK) {
      if (printed === LINE_FEED || printed === RETURN) breakAt = i
      // '1 路面积水…' at the start of a line: the blank ends the number.
      else if (isLineNumber(codes) && !/[0-9.、)．]/.test(rule.charAt(i + 1))) put(LIST_STOP, i)
      continue
    }
    if (breakAt >= 0) {
      const before = codes[codes.length - 1]
      if (before !== undefined && endsLine(before, plainStart(rule, i))) put(LINE_FEED, breakAt)
      breakAt = -1
    }
    // 最多扣1分.: a full stop, as some keyboards have it.
    const isStop = code === POINT && isAfterWords(codes) && !/^[0-9]/.test(plainStart(rule, i + 1))
    put(isStop ? FULL_STOP : code, i)
  }
  const text = textOf(codes)
  if (at === null && codes.length === rule.length) return { text, at: samePlaces(rule.length) }
  return { text, at: [...(at ?? codes.keys()), rule.length] }
}

/** No call takes any number of arguments. */
const MOST_AT_ONCE = 8192

function textOf(codes: readonly number[]): string {
  if (codes.length <= MOST_AT_ONCE) return String.fromCharCode(...codes)
  let text = ''
  for (let from = 0; from < codes.length; from += MOST_AT_ONCE)
    text += String.fromCharCode(...codes.slice(from, from + MOST_AT_ONCE))
  return text
}

const endsLine = (before: number, next: string): boolean =>
  STARTS_A_LINE.test(next) || (ENDS_A_LINE.includes(String.fromCharCode(before)) && !GOES_ON.test(next))

/** The next few characters from `from`, plain. */
function plainStart(rule: string, from: number): string {
  let start = ''
  for (let i = from; i < rule.length && start.length < 6; i += 1) {
    const code = PLAIN[rule.charCodeAt(i)] as number
    if (code !== BLANK) start += String.fromCharCode(code)
  }
  return start
}
