import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { EVIDENCE_FOLDER } from './bag'
import { digestOf, WHOLE } from './entry-read'
import type { EvidenceFile } from './sealed-sheet'
import type { ZipWriter } from './zip-write'

const PIECE = 4 << 20
const IN_FLIGHT = 3

/** Evidence whose bytes are not its name: it was changed in custody. */
export class EvidenceChanged extends Error {
  override readonly name = 'EvidenceChanged'
}

interface ReadFile {
  readonly file: EvidenceFile
  readonly bytes: Buffer
  readonly digest: Promise<string>
}

/**
 * Writes evidence into the package, each byte read once: hashed on another thread while this one computes its CRC
 * and writes it. Throws EvidenceChanged, the signal's reason on abort, or disk errors.
 */
export async function writeEvidence(
  zip: ZipWriter,
  top: string,
  files: readonly EvidenceFile[],
  onBytes: (done: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const started: Promise<ReadFile>[] = []
  let next = 0
  let done = 0
  const read = async (file: EvidenceFile): Promise<ReadFile> => {
    const bytes = await readFile(file.path)
    const digest = digestOf(bytes)
    digest.catch(() => undefined)
    return { file, bytes, digest }
  }
  try {
    for (const file of files) {
      signal?.throwIfAborted()
      if (file.size > WHOLE) {
        await writeLarge(zip, top, file, signal)
      } else {
        for (; started.length < IN_FLIGHT && next < files.length; next++) {
          const ahead = files[next]
          if (ahead === undefined || ahead.size > WHOLE) continue
          const reading = read(ahead)
          // Whoever awaits it sees what went wrong; until then it is not an unhandled rejection.
          reading.catch(() => undefined)
          started.push(reading)
        }
        const { bytes, digest } = (await started.shift()) ?? (await read(file))
        await zip.add(`${top}/${EVIDENCE_FOLDER}${file.digest}`, bytes)
        if ((await digest) !== file.digest) throw new EvidenceChanged(file.digest)
      }
      done += file.size
      onBytes(done)
    }
  } finally {
    await Promise.allSettled(started)
  }
}

async function writeLarge(
  zip: ZipWriter,
  top: string,
  file: EvidenceFile,
  signal?: AbortSignal,
): Promise<void> {
  const hash = createHash('sha256')
  async function* pieces(): AsyncIterable<Uint8Array> {
    for await (const piece of createReadStream(file.path, { highWaterMark: PIECE })) {
      signal?.throwIfAborted()
      hash.update(piece)
      yield piece
    }
  }
  await zip.addPieces(`${top}/${EVIDENCE_FOLDER}${file.digest}`, file.size, pieces())
  if (hash.digest('hex') !== file.digest) throw new EvidenceChanged(file.digest)
}
