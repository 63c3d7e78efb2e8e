import type { Subject } from '../../shared/domain/round/round'
import type { CliDemo } from '../../shared/schema/cli-schema'
import { readBuiltinRubric } from '../custody/builtin-rubric'
import { readBuiltinSubjects } from '../custody/builtin-subjects'
import { makeDemo } from './demo'
import { EXIT, type Manner, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

export interface DemoArguments {
  readonly out: string
  readonly subject: string | null
  readonly seed: number
  readonly date: string
}

/** Without --date: the same seed gives the same result on any day. */
export const DEMO_DATE = '2026-01-15'

/** `demo`: a whole signed package from a seed; prints its path. */
export async function demo(terminal: Terminal, args: DemoArguments, manner: Manner): Promise<number> {
  const words = WORDS[manner.language]
  const { out, seed, date } = args
  const rubric = readBuiltinRubric(terminal.resourcesFolder)
  const subject = subjectNamed(terminal.resourcesFolder, args.subject)
  const made = await makeDemo({ rubric, subject, out, seed, date })
  if (!made.ok) {
    terminal.err(`${words.failed}: ${made.code} ${made.detail ?? ''}\n`)
    return 1
  }
  const { path, sheetId, bytes, digest, fingerprint } = made.value
  if (manner.isJson) writeJson(terminal, { path, sheetId, bytes, digest, fingerprint } satisfies CliDemo)
  else {
    terminal.out(`${path}\n`)
    terminal.err(`${words.noReport}\n`)
  }
  return EXIT.ok
}

/** A subject of the shipped list by name, or one of that name in no league; the list's first without a name. */
function subjectNamed(resourcesFolder: string, name: string | null): Subject {
  const subjects = readBuiltinSubjects(resourcesFolder)
  const found = name === null ? subjects[0] : subjects.find((subject) => subject.name === name)
  return found ?? { id: 'typed-1', name: name ?? '演示城市', league: '' }
}
