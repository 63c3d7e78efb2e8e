import type { Clause } from '../clause'

/** Numbering that a rule prints before a clause: 1. （2） ① 三、 */
const NUMBERING = /^\s*(?:[（(]?\d{1,2}[.．、）)]|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[、）)])\s*/
/** Up to a stop or the end of a line; a line that ends with a comma goes on in the next. */
const SENTENCE = /(?:[^。；;\n]|(?<=[，、])\n)+/g
/** Punctuation and white space alone say nothing. */
const SAYS_NOTHING = /^[\s，。；：、,.;:（）()]*$/

/** Sentences of a rule that no clause was made from, in printed order; `at` is where they stand in the rule. */
export function uncoveredSentences(
  rule: string,
  clauses: readonly Clause[],
): readonly { readonly text: string; readonly at: number }[] {
  const found: { text: string; at: number }[] = []
  for (const gap of gaps(rule, clauses)) {
    for (const match of gap.text.matchAll(SENTENCE)) {
      const numbering = NUMBERING.exec(match[0])?.[0] ?? ''
      const bare = match[0].slice(numbering.length)
      const lead = bare.length - bare.trimStart().length
      const text = bare.trim().replace(/^[，、：]+|[，、：]+$/g, '')
      if (SAYS_NOTHING.test(text)) continue
      const at = gap.at + match.index + numbering.length + lead
      found.push({ text, at: rule.indexOf(text, at) })
    }
  }
  return found
}

/** Stretches between the clauses' texts, which stand in the rule in their order. */
function gaps(rule: string, clauses: readonly Clause[]): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = []
  let from = 0
  for (const { text } of clauses) {
    const at = text === '' ? -1 : rule.indexOf(text, from)
    if (at < 0) continue
    if (at > from) found.push({ text: rule.slice(from, at), at: from })
    from = at + text.length
  }
  if (from < rule.length) found.push({ text: rule.slice(from), at: from })
  return found
}

/** Where among the clauses one with this text belongs: by its place in the rule. */
export function placeOfText(rule: string, clauses: readonly Clause[], text: string): number {
  const at = rule.indexOf(text)
  if (at < 0) return clauses.length
  return clauses.filter((clause) => clause.text !== '' && isBefore(rule.indexOf(clause.text), at)).length
}

function isBefore(one: number, other: number): boolean {
  return one >= 0 && one < other
}
