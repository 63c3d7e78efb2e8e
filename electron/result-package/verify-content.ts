import { canonicalJson } from '../../shared/domain/canonical-json'
import { evidenceOn } from '../../shared/domain/evidence/on-sheet'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { replaySheet, sheetResult } from '../../shared/domain/sheet/replay'
import type { SheetResult } from '../../shared/domain/sheet/result'
import { readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { readJournalBytes } from '../custody/journal-read'
import {
  bagInfo,
  EVIDENCE_FOLDER,
  INFO_FILE,
  JOURNAL_FILE,
  packageName,
  REPORT_FILE,
  RESULT_FILE,
  RUBRIC_FILE,
  WORKBOOK_FILE,
} from './bag'
import type { Findings } from './findings'
import { parseJson } from './statement'
import { type Files, text } from './verify-bag'

/** What a package holds, as far as it could be read and believed. */
export interface Content {
  readonly rubric: Rubric | null
  readonly journal: readonly StampedEvent[] | null
  /** What the journal yields; null where it does not play. */
  readonly replayed: SheetResult | null
  /** result.json says the same, byte for byte. */
  readonly isEqual: boolean
}

/** Standard, journal, and the result that the journal must yield. */
export function checkContent(top: string, files: Files, findings: Findings): Content {
  const rubric = readRubric(files, findings)
  const journal = readJournal(files, findings)
  const replayed = rubric === null || journal === null ? null : replay(rubric, journal, files, findings)
  const isEqual = replayed !== null && checkResult(replayed, files, findings)
  if (replayed !== null) checkEvidence(replayed, files, findings)
  if (replayed !== null) checkPapers(top, replayed, files, findings)
  return { rubric, journal, replayed, isEqual }
}

function readRubric(files: Files, findings: Findings): Rubric | null {
  const bytes = files.get(RUBRIC_FILE)?.bytes ?? null
  if (bytes === null) {
    findings.fail('tampered', 'rubric', RUBRIC_FILE, 'missing')
    return null
  }
  const read = readStrictly(rubricSchema, parseJson(bytes))
  if (!read.ok) {
    findings.fail('tampered', 'rubric', RUBRIC_FILE, `${read.code} ${read.path}`)
    return null
  }
  if (!Buffer.from(canonicalJson(read.value), 'utf8').equals(bytes)) {
    findings.fail('tampered', 'rubric', RUBRIC_FILE, 'not canonical JSON')
    return null
  }
  findings.pass('rubric', RUBRIC_FILE)
  return read.value
}

function readJournal(files: Files, findings: Findings): readonly StampedEvent[] | null {
  const bytes = files.get(JOURNAL_FILE)?.bytes ?? null
  if (bytes === null) {
    findings.fail('tampered', 'journal-chain', JOURNAL_FILE, 'missing')
    return null
  }
  const { lines, damage } = readJournalBytes(bytes)
  if (damage === null && lines.length > 0) {
    findings.pass('journal-chain', JOURNAL_FILE)
    return lines
  }
  findings.fail(
    'tampered',
    'journal-chain',
    JOURNAL_FILE,
    `line ${damage?.line ?? 1}: ${damage?.fault ?? 'empty'}`,
  )
  return null
}

function replay(
  rubric: Rubric,
  journal: readonly StampedEvent[],
  files: Files,
  findings: Findings,
): SheetResult | null {
  const first = journal[0]?.event
  if (first?.type !== 'opened') {
    findings.fail('tampered', 'journal-admitted', JOURNAL_FILE, 'line 1: not the header')
    return null
  }
  const { round, scorer } = first.header
  const isNamed =
    files.get(RUBRIC_FILE)?.sha256 === round.rubricDigest &&
    rubric.id === round.rubricId &&
    rubric.version === round.rubricVersion &&
    rubric.title === round.rubricTitle
  if (!isNamed) {
    findings.fail('tampered', 'rubric-digest', RUBRIC_FILE, `the sheet names ${round.rubricDigest}`)
    return null
  }
  findings.pass('rubric-digest', RUBRIC_FILE)
  const other = journal.find(({ by }) => by !== scorer.name)
  if (other !== undefined) {
    findings.fail(
      'tampered',
      'journal-admitted',
      JOURNAL_FILE,
      `line ${other.seq}: not by the sheet's scorer`,
    )
    return null
  }
  const played = replaySheet(rubric, journal)
  if (!played.ok) {
    findings.fail('tampered', 'journal-admitted', JOURNAL_FILE, `line ${played.line}: ${played.code}`)
    return null
  }
  findings.pass('journal-admitted', JOURNAL_FILE)
  if (played.state.sealed === null) {
    findings.fail('tampered', 'journal-sealed', JOURNAL_FILE, 'the sheet was never sealed')
    return null
  }
  findings.pass('journal-sealed', JOURNAL_FILE)
  return sheetResult(rubric, played.state)
}

function checkResult(replayed: SheetResult, files: Files, findings: Findings): boolean {
  const bytes = files.get(RESULT_FILE)?.bytes ?? null
  const isEqual = bytes !== null && Buffer.from(canonicalJson(replayed), 'utf8').equals(bytes)
  if (isEqual) findings.pass('result-replay', RESULT_FILE)
  else
    findings.fail(
      'tampered',
      'result-replay',
      RESULT_FILE,
      bytes === null ? 'missing' : 'the journal yields another',
    )
  return isEqual
}

/** What the items show is enclosed, in its whole length, and nothing besides: each file's digest is its name. */
function checkEvidence(result: SheetResult, files: Files, findings: Findings): void {
  const named = evidenceOn(Object.entries(result.marks))
  for (const [digest, { evidence }] of named) {
    const path = `${EVIDENCE_FOLDER}${digest}`
    const size = files.get(path)?.size
    if (size === undefined) findings.fail('tampered', 'evidence', path, 'missing')
    else if (size !== evidence.size)
      findings.fail('tampered', 'evidence', path, `${size} bytes, where the sheet says ${evidence.size}`)
  }
  for (const path of files.keys()) {
    if (path.startsWith(EVIDENCE_FOLDER) && !named.has(path.slice(EVIDENCE_FOLDER.length)))
      findings.fail('tampered', 'evidence', path, 'on no item of the sheet')
  }
  if (!findings.hasFailed('evidence')) findings.pass('evidence', EVIDENCE_FOLDER)
}

/** bag-info.txt, which follows from the result and the payload, and the papers that it announces. */
function checkPapers(top: string, result: SheetResult, files: Files, findings: Findings): void {
  const payload = [...files].filter(([path]) => path.startsWith('data/'))
  const octets = payload.reduce((sum, [, { size }]) => sum + size, 0)
  const hasReport = files.has(REPORT_FILE)
  const written = text(files, INFO_FILE)
  const isAsWritten = [true, false].some((has) => written === bagInfo(result, octets, payload.length, has))
  if (isAsWritten && top === packageName(result)) findings.pass('bag-info', INFO_FILE)
  else findings.fail('tampered', 'bag-info', INFO_FILE, 'does not agree with the result and the payload')
  if (isAsWritten && written !== bagInfo(result, octets, payload.length, hasReport)) {
    findings.fail(
      'tampered',
      'report',
      REPORT_FILE,
      hasReport ? 'there, but not announced' : 'announced, but missing',
    )
  } else {
    findings.pass('report', REPORT_FILE, hasReport ? undefined : 'none: made without a window')
  }
  if (files.has(WORKBOOK_FILE)) findings.pass('workbook', WORKBOOK_FILE)
  else findings.fail('tampered', 'workbook', WORKBOOK_FILE, 'missing')
}
