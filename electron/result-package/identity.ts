import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Role } from '../../shared/domain/round/round'
import type { Identity } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { identityFileSchema, identitySchema } from '../../shared/schema/identity-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { sha256 } from '../custody/digest'
import { diskFailure, failure } from '../custody/disk-failure'
import { makeFolder, readIfThere, replaceFile } from '../custody/durable-file'
import { beginAttempt, endAttempts } from './passphrase-delay'
import { openKey, type SealedKey, sealKey } from './sealed-key'
import { newKeyPair, publicPartOf } from './signing'
import { parseJson } from './statement'

/** An identity whose passphrase was given: it can sign. Plain data, so that it can be passed to a worker. */
export interface SigningKey {
  readonly identity: Identity
  readonly pkcs8: Uint8Array
}

export interface NewIdentity {
  readonly name: string
  readonly unit: string
  readonly role: Role
}

/** Fewer characters are refused ('bad-request', detail 'passphrase'). */
export const SHORTEST_PASSPHRASE = 8

interface IdentityFile {
  readonly schema: 'scorebench.identity/1'
  readonly identity: Identity
  readonly key: SealedKey
  /** SHA-256 of the canonical JSON without it: tells damage from a wrong passphrase. */
  readonly digest: string
}

/** Who signs on this machine; null where no identity was made. 'key-damaged' when the file is not whole. */
export async function readIdentity(keysFolder: string): Promise<Result<Identity | null>> {
  const file = await readFile(keysFolder)
  if (!file.ok) return file
  return { ok: true, value: file.value?.identity ?? null }
}

/** Makes a P-256 key under a passphrase. A second one is refused ('identity-exists'). */
export async function createIdentity(
  keysFolder: string,
  { name, unit, role }: NewIdentity,
  passphrase: string,
  createdAt: string,
): Promise<Result<Identity>> {
  if ([...passphrase.normalize('NFC')].length < SHORTEST_PASSPHRASE)
    return failure('bad-request', 'passphrase')
  const there = await readFile(keysFolder)
  if (!there.ok) return there
  if (there.value !== null) return failure('identity-exists')
  const { pkcs8, publicKeyPem, fingerprint } = newKeyPair()
  const read = readStrictly(identitySchema, { name, unit, role, fingerprint, publicKeyPem, createdAt })
  if (!read.ok) return failure('bad-request', read.path)
  const identity: Identity = read.value
  const key = await sealKey(pkcs8, passphrase, canonicalJson(identity))
  const body = { schema: 'scorebench.identity/1', identity, key } as const
  try {
    await makeFolder(keysFolder)
    const file: IdentityFile = { ...body, digest: sha256(canonicalJson(body)) }
    await replaceFile(pathIn(keysFolder), Buffer.from(canonicalJson(file), 'utf8'))
    await endAttempts(keysFolder)
    return { ok: true, value: identity }
  } catch (error) {
    return diskFailure(error)
  }
}

const turns = new Map<string, Promise<unknown>>()

/**
 * The signing key, for the right passphrase. 'wrong-passphrase', then 'passphrase-delay' (detail: seconds to wait),
 * which outlasts a restart; 'no-identity', 'key-damaged'. One attempt at a time.
 */
export function unlockIdentity(
  keysFolder: string,
  passphrase: string,
  now: () => string,
): Promise<Result<SigningKey>> {
  const turn = (turns.get(keysFolder) ?? Promise.resolve()).then(() => attempt(keysFolder, passphrase, now()))
  turns.set(
    keysFolder,
    turn.catch(() => undefined),
  )
  return turn
}

async function attempt(keysFolder: string, passphrase: string, now: string): Promise<Result<SigningKey>> {
  const file = await readFile(keysFolder)
  if (!file.ok) return file
  if (file.value === null) return failure('no-identity')
  const { identity, key } = file.value
  try {
    const wait = await beginAttempt(keysFolder, now)
    if (wait !== null) return failure('passphrase-delay', String(wait))
    const pkcs8 = await openKey(key, passphrase, canonicalJson(identity))
    if (pkcs8 === null) return failure('wrong-passphrase')
    if (publicPartOf(pkcs8).publicKeyPem !== identity.publicKeyPem) return failure('key-damaged')
    await endAttempts(keysFolder)
    return { ok: true, value: { identity, pkcs8: new Uint8Array(pkcs8) } }
  } catch (error) {
    return diskFailure(error)
  }
}

function pathIn(keysFolder: string): string {
  return join(keysFolder, 'identity.json')
}

async function readFile(keysFolder: string): Promise<Result<IdentityFile | null>> {
  try {
    const bytes = await readIfThere(pathIn(keysFolder))
    if (bytes === null) return { ok: true, value: null }
    const read = readStrictly(identityFileSchema, parseJson(bytes))
    if (!read.ok) return failure('key-damaged', read.path)
    const { digest, ...body } = read.value
    if (sha256(canonicalJson(body)) !== digest) return failure('key-damaged', 'digest')
    return { ok: true, value: read.value }
  } catch (error) {
    return diskFailure(error)
  }
}
