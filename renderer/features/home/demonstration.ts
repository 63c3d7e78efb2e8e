import type { Subject, TeamMember } from '../../../shared/domain/round/round'
import type { DesktopApi, SheetSummary } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/ipc/result'

export interface DemonstrationTexts {
  readonly title: string
  readonly scorer: string
  /** Local calendar day. */
  readonly date: string
}

/** A mock round with the built-in standard, the first shipped subject, and one sheet of it. */
export async function startDemonstration(
  api: DesktopApi,
  texts: DemonstrationTexts,
): Promise<Result<SheetSummary>> {
  const [rubrics, subjects, identity] = await Promise.all([
    api.listBuiltinRubrics(),
    api.listSubjects(),
    api.readIdentity(),
  ])
  if (!rubrics.ok) return rubrics
  if (!subjects.ok) return subjects
  const builtin = rubrics.value[0]
  const subject: Subject | undefined = subjects.value[0]
  if (builtin === undefined) return { ok: false, code: 'not-found', detail: 'rubric' }
  if (subject === undefined) return { ok: false, code: 'not-found', detail: 'subject' }
  const signer = identity.ok ? identity.value : null
  const scorer: TeamMember =
    signer === null
      ? { name: texts.scorer, unit: '', role: 'inspector' }
      : { name: signer.name, unit: signer.unit, role: signer.role }
  const round = await api.createRound({
    kind: 'mock',
    title: texts.title,
    date: texts.date,
    rubricDigest: builtin.digest,
    subjects: [subject],
    team: [scorer],
  })
  return round.ok ? api.createSheet(round.value.id, subject.id, scorer) : round
}
