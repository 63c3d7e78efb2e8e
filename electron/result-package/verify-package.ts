import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Signer, Verdict, Verification } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure } from '../custody/disk-failure'
import type { JobOptions } from './build-package'
import { type ByteSource, fileSource } from './byte-source'
import { readEntries } from './entry-read'
import { type Findings, newFindings } from './findings'
import { checkBag, filesBelowTop, isKept } from './verify-bag'
import { checkContent } from './verify-content'
import { checkSignatures, type Trust } from './verify-signatures'
import { readDirectory } from './zip-read'

export interface VerifyOptions extends JobOptions {
  readonly trust?: Trust
  /** Ends after the first group of checks that failed; the verdict is the same or milder. For tests with many packages. */
  readonly isBrief?: boolean
}

const NOBODY: Trust = { roster: null, known: [] }
/** What is read as text may be so large: more than any real sheet, less than what hurts. */
const LARGEST_TEXT = 64 << 20

/** Checks a package file. 'not-found', 'cancelled' and disk errors are failures; everything else is a verdict. */
export async function verifyPackage(
  path: string,
  options: VerifyOptions = {},
): Promise<Result<Verification>> {
  try {
    const handle = await open(path, 'r')
    try {
      const source = await fileSource(handle)
      return { ok: true, value: await verifySource(source, basename(path), options) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (options.signal?.aborted) return failure('cancelled')
    const refused = diskFailure(error)
    return refused.detail === 'ENOENT' ? failure('not-found', basename(path)) : refused
  }
}

/** Checks a package's bytes: nothing is written, nothing is unpacked. Throws the signal's reason on abort. */
export async function verifySource(
  source: ByteSource,
  fileName: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const findings = newFindings()
  const read = await readContainer(source, findings, options)
  if (read === null || shouldStop(findings, options)) return answer(fileName, findings)
  checkBag(read.files, findings)
  if (shouldStop(findings, options)) return answer(fileName, findings)
  const content = checkContent(read.top, read.files, findings)
  options.signal?.throwIfAborted()
  const signers = checkSignatures(read.files, content.replayed, options.trust ?? NOBODY, findings)
  options.onProgress?.('verify', source.size, source.size)
  const { rubric, journal, replayed, isEqual } = content
  return {
    ...answer(fileName, findings),
    verdict: verdictOf(findings, signers),
    signers,
    result: isEqual ? replayed : null,
    rubric,
    journal,
    replay: replayed === null ? null : { equal: isEqual, result: replayed },
  }
}

async function readContainer(
  source: ByteSource,
  findings: Findings,
  { onProgress, signal }: VerifyOptions,
): Promise<ReturnType<typeof filesBelowTop>> {
  onProgress?.('verify', 0, source.size)
  const entries = await readDirectory(source, findings)
  if (entries === null) return null
  const large = entries.find(
    ({ name, size }) => isKept(belowTop(name)) && size > LARGEST_TEXT && size <= source.size,
  )
  if (large !== undefined) {
    findings.fail('unreadable', 'entry-bytes', large.name, 'too large to be read')
    return null
  }
  const read = await readEntries(source, entries, findings, {
    keep: (name) => isKept(belowTop(name)),
    onBytes: (done) => onProgress?.('verify', done, source.size),
    signal,
  })
  if (read === null) return null
  for (const code of ['container', 'entry-name', 'entry-stored', 'entry-bytes'] as const) {
    if (!findings.hasFailed(code)) findings.pass(code)
  }
  return filesBelowTop(read, findings)
}

function belowTop(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}

function shouldStop(findings: Findings, { isBrief = false }: VerifyOptions): boolean {
  return isBrief && findings.worst() !== null
}

function answer(fileName: string, findings: Findings): Verification {
  return {
    verdict: findings.worst() ?? 'unreadable',
    fileName,
    signers: [],
    checks: findings.checks,
    result: null,
    rubric: null,
    journal: null,
    replay: null,
  }
}

function verdictOf(findings: Findings, signers: readonly Signer[]): Verdict {
  const worst = findings.worst()
  if (worst !== null) return worst
  return signers.some(({ isKnown }) => isKnown) ? 'valid-trusted' : 'valid-unknown-signer'
}
