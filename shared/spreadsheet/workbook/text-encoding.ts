import { refuse } from './refused'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030'
}

/**
 * The text of a file that does not say how it is coded: UTF-16 by its mark; else UTF-8 where every byte is; else
 * GB18030 (which holds GBK and GB2312) where every byte is; else refused: half a text would be a wrong one.
 */
export function decodedText(bytes: Uint8Array): DecodedText {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe || mark === 0xfeff)
    return checked(decode(bytes, mark === 0xfffe ? 'utf-16le' : 'utf-16be'), 'utf-16')
  const text = decode(bytes, 'utf-8')
  return text === null ? checked(decode(bytes, 'gb18030'), 'gb18030') : checked(text, 'utf-8')
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Control characters other than tabs and line ends are no text; an old mark of the file's end (U+001A) may stand last. */
function checked(text: string | null, encoding: DecodedText['encoding']): DecodedText {
  const plain = text?.endsWith('\u001a') ? text.slice(0, -1) : text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (plain === null || plain === undefined || /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/.test(plain))
    return refuse('workbook-not-a-table', '')
  return { text: plain, encoding }
}
