import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder, namesIn, writeAll } from '../custody/durable-file'
import type { EntrySink } from './zip-unstream'

/** Inside custody, so that what was read can be renamed into its place; its dot keeps it out of every list. */
const RESTORES = '.restore'
const FILES = 'files'
/** Once it is there, the restore is decided and goes through, whatever happens. */
const DECIDED = 'decided.json'

/** Where a backup is unpacked before anything of the workspace is touched. */
export interface Stage {
  readonly id: string
  readonly folder: string
  /** Below it stands what came from custody. */
  readonly files: string
  readonly decided: string
}

export function stageOf(custodyFolder: string, id: string): Stage {
  const folder = join(custodyFolder, RESTORES, id)
  return { id, folder, files: join(folder, FILES), decided: join(folder, DECIDED) }
}

export async function newStage(custodyFolder: string): Promise<Stage> {
  const stage = stageOf(custodyFolder, randomUUID())
  await makeFolder(stage.files)
  return stage
}

export async function removeStage({ folder }: Stage): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Restores that are under way or were broken off. */
export async function stagesIn(custodyFolder: string): Promise<readonly Stage[]> {
  const names = await namesIn(join(custodyFolder, RESTORES))
  return names.map((name) => stageOf(custodyFolder, name))
}

/** A new file of the stage, fsynced when it ends. */
export async function stageFile({ files }: Stage, path: string): Promise<EntrySink> {
  const to = join(files, path)
  await makeFolder(dirname(to))
  const handle = await open(to, 'wx', 0o600)
  let length = 0
  return {
    write: async (piece) => {
      await writeAll(handle, piece, length)
      length += piece.length
    },
    end: async () => {
      await handle.datasync()
      await handle.close()
    },
    drop: () => handle.close(),
  }
}
