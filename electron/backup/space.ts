import { statfs } from 'node:fs/promises'
import { diskFailure } from '../custody/disk-failure'

/** Room on a volume, in bytes. */
export interface Space {
  readonly free: number
  readonly size: number
}

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
