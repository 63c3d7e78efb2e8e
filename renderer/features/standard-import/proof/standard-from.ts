import type { Reading } from '../../../../shared/spreadsheet/reading/reading'
import type { ClauseDecision } from '../../../../shared/spreadsheet/standard/decision'
import { type ImportedStandard, standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import { type Head, keyOfClause, type Work } from '../work'
import type { OpenBook } from '../worker/protocol'
import { historyOf } from './history-of'

/** The decisions by place, as the standard takes them: they were kept by the words that they are about. */
export function decisionsOf(reading: Reading, verdicts: Work['clauses']): readonly ClauseDecision[] {
  return reading.items.flatMap((item) =>
    item.clauses.flatMap((clause, index) => {
      const verdict = verdicts[keyOfClause(item, clause)]
      return verdict === undefined ? [] : [{ ...verdict, item: item.seq, clause: index }]
    }),
  )
}

/** Where it does not matter what the standard is called. */
export const NO_NAMES = { id: 'import', title: '', version: '1', source: '' } as const

/** The standard that the reading and the decisions make, under the title that the person gave it. */
export function standardFrom(
  { fileName: file, sha256 }: OpenBook,
  reading: Reading,
  work: Work,
  { id, title, version, source }: Head & { readonly id: string },
): ImportedStandard {
  const made = standardOf(reading, {
    id,
    version,
    file,
    sha256,
    decisions: decisionsOf(reading, work.clauses),
    history: historyOf(reading, work),
  })
  return { ...made, rubric: { ...made.rubric, title, source } }
}
