import { statfs } from 'node:fs/promises'
import type { Room } from '../../shared/ipc/backup'
import { diskFailure } from '../custody/disk-failure'

/** Room on a volume, in bytes. */
export interface Space {
  readonly free: number
  readonly size: number
}

const MEGABYTE = 1_000_000
const SCARCE = 200 * MEGABYTE
const LOW = 1000 * MEGABYTE
/** A twentieth of a large disk is more than a day's work ever fills: from here on it is no reason for a note. */
const PLENTY = 5000 * MEGABYTE

/** Room on the volume of a folder for us; null where the system does not say. */
export async function freeSpace(folder: string): Promise<Space | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, size: blocks * bsize }
  } catch (error) {
    diskFailure(error)
    return null
  }
}

/**
 * How much room that is for `toWrite` bytes that are still to come: 'scarce' below 200 MB or where they do not fit,
 * 'low' below 1 GB, or 5 % of the volume, beside them.
 */
export function roomOf({ free, size }: Space, toWrite: number): Room {
  if (free < SCARCE || free < toWrite) return { level: 'scarce', free }
  const low = Math.max(LOW, Math.min(size / 20, PLENTY)) + toWrite
  return { level: free < low ? 'low' : 'ok', free }
}
