const SAME_AS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '﹝': '[',
  '﹞': ']',
  '［': '[',
  '］': ']',
  '〈': '(',
  '〉': ')',
  '．': '.',
  '﹣': '-',
  '－': '-',
  '—': '-',
  '–': '-',
  '‐': '-',
}

const PLAIN: ReadonlyMap<number, string> = new Map([
  ...Array.from({ length: 0x5e }, (_, i) => [0xff01 + i, String.fromCharCode(0x21 + i)] as const),
  ...Object.entries(SAME_AS).map(([char, plain]) => [char.charCodeAt(0), plain] as const),
])

/** Character for character: full-width signs, brackets of all sorts and wide blanks as their plain ones; offsets stay. */
export function fold(text: string): string {
  let folded = ''
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    // Plain letters and Chinese characters are most of it.
    if (code < 0xa0 || (code > 0x3015 && code < 0xfe00)) continue
    const plain = PLAIN.get(code)
    if (plain === undefined) continue
    folded += text.slice(from, i) + plain
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

/** Characters that are neither blank nor written in two ways: nearly all of them. */
const isPlain = (code: number): boolean => (code > 0x20 && code < 0xa0) || (code > 0x3015 && code < 0xfe00)
/** What \s stands for, and what has no width. */
const BLANKS: ReadonlySet<number> = new Set(
  Array.from(
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff',
    (char) => char.charCodeAt(0),
  ),
)
const isBlank = (code: number): boolean => !isPlain(code) && BLANKS.has(code)

/** For comparing labels: folded, without any blank. */
export function tight(text: string): string {
  let tightened = ''
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isPlain(code)) continue
    const plain = isBlank(code) ? '' : PLAIN.get(code)
    if (plain === undefined) continue
    tightened += text.slice(from, i) + plain
    from = i + 1
  }
  return from === 0 ? text : tightened + text.slice(from)
}

/** Verbatim but for blanks around it. */
export function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isBlank(text.charCodeAt(from))) from += 1
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1
  return text.slice(from, to)
}

export function hasText(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (!isBlank(text.charCodeAt(i))) return true
  return false
}
