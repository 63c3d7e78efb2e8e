import { join } from 'node:path'
import { readStrictly } from '../../shared/schema/read-strictly'
import { copyMarkerSchema } from '../../shared/schema/second-copy-schema'
import { readIfThere, replaceFile } from '../custody/durable-file'

/** The folder of ours in the place that the person chose. */
export const COPY_FOLDER = 'scorebench-copy'
const MARKER = 'scorebench-copy.json'

/** Tells this stick from any other that is put in at the same path. */
export interface CopyMarker {
  readonly schema: 'scorebench.copy/1'
  /** UUID, made when the place was chosen. */
  readonly id: string
  /** When it was last written to, ISO 8601 UTC. */
  readonly writtenAt: string
}

/** The marker in `scorebench-copy`; null where there is none that can be read. Throws disk errors. */
export async function readMarker(copyFolder: string): Promise<CopyMarker | null> {
  const bytes = await readIfThere(join(copyFolder, MARKER))
  if (bytes === null) return null
  try {
    const read = readStrictly(copyMarkerSchema, JSON.parse(bytes.toString('utf8')))
    return read.ok ? read.value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export async function writeMarker(copyFolder: string, marker: CopyMarker): Promise<void> {
  await replaceFile(join(copyFolder, MARKER), Buffer.from(`${JSON.stringify(marker)}\n`, 'utf8'))
}
