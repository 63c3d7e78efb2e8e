import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evidenceNamed } from '../../../shared/domain/evidence/on-sheet'
import { readJournal, sheetFolder } from './sheet-on-disk'

export interface OnDisk {
  /** Named by the journal, each counted once. */
  readonly named: readonly string[]
  /** Named and there, byte for byte. */
  readonly whole: number
  /** Under a digest that is not theirs: half written, and taken for whole. */
  readonly false: readonly string[]
  /** Whole, and named by no line. */
  readonly orphans: number
  /** Still under the name of a file that is being written. */
  readonly drafts: number
}

/** Every original in the sheet's custody, hashed, against what its journal names. */
export function evidenceOnDisk(dataFolder: string): OnDisk {
  const folder = join(sheetFolder(dataFolder), 'evidence')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const events = readJournal(dataFolder).lines.map(({ event }) => event)
  const named = [...new Set(evidenceNamed(events).map(({ sha256 }) => sha256))]
  const files = names.filter((name) => !name.startsWith('.'))
  const good = new Set(
    files.filter(
      (name) =>
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex') === name,
    ),
  )
  return {
    named,
    whole: named.filter((digest) => good.has(digest)).length,
    false: files.filter((name) => !good.has(name)),
    orphans: [...good].filter((digest) => !named.includes(digest)).length,
    drafts: names.length - files.length,
  }
}
