import type { Explanation } from '../../shared/domain/explain/explanation'
import { writeExpression } from '../../shared/domain/explain/write-expression'
import { formatMilli } from '../../shared/domain/points'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { allItems } from '../../shared/domain/rubric/rubric'
import type { CliScore } from '../../shared/schema/cli-schema'
import { SCORE_WORDS } from './score-words'
import { shown } from './terminal'
import type { Language } from './words'

/** A score for people: the total with its grade, the categories, and the items that lost or gained, each with its arithmetic. */
export function scoreAsText(rubric: Rubric, report: CliScore, language: Language): string {
  const words = SCORE_WORDS[language]
  const { score, explanation, units, doubles } = report
  if (score === null || explanation === null) return `${words.notScored}\n`
  const codes = new Map(allItems(rubric).map(({ id, code }) => [id, code]))
  const grades = range(score.gradeLow, score.gradeHigh)
  const lines = [
    `${rubric.title} (${rubric.id} ${rubric.version})  ${report.subject.name}`,
    `${words.total} ${points(score.low, score.high)}  ${grades}  ${words.checked(score.checked, score.count)}`,
    ...(score.bonus === 0 ? [] : [`${words.bonus} ${formatMilli(score.bonus)}`]),
    ...(score.penalty === 0 ? [] : [`${words.penalty} ${formatMilli(score.penalty)}`]),
    ...score.categories.map(
      ({ code, title, low, high, full, gradeLow, gradeHigh, checked, count }) =>
        `${code.padStart(3)}  ${title}  ${points(low, high)}/${formatMilli(full)}  ${range(gradeLow, gradeHigh)}  ${words.checked(checked, count)}`,
    ),
    ...headed(
      words.items,
      itemsOf(explanation)
        .filter(
          ({ best, full, notes }) => best.value !== full && !notes.some(({ code }) => code === 'unchecked'),
        )
        .flatMap(itemLines),
    ),
    ...headed(
      words.units,
      units.map(({ unit, lost }) => `  ${unit}  ${formatMilli(lost)}`),
    ),
    ...headed(
      words.doubles,
      doubles.map(
        ({ place, problem, marks }) =>
          `  ${place}  ${problem}  ${marks.map(({ item, clause }) => `${codes.get(item) ?? item}/${clause}`).join('  ')}`,
      ),
    ),
  ]
  return `${lines.map(shown).join('\n')}\n`
}

function headed(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [head, ...lines]
}

function itemsOf(node: Explanation): readonly Explanation[] {
  return node.kind === 'item' ? [node] : node.children.flatMap(itemsOf)
}

/** '1.1  整洁  4/5 = 5 − 1', and each clause that took (or gave) with its facts. */
function itemLines({ code, title, worst, best, full, children }: Explanation): readonly string[] {
  const clauses = children
    .filter((clause) => clause.worst.value !== 0 || clause.best.value !== 0)
    .map(
      (clause) =>
        `       ${clause.code}  ${[...clause.facts, figures(clause)].join('  ')}  「${clause.wording}」`,
    )
  const of = full === 0 ? '' : `/${formatMilli(full)}`
  return [`${code.padStart(5)}  ${title}  ${figures({ worst, best }, of)}`, ...clauses]
}

function figures({ worst, best }: Pick<Explanation, 'worst' | 'best'>, of = ''): string {
  if (worst.value !== best.value) return `${points(worst.value, best.value)}${of}`
  const sum = writeExpression(best.sum)
  const value = `${formatMilli(best.value)}`
  return sum === value ? `${value}${of}` : `${value}${of} = ${sum}`
}

function points(low: number, high: number): string {
  return range(formatMilli(low), formatMilli(high))
}

function range(low: string, high: string): string {
  return low === high ? low : `${low}–${high}`
}
