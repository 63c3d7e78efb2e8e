import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import { attemptsSchema } from '../../shared/schema/identity-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { makeFolder, readIfThere, replaceFile } from '../custody/durable-file'
import { parseJson } from './statement'

const FREE_ATTEMPTS = 2
const LONGEST_SECONDS = 900

interface Attempts {
  readonly failures: number
  /** Wall clock, ISO 8601 UTC. */
  readonly notBefore: string
}

/** Seconds that a person has to wait after so many failures: 0, 0, 1, 2, 4 … up to a quarter of an hour. */
export function delaySeconds(failures: number): number {
  return failures <= FREE_ATTEMPTS
    ? 0
    : Math.min(LONGEST_SECONDS, 2 ** Math.min(20, failures - FREE_ATTEMPTS - 1))
}

/**
 * Seconds still to wait, or null: then this attempt is counted as failed, on disk, before it is made, so that
 * ending the program in the middle of it does not give it back.
 */
export async function beginAttempt(keysFolder: string, now: string): Promise<number | null> {
  const { failures, notBefore } = await readAttempts(keysFolder)
  // A wall clock that was set back must not lock anyone out for longer than the delay itself.
  const wait = Math.min((Date.parse(notBefore) - Date.parse(now)) / 1000, delaySeconds(failures))
  if (wait > 0) return Math.ceil(wait)
  const next = failures + 1
  const until = new Date(Date.parse(now) + delaySeconds(next) * 1000).toISOString()
  await makeFolder(keysFolder)
  await replaceFile(
    pathIn(keysFolder),
    Buffer.from(canonicalJson({ failures: next, notBefore: until }), 'utf8'),
  )
  return null
}

/** The passphrase was right: the count begins again. */
export async function endAttempts(keysFolder: string): Promise<void> {
  await rm(pathIn(keysFolder), { force: true })
}

function pathIn(keysFolder: string): string {
  return join(keysFolder, 'attempts.json')
}

async function readAttempts(keysFolder: string): Promise<Attempts> {
  const bytes = await readIfThere(pathIn(keysFolder))
  if (bytes === null) return { failures: 0, notBefore: new Date(0).toISOString() }
  const read = readStrictly(attemptsSchema, parseJson(bytes))
  // A count that was tampered with is no way round the delay.
  return read.ok ? read.value : { failures: FREE_ATTEMPTS + 4, notBefore: new Date(0).toISOString() }
}
