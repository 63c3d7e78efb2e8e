import type { Check, Verdict } from '../../shared/ipc/contract'

/** How bad a failed check is; the worst of all gives the verdict. */
export type Severity = 'unreadable' | 'tampered' | 'signer-not-allowed'

/** All codes of checks, in the order in which they are made. Each has its sentence in the catalogues: `check.<code>`. */
export const CHECK_CODES = [
  'container',
  'entry-name',
  'entry-stored',
  'entry-bytes',
  'bag-declaration',
  'bag-info',
  'payload-manifest',
  'payload-missing',
  'payload-extra',
  'payload-changed',
  'tag-manifest',
  'tag-changed',
  'unknown-file',
  'workbook',
  'report',
  'evidence',
  'rubric',
  'rubric-digest',
  'journal-chain',
  'journal-admitted',
  'journal-sealed',
  'result-replay',
  'signature-files',
  'public-key',
  'statement',
  'statement-digest',
  'statement-result',
  'signature',
  'roster',
] as const
export type CheckCode = (typeof CHECK_CODES)[number]

export interface Findings {
  readonly checks: readonly Check[]
  readonly pass: (code: CheckCode, file?: string, detail?: string) => void
  readonly fail: (severity: Severity, code: CheckCode, file?: string, detail?: string) => void
  readonly hasFailed: (...codes: readonly CheckCode[]) => boolean
  /** The worst so far; null while nothing has failed. */
  readonly worst: () => Extract<Verdict, Severity> | null
}

const ORDER: readonly Severity[] = ['unreadable', 'tampered', 'signer-not-allowed']
/** A hostile package may fail in as many places as it has entries: so many are listed, all of them count. */
const MOST_LISTED = 500

export function newFindings(): Findings {
  const checks: Check[] = []
  const failed = new Set<CheckCode>()
  const severities = new Set<Severity>()
  function add(code: CheckCode, ok: boolean, file?: string, detail?: string): void {
    if (checks.length >= MOST_LISTED) return
    checks.push({
      code,
      ok,
      ...(file === undefined ? {} : { file }),
      ...(detail === undefined ? {} : { detail }),
    })
  }
  return {
    checks,
    pass: (code, file, detail) => add(code, true, file, detail),
    fail: (severity, code, file, detail) => {
      failed.add(code)
      severities.add(severity)
      add(code, false, file, detail)
    },
    hasFailed: (...codes) => codes.some((code) => failed.has(code)),
    worst: () => ORDER.find((severity) => severities.has(severity)) ?? null,
  }
}
