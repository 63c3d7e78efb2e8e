import {
  BAG_DECLARATION,
  DECLARATION_FILE,
  INFO_FILE,
  JOURNAL_FILE,
  MANIFEST_FILE,
  parseManifest,
  REPORT_FILE,
  RESULT_FILE,
  RUBRIC_FILE,
  SIGNATURE_FOLDER,
  TAG_MANIFEST_FILE,
  TAGGED_FILES,
  WORKBOOK_FILE,
} from './bag'
import type { ReadEntry } from './entry-read'
import type { Findings } from './findings'

/** The package's files by their path below its top folder. */
export type Files = ReadonlyMap<string, ReadEntry>

const TOP = /^scorebench-[0-9a-f]{8}-\d{1,5}$/
const PAYLOAD = new Set([JOURNAL_FILE, RESULT_FILE, RUBRIC_FILE, WORKBOOK_FILE, REPORT_FILE])
const TAGS = new Set<string>([...TAGGED_FILES, TAG_MANIFEST_FILE])
const SIGNATURE = /^signatures\/[0-9a-f]{16}\.(?:pub\.pem|statement\.json|statement\.sig)$/
const EVIDENCE = /^data\/evidence\/([0-9a-f]{64})$/

/** Sorts entries under the one top folder; null when there is no such folder. */
export function filesBelowTop(
  entries: readonly ReadEntry[],
  findings: Findings,
): { top: string; files: Files } | null {
  const top = entries[0]?.name.split('/')[0] ?? ''
  if (!TOP.test(top)) {
    findings.fail('unreadable', 'bag-declaration', top, 'not the folder of a result package')
    return null
  }
  const files = new Map<string, ReadEntry>()
  for (const entry of entries) {
    if (entry.name.startsWith(`${top}/`)) files.set(entry.name.slice(top.length + 1), entry)
    else findings.fail('tampered', 'unknown-file', entry.name, `outside ${top}`)
  }
  for (const [path, { sha256 }] of files) {
    const evidence = EVIDENCE.exec(path)?.[1]
    if (evidence !== undefined) {
      if (evidence !== sha256)
        findings.fail('tampered', 'evidence', path, `its bytes have the digest ${sha256}`)
    } else if (!TAGS.has(path) && !PAYLOAD.has(path) && !SIGNATURE.test(path)) {
      findings.fail('tampered', 'unknown-file', path, 'no place in a result package')
    }
  }
  if (!findings.hasFailed('unknown-file')) findings.pass('unknown-file')
  return { top, files }
}

/** Declaration, both manifests, and what they say of each file. */
export function checkBag(files: Files, findings: Findings): void {
  const declaration = text(files, DECLARATION_FILE)
  if (declaration === BAG_DECLARATION) findings.pass('bag-declaration', DECLARATION_FILE)
  else
    findings.fail(
      'tampered',
      'bag-declaration',
      DECLARATION_FILE,
      declaration === null ? 'missing' : 'changed',
    )
  checkPayload(files, findings)
  checkTags(files, findings)
}

/** A kept file's text; null where there is none. */
export function text(files: Files, path: string): string | null {
  return files.get(path)?.bytes?.toString('utf8') ?? null
}

function manifest(files: Files, path: string): ReadonlyMap<string, string> | null {
  const written = text(files, path)
  return written === null ? null : parseManifest(written)
}

function checkPayload(files: Files, findings: Findings): void {
  const listed = manifest(files, MANIFEST_FILE)
  if (listed === null) {
    const isThere = files.has(MANIFEST_FILE)
    findings.fail(
      'tampered',
      'payload-manifest',
      MANIFEST_FILE,
      isThere ? 'not as it was written' : 'missing',
    )
    return
  }
  findings.pass('payload-manifest', MANIFEST_FILE)
  for (const [path, digest] of listed) {
    const file = files.get(path)
    if (!path.startsWith('data/')) findings.fail('tampered', 'payload-manifest', path, 'not in data/')
    else if (file === undefined) findings.fail('tampered', 'payload-missing', path)
    else if (file.sha256 !== digest)
      findings.fail('tampered', 'payload-changed', path, `SHA-256 is ${file.sha256}`)
  }
  for (const path of files.keys()) {
    if (path.startsWith('data/') && !listed.has(path)) findings.fail('tampered', 'payload-extra', path)
  }
  for (const code of ['payload-missing', 'payload-changed', 'payload-extra'] as const) {
    if (!findings.hasFailed(code)) findings.pass(code)
  }
}

function checkTags(files: Files, findings: Findings): void {
  const listed = manifest(files, TAG_MANIFEST_FILE)
  const names = listed === null ? [] : [...listed.keys()]
  if (listed === null || names.join() !== [...TAGGED_FILES].sort().join()) {
    const isThere = files.has(TAG_MANIFEST_FILE)
    findings.fail(
      'tampered',
      'tag-manifest',
      TAG_MANIFEST_FILE,
      isThere ? 'not as it was written' : 'missing',
    )
    return
  }
  findings.pass('tag-manifest', TAG_MANIFEST_FILE)
  for (const [path, digest] of listed) {
    const file = files.get(path)
    if (file === undefined) findings.fail('tampered', 'tag-changed', path, 'missing')
    else if (file.sha256 !== digest)
      findings.fail('tampered', 'tag-changed', path, `SHA-256 is ${file.sha256}`)
  }
  if (!findings.hasFailed('tag-changed')) findings.pass('tag-changed')
}

/** Files that are read as text, and so are kept in memory while the rest is only hashed. */
export function isKept(path: string): boolean {
  return (
    TAGS.has(path) ||
    path.startsWith(SIGNATURE_FOLDER) ||
    path === JOURNAL_FILE ||
    path === RESULT_FILE ||
    path === RUBRIC_FILE ||
    path === INFO_FILE
  )
}
