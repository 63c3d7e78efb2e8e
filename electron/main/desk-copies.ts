import { open } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { sniffMedia } from '../../shared/domain/evidence/sniff'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure } from '../custody/disk-failure'
import { replaceFile, writeAll } from '../custody/durable-file'
import { askForFolder, askWhereToSave } from './dialogs'
import type { HandedPaths } from './handed-paths'
import type { Desk } from './ipc'
import { safeName } from './safe-name'

type CopyCalls = Pick<Desk, 'saveEvidenceCopy' | 'chooseCopyFolder' | 'writeEvidenceCopy'>

/** Names are tried with a number behind them as often as this before it is given up. */
const MOST_TRIES = 1000

/** Watermarked copies that the screen made: JPEG alone, and only to where a person said in this run. */
export function deskCopies(handed: HandedPaths): CopyCalls {
  return {
    saveEvidenceCopy: async (name, bytes) => {
      if (!isJpeg(bytes)) return failure('bad-request')
      const path = await askWhereToSave(safeName(name), [{ name: 'JPEG', extensions: ['jpg'] }])
      if (path === null) return { ok: true, value: null }
      try {
        await replaceFile(path, bytes)
        return { ok: true, value: { path } }
      } catch (error) {
        return diskFailure(error)
      }
    },
    chooseCopyFolder: async () => {
      const path = await askForFolder()
      handed.add(path === null ? [] : [path])
      return { ok: true, value: path }
    },
    writeEvidenceCopy: async (folder, name, bytes) => {
      if (!handed.has(folder) || !isJpeg(bytes)) return failure('bad-request')
      return writeBeside(folder, safeName(name), bytes)
    },
  }
}

function isJpeg(bytes: Uint8Array): boolean {
  return sniffMedia(bytes) === 'image/jpeg'
}

/** What is there already stays: the next free name is taken, 'a.jpg', 'a-2.jpg', … */
async function writeBeside(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ path: string }>> {
  const { name: stem } = parse(name)
  for (let no = 1; no <= MOST_TRIES; no++) {
    const path = join(folder, no === 1 ? `${stem}.jpg` : `${stem}-${no}.jpg`)
    try {
      const handle = await open(path, 'wx')
      try {
        await writeAll(handle, bytes, 0)
        await handle.sync()
      } finally {
        await handle.close()
      }
      return { ok: true, value: { path } }
    } catch (error) {
      const known = diskFailure(error)
      if (known.detail !== 'EEXIST') return known
    }
  }
  return failure('write-failed', name)
}
