import type { BySubject, Clause, PlainClause } from './clause'
import { type Diagnostic, type Findings, findingsAt } from './diagnostic'
import { readPrinted } from './printed-numbers'
import type { Item } from './rubric'
import { checkWording } from './wording'

/** What may stand between clauses: punctuation, white space, and numbering such as 1. （2） ① 三、 */
const BETWEEN = /^(?:[\s，。；：、,.;:（）()]|\d{1,2}(?=[.．、）)])|[①-⑳]|[一二三四五六七八九十](?=[、）]))*$/
/** Points in Chinese numerals would be a number that no proof can compare. */
const CHINESE_POINTS = /[扣得加计][一二两三四五六七八九十百半零点]+分(?![钟之])/

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
    checkClause(clause, sharedBy(item, clause), findings)
  }
  checkBetween(item.rule.slice(end), findingsAt(item.code, out))
  checkShares(item, findingsAt(item.code, out))
  return out
}

function checkBetween(text: string, out: Findings): void {
  if (!BETWEEN.test(text)) out.error('rule-not-covered', text)
}

function checkClause(clause: Clause, shared: readonly number[], out: Findings): void {
  if (/[０-９％]/.test(clause.text)) out.error('full-width-number', clause.text)
  if (CHINESE_POINTS.test(clause.text)) out.error('chinese-number', clause.text)
  for (const plain of clause.form === 'by-subject' ? casesOf(clause, out) : [clause]) {
    const unit = 'measure' in plain ? (plain.measure?.unit ?? '') : ''
    checkWording(plain, readPrinted(plain.text, unit), out, shared)
  }
}

/** A clause that differs by subject, as one clause a case: each with the words from its kinds' names to the next case's. */
function casesOf({ id, text, cases, otherwise }: BySubject, out: Findings): readonly PlainClause[] {
  const starts: number[] = []
  for (const { kinds } of cases) {
    const from = (starts[starts.length - 1] ?? -1) + 1
    // A name inside a longer one (县 in 县级市) is not printed by it.
    let open = text
    let first = text.length
    for (const kind of [...kinds].sort((one, other) => other.length - one.length)) {
      const at = open.indexOf(kind, from)
      if (at < 0) out.error('label-not-printed', kind)
      else {
        first = Math.min(first, at)
        open = `${open.slice(0, at)}${' '.repeat(kind.length)}${open.slice(at + kind.length)}`
      }
    }
    starts.push(first)
  }
  const rest = /其余|其他/.exec(text.slice(starts[starts.length - 1] ?? 0))
  if (rest === null) out.error('label-not-printed', '其他')
  starts.push((starts[starts.length - 1] ?? 0) + (rest?.index ?? 0))
  // What stands before the first case's name belongs to it: a number there would be said of one case alone.
  const spans = starts.map((start, at) => text.slice(at === 0 ? 0 : start, starts[at + 1] ?? text.length))
  return [...cases.map(({ rule }) => rule), otherwise].map(
    (rule, at): PlainClause => ({ ...rule, id, text: spans[at] ?? '' }) as PlainClause,
  )
}

/** Caps of which the clause is the last that they hold, in printed order: it says them. */
function sharedBy({ sharedCaps = [], clauses }: Item, { id }: Clause): readonly number[] {
  const place = (one: string) => clauses.findIndex((clause) => clause.id === one)
  return sharedCaps.flatMap((shared) => {
    const last = Math.max(-1, ...shared.clauses.map(place))
    return last >= 0 && clauses[last]?.id === id ? [shared.cap] : []
  })
}

/** 失分由园林绿化中心与街道办事处按2:8分担: the parts are printed, in the declared order. */
function checkShares({ lossShares, content, rule }: Item, out: Findings): void {
  if (lossShares === undefined) return
  const parts = lossShares.map(({ parts: own }) => own).join(':')
  if (!`${content}。${rule}`.replace(/：/g, ':').includes(parts)) out.error('numbers-differ', parts)
}
