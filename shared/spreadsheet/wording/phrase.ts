import type { Around, Draft } from './draft'
import { chineseAt, digitsAt } from './numerals'
import type { Evidence, FormWithin, ReadForm } from './read-clause'
import type { Said } from './said'

/** Words as they stand in the plain text, where tokens are too fine a sieve: shared by the forms that look further. */

/** A number printed alone, in digits or Chinese; null where it is none. */
export function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null
  const found = digitsAt(word, 0) ?? chineseAt(word, 0)
  return found !== null && found.to === word.length ? found.value : null
}

/** What patterns of words call a number. */
export const NUMBER = '(?:[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百]+)'

/** The statements as printed, from the first to the last, with what stands between them. */
export function printedOf(saids: readonly Said[], { text }: Around): string {
  const [first, last] = [saids[0], saids[saids.length - 1]]
  return first && last ? text.slice(first.statement.from, last.statement.to) : ''
}

/** How many statements stand in the first one's sentence, up to a semicolon or a stop. */
export function sentenceEnd(saids: readonly Said[]): number {
  const end = saids.findIndex((said, i) => i > 0 && ['semi', 'stop'].includes(said.statement.join))
  return end < 0 ? saids.length : end
}

/** Where words stand that begin at `from` of the plain text, as evidence of what was read from them. */
export function evidenceAt(of: Evidence['of'], from: number, words: string): Draft['evidence'][number] {
  return { of, token: { is: 'word', from, to: from + words.length, text: words } }
}

export interface OneRule {
  readonly form: FormWithin
  /** Offsets into the words. */
  readonly evidence: readonly Evidence[]
}

const WITHIN: ReadonlySet<ReadForm['form']> = new Set([
  'per-occurrence',
  'all-or-nothing',
  'threshold',
  'tier',
  'linear',
  'proportional',
  'judgement',
])

/** What words within a clause say by themselves; null where that is not surely one rule. */
export function oneRule(words: string, { read }: Around): OneRule | null {
  const [only, ...more] = read(words).clauses
  if (!only || more.length > 0 || only.forPerson || only.confidence < 0.6 || only.untilZero) return null
  if (!WITHIN.has(only.form)) return null
  const {
    no: _no,
    text: _text,
    span: _span,
    untilZero: _until,
    confidence: _sure,
    evidence,
    pattern: _by,
    ...form
  } = only
  return { form: form as FormWithin, evidence }
}
