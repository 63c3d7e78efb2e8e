/** Character for character: full-width signs, brackets of all sorts and wide blanks as their plain ones; offsets stay. */
export function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x80) folded += text.charAt(i)
    else if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0)
    else folded += SAME_AS[text.charAt(i)] ?? text.charAt(i)
  }
  return folded
}

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

/** For comparing labels: folded, without any blank. */
export function tight(text: string): string {
  return fold(text).replace(/[\s\u200b\ufeff]+/g, '')
}

/** Verbatim but for blanks around it. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
}

export function hasText(text: string): boolean {
  return /[^\s\u200b\ufeff]/.test(text)
}
