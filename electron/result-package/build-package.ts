import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { BuiltPackage, PackageStage } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { writeResultsWorkbook } from '../../shared/spreadsheet/results-workbook'
import { sha256 } from '../custody/digest'
import { diskFailure, failure } from '../custody/disk-failure'
import { syncFolder } from '../custody/durable-file'
import {
  BAG_DECLARATION,
  bagInfo,
  DECLARATION_FILE,
  EVIDENCE_FOLDER,
  INFO_FILE,
  JOURNAL_FILE,
  MANIFEST_FILE,
  manifestText,
  packageName,
  REPORT_FILE,
  RESULT_FILE,
  RUBRIC_FILE,
  SIGNATURE_FOLDER,
  TAG_MANIFEST_FILE,
  WORKBOOK_FILE,
} from './bag'
import type { SigningKey } from './identity'
import { EvidenceChanged, writeEvidence } from './package-payload'
import { type EvidenceFile, listEvidence, readSealedSheet, type SealedSheet } from './sealed-sheet'
import { signBytes } from './signing'
import { statementBytes, statementOf } from './statement'
import { TooLarge, zipWriter } from './zip-write'

export interface BuildRequest {
  /** `sheets/<id>` in custody. */
  readonly sheetFolder: string
  readonly signer: SigningKey
  /** report.pdf, where a window made one. */
  readonly report: Uint8Array | null
  /** Where the package goes; written beside it first, so that it is there whole or not at all. */
  readonly out: string
  /** The organiser's assignment nonce, where one was given. */
  readonly nonce?: string | null
}

export interface JobOptions {
  readonly onProgress?: ((stage: PackageStage, done: number, all: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Seals a sheet into its package by replaying its journal. 'not-sealed', 'journal-damaged' (detail: the file), 'evidence-missing'
 * (detail: its SHA-256; gone, or not the bytes any more),
 * 'too-large' (over 4 GiB), 'cancelled', or what the disk said; then nothing is left at `out` that was not there.
 */
export async function buildPackage(
  request: BuildRequest,
  options: JobOptions = {},
): Promise<Result<BuiltPackage>> {
  const draft = `${request.out}.partial`
  try {
    options.onProgress?.('replay', 0, 1)
    const sheet = await readSealedSheet(request.sheetFolder)
    if (!sheet.ok) return sheet
    const evidence = await listEvidence(request.sheetFolder, sheet.value.result)
    if (!evidence.ok) return evidence
    const handle = await open(draft, 'w', 0o600)
    let written: { bytes: number; digest: string }
    try {
      written = await write(handle, request, sheet.value, evidence.value, options)
      await handle.sync()
    } finally {
      await handle.close()
    }
    options.signal?.throwIfAborted()
    await rename(draft, request.out)
    await syncFolder(dirname(request.out))
    const { result } = sheet.value
    const { fingerprint } = request.signer.identity
    const fileName = `${packageName(result)}.zip`
    return { ok: true, value: { sheetId: result.sheet.sheetId, fileName, ...written, fingerprint } }
  } catch (error) {
    await rm(draft, { force: true })
    return buildFailure(error, options.signal)
  }
}

function buildFailure(error: unknown, signal?: AbortSignal): Result<never> {
  if (signal?.aborted) return failure('cancelled')
  if (error instanceof TooLarge) return failure('too-large', basename(error.message))
  if (error instanceof EvidenceChanged) return failure('evidence-missing', error.message)
  return diskFailure(error)
}

async function write(
  handle: FileHandle,
  { signer, report, nonce = null }: BuildRequest,
  { result, rubric, rubricBytes, journal }: SealedSheet,
  evidence: readonly EvidenceFile[],
  { onProgress, signal }: JobOptions,
): Promise<{ bytes: number; digest: string }> {
  onProgress?.('workbook', 0, 1)
  const payload = new Map<string, Uint8Array>([[JOURNAL_FILE, journal]])
  if (report !== null) payload.set(REPORT_FILE, report)
  payload.set(RESULT_FILE, Buffer.from(canonicalJson(result), 'utf8'))
  payload.set(WORKBOOK_FILE, writeResultsWorkbook(rubric, result))
  payload.set(RUBRIC_FILE, rubricBytes)
  signal?.throwIfAborted()

  const top = packageName(result)
  const zip = zipWriter(handle)
  const sizes = [...evidence.map(({ size }) => size), ...[...payload.values()].map(({ length }) => length)]
  const octets = sizes.reduce((sum, size) => sum + size, 0)
  const info = Buffer.from(bagInfo(result, octets, sizes.length, report !== null), 'utf8')
  const declaration = Buffer.from(BAG_DECLARATION, 'utf8')
  await zip.add(`${top}/${INFO_FILE}`, info)
  await zip.add(`${top}/${DECLARATION_FILE}`, declaration)
  const all = evidence.reduce((sum, { size }) => sum + size, 0)
  await writeEvidence(zip, top, evidence, (done) => onProgress?.('evidence', done, all), signal)

  onProgress?.('write', 0, 1)
  const digests = new Map(evidence.map(({ digest }) => [`${EVIDENCE_FOLDER}${digest}`, digest]))
  for (const [path, bytes] of payload) {
    await zip.add(`${top}/${path}`, bytes)
    digests.set(path, sha256(bytes))
  }
  const manifest = Buffer.from(manifestText(digests), 'utf8')
  await zip.add(`${top}/${MANIFEST_FILE}`, manifest)
  const tags = [
    [INFO_FILE, sha256(info)],
    [DECLARATION_FILE, sha256(declaration)],
    [MANIFEST_FILE, sha256(manifest)],
  ] as const
  const tagManifest = Buffer.from(manifestText(new Map(tags)), 'utf8')

  onProgress?.('sign', 0, 1)
  const digest = sha256(tagManifest)
  const statement = statementBytes(statementOf(result, digest, signer.identity, nonce))
  const base = `${top}/${SIGNATURE_FOLDER}${signer.identity.fingerprint.slice(0, 16)}`
  await zip.add(`${base}.pub.pem`, Buffer.from(signer.identity.publicKeyPem, 'latin1'))
  await zip.add(`${base}.statement.json`, statement)
  await zip.add(`${base}.statement.sig`, signBytes(signer.pkcs8, statement))
  await zip.add(`${top}/${TAG_MANIFEST_FILE}`, tagManifest)
  signal?.throwIfAborted()
  const bytes = await zip.finish()
  onProgress?.('write', 1, 1)
  return { bytes, digest }
}
