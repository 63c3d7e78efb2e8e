import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { evidenceOn } from '../../shared/domain/evidence/on-sheet'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { replaySheet, sheetResult } from '../../shared/domain/sheet/replay'
import type { SheetResult } from '../../shared/domain/sheet/result'
import type { Result } from '../../shared/ipc/result'
import { failure, isMissing } from '../custody/disk-failure'
import { missingEvidence } from '../custody/evidence-store'
import { isDigest } from '../custody/identifier'
import { readJournalBytes } from '../custody/journal-read'
import { readRubricBytes } from '../custody/rubric-store'
import { EVIDENCE, JOURNAL, RUBRIC } from '../custody/sheet-record'

/** A sealed sheet as its folder has it, replayed: the screen is not asked. */
export interface SealedSheet {
  readonly journal: Uint8Array
  readonly rubricBytes: Uint8Array
  readonly rubric: Rubric
  readonly result: SheetResult
}

/** 'not-sealed', or 'journal-damaged' with the place. Throws disk errors. */
export async function readSealedSheet(sheetFolder: string): Promise<Result<SealedSheet>> {
  const journal = await readFile(join(sheetFolder, JOURNAL))
  const { lines, damage } = readJournalBytes(journal)
  if (damage !== null) return failure('journal-damaged', `${JOURNAL}:${damage.line}`)
  const first = lines[0]?.event
  if (first?.type !== 'opened') return failure('journal-damaged', `${JOURNAL}:1`)
  const rubricBytes = await readFile(join(sheetFolder, RUBRIC))
  const rubric = readRubricBytes(rubricBytes, first.header.round.rubricDigest)
  if (rubric === null) return failure('journal-damaged', RUBRIC)
  const replay = replaySheet(rubric, lines)
  if (!replay.ok) return failure('journal-damaged', `${JOURNAL}:${replay.line}`)
  if (replay.state.sealed === null) return failure('not-sealed')
  return { ok: true, value: { journal, rubricBytes, rubric, result: sheetResult(rubric, replay.state) } }
}

export interface EvidenceFile {
  readonly digest: string
  readonly path: string
  readonly size: number
}

/**
 * The evidence that stands on a sealed sheet, in order of digests. What was taken off its item again, or never came
 * to stand on one, is not handed over. 'evidence-missing' where an original is not there in its whole length; a file
 * in the folder that is not named by a digest is refused with its name.
 */
export async function listEvidence(
  sheetFolder: string,
  result: SheetResult,
): Promise<Result<readonly EvidenceFile[]>> {
  const folder = join(sheetFolder, EVIDENCE)
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  // Names with a dot in front are what a crash left of an unfinished copy: never acknowledged.
  const stray = names.find((name) => !name.startsWith('.') && !isDigest(name))
  if (stray !== undefined) return failure('journal-damaged', `${EVIDENCE}/${stray}`)
  const named = [...evidenceOn(Object.entries(result.marks)).values()].map(({ evidence }) => evidence)
  const missing = await missingEvidence(folder, named)
  if (missing !== null) return failure('evidence-missing', missing)
  const files = named.map(({ sha256, size }) => ({ digest: sha256, path: join(folder, sha256), size }))
  return { ok: true, value: files.sort((a, b) => (a.digest < b.digest ? -1 : 1)) }
}
