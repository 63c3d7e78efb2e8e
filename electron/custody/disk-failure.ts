import type { FailureCode } from '../../shared/ipc/result'

export interface Failure {
  readonly ok: false
  readonly code: FailureCode
  readonly detail?: string
}

export function failure(code: FailureCode, detail?: string): Failure {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail }
}

const CODES: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
}

function errno(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** What the disk refused, as a value; anything that is not an operating system error is a bug and is thrown on. */
export function diskFailure(error: unknown): Failure {
  const code = errno(error)
  if (code === null) throw error
  return failure(CODES[code] ?? 'write-failed', code)
}

/** Is it 'no such file'? */
export function isMissing(error: unknown): boolean {
  const code = errno(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}
