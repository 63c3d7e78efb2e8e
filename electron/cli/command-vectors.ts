import { relative } from 'node:path'
import type { CliVectors } from '../../shared/schema/cli-schema'
import { diskFailure } from '../custody/disk-failure'
import { SCORE_WORDS } from './score-words'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { type ReadVector, readVectors, type UnreadVector } from './vector-files'
import { runVector } from './vector-run'

/** `vectors`: plays every case below a folder and says which came out as worked out by hand. */
export async function vectors(terminal: Terminal, folder: string, manner: Manner): Promise<number> {
  const words = SCORE_WORDS[manner.language]
  const read = await casesBelow(folder)
  if (typeof read === 'string') {
    terminal.err(`${words.noVectors}: ${shown(`${folder} ${read}`)}\n`)
    return EXIT.unreadable
  }
  const report = runAll(folder, read)
  if (manner.isJson) writeJson(terminal, report)
  else terminal.out(asText(report, manner))
  return report.failed + report.unreadable.length === 0 ? EXIT.ok : EXIT.failed
}

async function casesBelow(folder: string): Promise<readonly (ReadVector | UnreadVector)[] | string> {
  try {
    const found = await readVectors(folder)
    return found.length === 0 ? '' : found
  } catch (error) {
    return diskFailure(error).detail ?? ''
  }
}

/** Plays the cases; files are named from the folder. */
export function runAll(folder: string, cases: readonly (ReadVector | UnreadVector)[]): CliVectors {
  const ran = cases.flatMap((one) =>
    one.ok ? [{ ...one, mismatches: runVector(one.rubric, one.vector) }] : [],
  )
  const failures = ran.filter(({ mismatches }) => mismatches.length > 0)
  const forms = [...new Set(ran.map(({ vector }) => vector.form))].sort((a, b) => a - b)
  const count = (list: typeof ran, form: number) => list.filter(({ vector }) => vector.form === form).length
  return {
    passed: ran.length - failures.length,
    failed: failures.length,
    forms: forms.map((form) => {
      const failed = count(failures, form)
      return { form, passed: count(ran, form) - failed, failed }
    }),
    failures: failures.map(({ file, vector: { form, title }, mismatches }) => ({
      file: relative(folder, file),
      form,
      title,
      mismatches,
    })),
    unreadable: cases.flatMap((one) =>
      one.ok ? [] : [{ file: relative(folder, one.file), detail: one.detail }],
    ),
  }
}

function asText({ passed, failed, forms, failures, unreadable }: CliVectors, { language }: Manner): string {
  const words = SCORE_WORDS[language]
  const lines = [
    ...forms.map(
      (one) =>
        `${words.form} ${String(one.form).padStart(2)}  ✓ ${one.passed}${one.failed === 0 ? '' : `  ✗ ${one.failed}`}`,
    ),
    ...failures.flatMap(({ file, title, mismatches }) => [
      `✗ ${file}: ${title}`,
      ...mismatches.map(
        ({ place, expected, got }) => `    ${place}: ${words.expected} ${expected}, ${words.got} ${got}`,
      ),
    ]),
    ...unreadable.map(({ file, detail }) => `✗ ${file}: ${words.cannotRead}: ${detail}`),
    words.vectorsDone(passed, failed, unreadable.length),
  ]
  return `${lines.map(shown).join('\n')}\n`
}
