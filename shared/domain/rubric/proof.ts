import { formatMilli, type Rounding, ZERO } from '../points'
import { isWholeNumber } from './clause-checks'
import { capOf, ratesOf } from './clause-size'
import { type Kinds, proveKinds, proveSum } from './condition-proof'
import { type Diagnostic, type Findings, findingsAt } from './diagnostic'
import { proveExclusions } from './exclusion-proof'
import { proveGuarantees } from './guarantee-proof'
import { type ItemSetting, proveItem } from './item-proof'
import type { Category, Rubric } from './rubric'
import { clauseFor } from './rubric-for'
import { categoryOf, type Entry, walk } from './walk'

/**
 * Everything that must hold of a standard before it may score: sums, weights, identities, and each clause
 * by itself. Whether text and clause agree is `agreement`'s. Errors make it unusable; warnings are advice.
 */
export function proveRubric(rubric: Rubric): Diagnostic[] {
  const out: Diagnostic[] = []
  const entries = walk(rubric.categories, out)
  if (entries === null) return out
  const head = findingsAt('', out)
  proveHead(rubric, head)
  proveExclusions(rubric, entries, head, out)
  const kinds = proveKinds(entries, rubric.subjectKinds, out)
  const grades = rubric.grades.map(({ name }) => name)
  const setting = { grades, rounding: rubric.rounding.item, isWeighed: !isByPoints(rubric) }
  for (const entry of entries) proveNode(entry, setting, kinds, out)
  checkTwice(entries, out)
  proveReachBeyond(rubric, entries, out)
  proveGuarantees(rubric, entries, out)
  return out
}

/** How losses are rounded where a category is proved by itself: not at all. */
const EXACT: Rounding = { mode: 'half-up', step: (ZERO + 1) as Rounding['step'] }

/** One category by itself, for an editor or a file: as `proveRubric`, without what concerns the whole. */
export function proveCategory(
  category: Category,
  grades: readonly string[],
  subjectKinds?: readonly string[],
): Diagnostic[] {
  const out: Diagnostic[] = []
  const entries = walk([category], out)
  if (entries === null) return out
  const kinds = proveKinds(entries, subjectKinds, out)
  for (const entry of entries) proveNode(entry, { grades, rounding: EXACT, isWeighed: true }, kinds, out)
  checkTwice(entries, out)
  return out
}

function proveHead(rubric: Rubric, head: Findings): void {
  const { grades, categories, points, bonusCap, penaltyCap, rounding } = rubric
  const weight = categories.reduce((total, category) => total + category.weight, 0)
  if (!isByPoints(rubric) && weight !== 10_000) head.error('weights-sum', `${weight} basis points, not 10000`)
  if (categories.length === 0) head.error('no-categories', '')
  const sum = categories.reduce((total, category) => total + category.points, 0)
  if (isByPoints(rubric) && sum !== points)
    head.error('points-sum', `children ${formatMilli(sum)}, printed ${formatMilli(points)}`)
  if (!(points > 0)) head.error('points-not-positive', formatMilli(points))
  const numbers = [points, bonusCap, penaltyCap, ...grades.map(({ from }) => from)]
  for (const number of numbers) if (!isWholeNumber(number)) head.error('number-not-whole', String(number))
  const isFalling = grades.every(({ from }, index) => index === 0 || from < (grades[index - 1]?.from ?? 0))
  const [best] = grades
  if (best === undefined || !isFalling || grades[grades.length - 1]?.from !== 0)
    head.error('grades-unordered', 'highest first, the last from 0')
  if (new Set(grades.map(({ name }) => name)).size < grades.length) head.error('grade-twice', '')
  // Grades are out of 100 000, whatever the standard's points.
  if (best !== undefined && best.from * points > (points + bonusCap) * 100_000)
    head.warning('grade-unreachable', `${best.name} ${formatMilli(best.from)}`)
  for (const [level, { step }] of Object.entries(rounding)) {
    if (!(isWholeNumber(step) && step > 0)) head.error('rounding-step', level)
  }
  if (bonusCap < 0 || penaltyCap < 0) head.error('cap-negative', '')
}

/** Weights are then for show. */
function isByPoints({ weighting }: Rubric): boolean {
  return weighting === 'points'
}

interface NodeSetting extends ItemSetting {
  readonly isWeighed: boolean
}

function proveNode(entry: Entry, setting: NodeSetting, kinds: Kinds, out: Diagnostic[]): void {
  const { node } = entry
  const findings = findingsAt(node.code, out)
  for (const [key, text] of [
    ['id', node.id],
    ['code', node.code],
    ['title', node.title],
  ] as const) {
    if (text.trim() === '') findings.error('text-empty', key)
  }
  if (!('children' in node)) {
    proveItem(node, setting, out)
    return
  }
  if ('weight' in node) {
    if (!isWholeNumber(node.weight)) findings.error('number-not-whole', String(node.weight))
    // Bonuses and penalties in a category of their own: it has no points, and nothing of it is weighed.
    else if (node.weight < 0 || (setting.isWeighed && node.weight === 0 && node.points !== 0))
      findings.error('weight-not-positive', String(node.weight))
  }
  if (node.children.length === 0) findings.error('group-empty', node.title)
  if ('onlyFor' in node && node.onlyFor?.length === 0) findings.error('kinds-empty', 'onlyFor')
  proveSum(node, entry, kinds, out)
}

function checkTwice(entries: readonly Entry[], out: Diagnostic[]): void {
  for (const key of ['id', 'code'] as const) {
    const seen = new Set<string>()
    for (const { node } of entries) {
      if (seen.has(node[key])) findingsAt(node.code, out).error(`${key}-twice`, node[key])
      seen.add(node[key])
    }
  }
}

/** What a clause does past its item: vetoes on a category, problems shared with other clauses, extras under caps. */
function proveReachBeyond(rubric: Rubric, entries: readonly Entry[], out: Diagnostic[]): void {
  const problems = new Map<string, { readonly place: string; times: number }>()
  for (const entry of entries) {
    if (!('clauses' in entry.node)) continue
    for (const clause of entry.node.clauses) {
      const place = `${entry.node.code}/${clause.id}`
      const { problem } = clause
      if (problem !== undefined) {
        const known = problems.get(problem) ?? { place, times: 0 }
        known.times += 1
        problems.set(problem, known)
      }
      const plain = clauseFor(clause, null)
      if (plain.form === 'veto' && plain.scope === 'category' && categoryOf(entry).points <= 0)
        findingsAt(place, out).error('veto-without-effect', 'its category has no points')
      if (plain.form !== 'bonus' && plain.form !== 'penalty') continue
      const size = capOf(plain) ?? Math.max(0, ...ratesOf(plain))
      const most = plain.form === 'bonus' ? rubric.bonusCap : rubric.penaltyCap
      if (size > most)
        findingsAt(place, out).warning('extra-above-cap', `${formatMilli(size)} > ${formatMilli(most)}`)
    }
  }
  for (const [problem, { place, times }] of problems) {
    if (times === 1) findingsAt(place, out).warning('problem-alone', problem)
  }
}
