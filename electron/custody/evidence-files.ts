import { constants, type Dirent } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LARGEST_FILE } from '../../shared/domain/evidence/evidence'
import type { EvidenceRefusal } from '../../shared/ipc/contract'
import { diskFailure, isMissing } from './disk-failure'

export interface FoundFile {
  readonly path: string
  readonly size: number
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  readonly refused: readonly { readonly name: string; readonly code: EvidenceRefusal }[]
  /** Further files that were only counted. */
  readonly left: number
}

/** Folders below a chosen folder are looked into as deep as this. */
const DEEPEST = 8

/**
 * The files that paths name, folders looked into in order of names; at most `most`, the rest is counted. Hidden names
 * and links below a folder are passed over. Nothing is opened: a pipe or a device would never answer.
 */
export async function listFiles(
  paths: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const refused: { name: string; code: EvidenceRefusal }[] = []
  let left = 0

  const look = async (path: string, depth: number): Promise<void> => {
    signal?.throwIfAborted()
    if (depth > 0 && files.length >= most) {
      left += 1
      return
    }
    const name = basename(path)
    try {
      const found = await stat(path)
      if (found.isDirectory()) return await lookInto(path, depth)
      if (!found.isFile()) refused.push({ name, code: 'not-a-file' })
      else if (found.size === 0) refused.push({ name, code: 'empty' })
      else if (found.size > LARGEST_FILE) refused.push({ name, code: 'too-large' })
      else if (files.length >= most) left += 1
      else {
        await access(path, constants.R_OK)
        files.push({ path, size: found.size })
      }
    } catch (error) {
      // A bug is thrown on; what the system says concerns this file alone.
      diskFailure(error)
      refused.push({ name, code: isMissing(error) ? 'gone' : 'unreadable' })
    }
  }

  const lookInto = async (folder: string, depth: number): Promise<void> => {
    if (depth >= DEEPEST) return
    const entries = (await readdir(folder, { withFileTypes: true })).filter(isWanted)
    for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
      await look(join(folder, name), depth + 1)
  }

  for (const path of paths) await look(path, 0)
  return { files, refused, left }
}

function isWanted(entry: Dirent): boolean {
  return !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory())
}
