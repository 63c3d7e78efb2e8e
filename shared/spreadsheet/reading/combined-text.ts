const SCORES = /(?:扣|得|加|减|计)\s*[\d.]+|(?:扣|得|加|计)[^。；;\n]{0,8}分|不得分|不扣分|一票否决/
const SENTENCE = /[^。；;\n]*[。；;\n]*/g

export interface CombinedText {
  readonly content: string
  readonly rule: string
}

/** '路面整洁，无垃圾。每处扣0.2分。' → what is asked for, and how it is scored; null where only one of them is there. */
export function splitCombined(text: string): CombinedText | null {
  let at = 0
  for (const sentence of text.match(SENTENCE) ?? []) {
    if (SCORES.test(sentence)) break
    at += sentence.length
  }
  const content = text.slice(0, at).trim()
  const rule = text.slice(at).trim()
  return content === '' || rule === '' ? null : { content, rule }
}
