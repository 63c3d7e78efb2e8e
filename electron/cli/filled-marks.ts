import { formatMilli } from '../../shared/domain/points'
import type { Diagnostic } from '../../shared/domain/rubric/diagnostic'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import { ANY_SUBJECT, playCommands } from '../../shared/domain/sheet/play-commands'
import type { CliImport } from '../../shared/schema/cli-import-schema'
import type { FilledMarks } from '../../shared/spreadsheet/standard/marks-from'
import { READING_WORDS } from './reading-words'
import type { Language } from './words'

type Marks = NonNullable<CliImport['marks']>

/** The commands as `score --commands` reads them. */
export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

/** What became of the scores that someone had filled in; a standard with errors scores nothing. */
export function marksReport(
  path: string,
  { commands, items, differences }: FilledMarks,
  rubric: Rubric,
  found: readonly Diagnostic[],
): Marks {
  const report = { path, commands: commands.length, items, differences }
  if (found.some(({ level }) => level === 'error')) return { ...report, total: null }
  const { low, high } = scoreSheet(rubric, playCommands(rubric, ANY_SUBJECT, commands).state)
  return { ...report, total: { low, high } }
}

/** How many came over how, which have to be looked at, and which sums differ. */
export function marksAsText(
  { path, items, differences, total }: Marks,
  language: Language,
): readonly string[] {
  const words = READING_WORDS[language]
  const ways = ['exact', 'assumed', 'clear', 'excluded', 'open', 'blank'] as const
  const counts = ways.flatMap((way) => {
    const count = items.filter(({ how }) => how === way).length
    return count === 0 ? [] : [`${words.marked[way]} ${count}`]
  })
  const range = total === null ? '' : `${formatMilli(total.low)} – ${formatMilli(total.high)}`
  const sum =
    total === null ? '' : `  ${words.total} ${total.low === total.high ? formatMilli(total.low) : range}`
  return [
    `${words.marks} ${path}: ${counts.join('  ')}${sum}`,
    ...items
      .filter(({ how }) => how === 'assumed' || how === 'open')
      .map(({ code, how, score, reason }) => `  ${code}  ${words.marked[how]}  ${score}  ${reason}`),
    ...(differences.length === 0 ? [] : [`${words.differences}: ${differences.length}`]),
    ...differences.map(
      ({ where, name, printed, recomputed }) =>
        `  ${where}  ${name}  ${words.printed} ${formatMilli(printed)}  ${words.recomputed} ${formatMilli(recomputed)}`,
    ),
  ]
}
