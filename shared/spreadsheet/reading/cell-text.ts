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

const FOLDED = /[\uff01-\uff5e\u3000\u00a0【】〔〕﹝﹞〈〉﹣—–‐]/g

/** Character for character: full-width signs, brackets of all sorts and wide blanks as their plain ones; offsets stay. */
export function fold(text: string): string {
  return text.replace(FOLDED, (char) => SAME_AS[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}

const BLANKS = /[\s\u200b\ufeff]+/g

/** For comparing labels: folded, without any blank. */
export function tight(text: string): string {
  return fold(text.replace(BLANKS, ''))
}

/** Verbatim but for blanks around it. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
}

export function hasText(text: string): boolean {
  return /[^\s\u200b\ufeff]/.test(text)
}
