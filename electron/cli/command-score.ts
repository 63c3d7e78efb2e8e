import { explainSheet } from '../../shared/domain/explain/explain-sheet'
import type { Subject } from '../../shared/domain/round/round'
import { proveRubric } from '../../shared/domain/rubric/proof'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { rubricFor } from '../../shared/domain/rubric/rubric-for'
import { unitLosses } from '../../shared/domain/scoring/loss-share'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import type { SheetCommand } from '../../shared/domain/sheet/command'
import { doublesOf } from '../../shared/domain/sheet/doubles'
import { ANY_SUBJECT, playCommands } from '../../shared/domain/sheet/play-commands'
import type { CliScore } from '../../shared/schema/cli-schema'
import { commandSchema } from '../../shared/schema/command-schema'
import { subjectSchema } from '../../shared/schema/round-schema'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { rubricDigest } from '../custody/digest'
import { type FileProblem, readDocument, readLines } from './read-document'
import { SCORE_WORDS } from './score-words'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { scoreAsText } from './write-score'

export interface ScoreArguments {
  readonly rubric: string
  readonly commands: string
  readonly subject: string | null
}

/** `score`: what commands, played one by one on a fresh sheet, come to under a standard, and why. */
export async function score(terminal: Terminal, args: ScoreArguments, manner: Manner): Promise<number> {
  const words = SCORE_WORDS[manner.language]
  const rubric = await readDocument(args.rubric, rubricSchema)
  if (!rubric.ok) return unread(terminal, rubric.problem, manner)
  const subject =
    args.subject === null
      ? { ok: true as const, value: ANY_SUBJECT }
      : await readDocument(args.subject, subjectSchema)
  if (!subject.ok) return unread(terminal, subject.problem, manner)
  const commands = await readLines(args.commands, commandSchema)
  if (!commands.ok) return unread(terminal, commands.problem, manner)

  const report = scored(rubric.value, subject.value, commands.value)
  const errors = report.diagnostics.filter(({ level }) => level === 'error')
  const lines = [
    ...(errors.length === 0 ? [] : [`${shown(args.rubric)}: ${words.unusable}`]),
    ...report.diagnostics.map(({ code, level, place, detail }) =>
      [`  ${words[level]}`, place, code, detail].filter((part) => part !== '').join('  '),
    ),
    ...report.refused.map(
      ({ line, code }) => `${args.commands}: ${words.refusedAt(line)}: ${words.refusals[code]} (${code})`,
    ),
    ...(args.subject === null && rubricFor(rubric.value, null) !== rubric.value ? [words.conditions] : []),
  ]
  terminal.err(lines.map((line) => `${shown(line)}\n`).join(''))
  if (manner.isJson) writeJson(terminal, report)
  else terminal.out(scoreAsText(rubric.value, report, manner.language))
  if (errors.length > 0) return EXIT.unusable
  return report.refused.length > 0 ? EXIT.refused : EXIT.ok
}

interface Line {
  readonly line: number
  readonly value: SheetCommand
}

function scored(rubric: Rubric, subject: Subject, lines: readonly Line[]): CliScore {
  const { id, version, title } = rubric
  const head = {
    rubric: { id, version, title, digest: rubricDigest(rubric) },
    subject,
    diagnostics: proveRubric(rubric),
    commands: lines.length,
  }
  if (head.diagnostics.some(({ level }) => level === 'error')) {
    return { ...head, refused: [], score: null, units: [], doubles: [], explanation: null }
  }
  const { state, refused } = playCommands(
    rubric,
    subject,
    lines.map(({ value }) => value),
  )
  const total = scoreSheet(rubric, state)
  const view = rubricFor(rubric, subject)
  return {
    ...head,
    refused: refused.map(({ index, code }) => ({ line: lines[index]?.line ?? 0, code })),
    score: total,
    units: unitLosses(view, total),
    doubles: doublesOf(view, state),
    explanation: explainSheet(rubric, state),
  }
}

/** One sentence: what is wrong, in which file, on which line. */
function unread(terminal: Terminal, { code, file, line, detail }: FileProblem, { language }: Manner): number {
  const words = SCORE_WORDS[language]
  terminal.err(`${shown(`${words.at(file, line)}: ${words.problems[code]}: ${detail}`)}\n`)
  return EXIT.unreadable
}
