import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/**
 * Copies a file of any size so that it is at `to` whole or not at all: beside the target first, fsynced, read back
 * and compared by SHA-256, then renamed. Throws what the system throws, and EIO where the copy differs.
 */
export async function copyVerified(from: string, to: string): Promise<void> {
  const draft = `${to}.partial`
  try {
    await copyFile(from, draft)
    const handle = await open(draft, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if ((await digestOfFile(from)) !== (await digestOfFile(draft)))
      throw Object.assign(new Error('the copy differs from what was copied'), { code: 'EIO' })
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}
