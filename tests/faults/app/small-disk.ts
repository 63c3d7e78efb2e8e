import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freshDataFolder } from '../../e2e/launch'

/** Whether a disk can be mounted here: on Linux, as root. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0

/** A data folder whose custody is a disk of its own, in memory. */
export interface SmallDisk {
  readonly dataFolder: string
  readonly custody: string
  readonly remount: (how: 'ro' | 'rw') => void
  /** Takes it away with all that is on it. */
  readonly remove: () => void
}

export function smallDisk(megabytes: number): SmallDisk {
  const dataFolder = freshDataFolder()
  const custody = join(dataFolder, 'custody')
  mkdirSync(custody)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', custody])
  return {
    dataFolder,
    custody,
    remount: (how) => execFileSync('mount', ['-o', `remount,${how}`, custody]),
    remove: () => {
      execFileSync('umount', ['-l', custody])
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
