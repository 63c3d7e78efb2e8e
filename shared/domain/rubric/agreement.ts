import type { Clause } from './clause'
import { type Diagnostic, type Findings, findingsAt } from './diagnostic'
import { readPrinted } from './printed-numbers'
import type { Item } from './rubric'
import { checkWording } from './wording'

/** What may stand between clauses: punctuation, white space, and numbering such as 1. （2） ① 三、 */
const BETWEEN = /^(?:[\s，。；：、,.;:（）()]|\d{1,2}(?=[.．、）)])|[①-⑳]|[一二三四五六七八九十](?=[、）]))*$/
/** Points in Chinese numerals would be a number that no proof can compare. */
const CHINESE_POINTS = /[扣得加计][一二两三四五六七八九十百半零]+分(?![钟之])/

/**
 * Text and clauses of an item agree: (1) the clauses' texts are verbatim spans of the rule, in order, and
 * nothing else is said between them; (2) every declared number is printed in its role, and every printed
 * number is declared; (3) the unit and the words of the form are printed.
 */
export function agreement(item: Item): Diagnostic[] {
  const out: Diagnostic[] = []
  let end = 0
  for (const clause of item.clauses) {
    const findings = findingsAt(`${item.code}/${clause.id}`, out)
    const at = clause.text === '' ? -1 : item.rule.indexOf(clause.text, end)
    if (at < 0) {
      findings.error('text-not-in-rule', clause.text)
    } else {
      checkBetween(item.rule.slice(end, at), findings)
      end = at + clause.text.length
    }
    checkClause(clause, findings)
  }
  checkBetween(item.rule.slice(end), findingsAt(item.code, out))
  return out
}

function checkBetween(text: string, out: Findings): void {
  if (!BETWEEN.test(text)) out.error('rule-not-covered', text)
}

function checkClause(clause: Clause, out: Findings): void {
  if (/[０-９％]/.test(clause.text)) out.error('full-width-number', clause.text)
  if (CHINESE_POINTS.test(clause.text)) out.error('chinese-number', clause.text)
  const unit = 'measure' in clause ? (clause.measure?.unit ?? '') : ''
  checkWording(clause, readPrinted(clause.text, unit), out)
}
