import { readPlaceLines } from '../../../shared/domain/round/place-lines'
import type { RoundKind, Subject, TeamMember } from '../../../shared/domain/round/round'
import type { RoundDraft } from '../../../shared/ipc/contract'
import { isDay } from '../../i18n/dates'

/** A line of the team while it is typed; `key` keeps its fields apart on screen. */
export interface MemberLine extends TeamMember {
  readonly key: string
}

/** The form as it stands. `title` is null while it follows kind and date. */
export interface RoundForm {
  readonly kind: RoundKind
  readonly title: string | null
  readonly date: string
  readonly rubricDigest: string
  readonly subjects: readonly Subject[]
  readonly team: readonly MemberLine[]
  /** Where to look, one a line, as typed. */
  readonly placeLines: string
  /** The first sheet: a subject's id (the first chosen where it is not chosen any more) and a line of the team. */
  readonly firstSubject: string
  readonly firstScorer: string
}

export type Missing = 'title' | 'titleLong' | 'date' | 'standard' | 'subjects' | 'team' | 'member' | 'twice'

export type Field = 'title' | 'date' | 'standard' | 'subjects' | 'team'

export function newMember(member?: TeamMember): MemberLine {
  const { name, unit, role } = member ?? { name: '', unit: '', role: 'inspector' as const }
  return { key: crypto.randomUUID(), name, unit, role }
}

/** What is still wrong with each field, in the order of the form; empty when a round can be made. */
export function missingIn(form: RoundForm, title: string): ReadonlyMap<Field, Missing> {
  const missing = new Map<Field, Missing>()
  if (title.trim() === '') missing.set('title', 'title')
  else if (title.trim().length > 200) missing.set('title', 'titleLong')
  if (!isDay(form.date)) missing.set('date', 'date')
  if (form.rubricDigest === '') missing.set('standard', 'standard')
  if (form.subjects.length === 0) missing.set('subjects', 'subjects')
  const team = teamProblem(form.team)
  if (team !== null) missing.set('team', team)
  return missing
}

function teamProblem(team: readonly MemberLine[]): Missing | null {
  if (team.every(({ name }) => name.trim() === '')) return 'team'
  if (team.some(({ name, unit }) => name.trim() === '' && unit.trim() !== '')) return 'member'
  const named = team.filter(({ name }) => name.trim() !== '')
  const same = new Set(named.map(({ name, unit }) => `${name.trim()}\n${unit.trim()}`))
  return same.size < named.length ? 'twice' : null
}

/** The people that are named; lines left empty do not count. */
export function namedTeam(team: readonly MemberLine[]): readonly MemberLine[] {
  return team.filter(({ name }) => name.trim() !== '')
}

/** The form as main takes it; only when nothing is missing. */
export function draftOf(form: RoundForm, title: string): RoundDraft {
  const { kind, date, rubricDigest, subjects, team } = form
  const { places } = readPlaceLines(form.placeLines, subjects)
  return {
    kind,
    title: title.trim(),
    date,
    rubricDigest,
    subjects: subjects.map(({ id, name, league }) => ({ id, name, league })),
    team: namedTeam(team).map(personOf),
    ...(places.length === 0 ? {} : { places }),
  }
}

export function personOf({ name, unit, role }: MemberLine): TeamMember {
  return { name: name.trim(), unit: unit.trim(), role }
}

/** The subject and the scorer of the first sheet, as far as they are known. */
export function firstSheet(form: RoundForm): {
  readonly subject: Subject | undefined
  readonly scorer: MemberLine | undefined
} {
  const team = namedTeam(form.team)
  return {
    subject: form.subjects.find(({ id }) => id === form.firstSubject) ?? form.subjects[0],
    scorer: team.find(({ key }) => key === form.firstScorer) ?? team[0],
  }
}
