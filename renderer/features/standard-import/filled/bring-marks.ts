import type { RoundKind, Subject, TeamMember } from '../../../../shared/domain/round/round'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import type { DesktopApi } from '../../../../shared/ipc/contract'
import type { Result } from '../../../../shared/ipc/result'
import type { FilledMarks } from '../../../../shared/spreadsheet/standard/marks-from'
import { database } from '../../../db/database'
import { openSession } from '../../../db/sheet-session'

export interface MarksRound {
  readonly kind: RoundKind
  readonly title: string
  /** Local calendar day. */
  readonly date: string
  readonly subject: Subject
  readonly scorer: TeamMember
}

/** A sheet with the marks that were filled in; `refused` are the codes of items whose marks did not fit. */
export interface BroughtMarks {
  readonly sheetId: string
  readonly refused: readonly string[]
}

/** A round of the new standard, one sheet of it, and on that the marks of the workbook, each as if it were entered. */
export async function bringMarks(
  api: DesktopApi,
  rubric: Rubric,
  digest: string,
  marks: FilledMarks,
  { kind, title, date, subject, scorer }: MarksRound,
  onProgress: (done: number, all: number) => void,
): Promise<Result<BroughtMarks>> {
  const round = await api.createRound({
    kind,
    title,
    date,
    rubricDigest: digest,
    subjects: [subject],
    team: [scorer],
  })
  if (!round.ok) return round
  const sheet = await api.createSheet(round.value.id, subject.id, scorer)
  if (!sheet.ok) return sheet
  const { sheetId } = sheet.value.header
  const session = await openSession(database, api, rubric, sheetId)
  if (!session.ok) return session
  const codes = new Map(marks.items.map(({ item, code }) => [item, code]))
  const refused = new Set<string>()
  for (const [at, command] of marks.commands.entries()) {
    const outcome = await session.value.dispatch(command)
    if (!outcome.ok) refused.add('item' in command ? (codes.get(command.item) ?? command.item) : '')
    onProgress(at + 1, marks.commands.length)
  }
  await session.value.settled()
  return { ok: true, value: { sheetId, refused: [...refused] } }
}
