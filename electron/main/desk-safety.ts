import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { webContents } from 'electron'
import type { BackupWritten, SafetyState } from '../../shared/ipc/backup'
import { SAFETY_CHANNEL } from '../../shared/ipc/calls'
import { backupName } from '../backup/backup-bag'
import { copyInWorker, prepareInWorker, writeInWorker } from '../backup/backup-job'
import { isEncryptedBackup } from '../backup/read-backup'
import { applyRestore, dropRestore } from '../backup/restore'
import { openSafety, type Safety } from '../backup/safety'
import type { Custody } from '../custody/custody'
import { diskFailure, failure, isMissing } from '../custody/disk-failure'
import { EVIDENCE } from '../custody/sheet-record'
import { askForFolder, askWhatToOpen, askWhereToSave } from './dialogs'
import type { HandedPaths } from './handed-paths'
import type { Desk } from './ipc'
import type { Jobs } from './jobs'

export type SafetyCalls = Pick<
  Desk,
  | 'writeBackup'
  | 'chooseBackup'
  | 'prepareRestore'
  | 'applyRestore'
  | 'dropRestore'
  | 'readSafety'
  | 'chooseSecondPlace'
  | 'leaveSecondPlace'
  | 'setCopyMinutes'
  | 'copyNow'
>

interface Place {
  readonly custody: Custody
  readonly dataFolder: string
  /** The built backup-worker.js: hashing, ciphering and copying have a thread of their own. */
  readonly worker: string
  readonly now: () => string
  readonly jobs: Jobs
  readonly handed: HandedPaths
}

const FILTERS = { zip: [{ name: 'ZIP', extensions: ['zip'] }], age: [{ name: 'age', extensions: ['age'] }] }
const EITHER = [{ name: 'Scorebench', extensions: ['zip', 'age'] }]
const TICK = 10_000
/** Sealing waits no longer than this for the second copy. */
const BEFORE_SEALING = 5000

/** Backups, restores, and the second copy on a stick. */
export async function deskSafety({ custody, dataFolder, worker, now, jobs, handed }: Place): Promise<{
  readonly calls: SafetyCalls
  /** Writes events as custody does; the second copy hears of them. */
  readonly appendEvents: Desk['appendEvents']
}> {
  const safety = await openSafety({
    dataFolder,
    now,
    lengths: custody.journalLengths,
    copy: (request) => copyInWorker(worker, request),
    onChange: tell,
    toWrite: rarely(() => packagesToCome(custody)),
  })
  keepLooking(safety)

  return {
    appendEvents: async (sheetId, afterSeq, events) => {
      if (events.some(({ type }) => type === 'sealed')) await safety.copyNow(BEFORE_SEALING)
      const written = await custody.appendEvents(sheetId, afterSeq, events)
      if (written.ok) safety.noteLines(written.value.length)
      return written
    },
    calls: {
      writeBackup: (passphrase, job) =>
        jobs.run<BackupWritten | null>(job, async (hand) => {
          const createdAt = now()
          const kind = passphrase === null ? 'zip' : 'age'
          const end = passphrase === null ? 'zip' : 'zip.age'
          const out = await askWhereToSave(`${backupName(createdAt)}.${end}`, FILTERS[kind])
          if (out === null) return { ok: true, value: null }
          const lengths = custody.journalLengths()
          const request = { custodyFolder: custody.folder, out, passphrase, createdAt, lengths }
          const written = await writeInWorker(worker, request, hand)
          if (written.ok) await safety.noteBackup(out, createdAt)
          return written
        }),
      chooseBackup: async (kind) => {
        const path = kind === 'folder' ? await askForFolder() : await askWhatToOpen(EITHER)
        if (path === null) return { ok: true, value: null }
        const isEncrypted =
          kind === 'file' ? await isEncryptedBackup(path) : { ok: true as const, value: false }
        if (isEncrypted.ok) handed.add([path])
        return isEncrypted.ok ? { ok: true, value: { path, isEncrypted: isEncrypted.value } } : isEncrypted
      },
      prepareRestore: async (source, passphrase, job) => {
        // Only what a person chose in the system's dialog is read.
        if (!handed.has(source)) return failure('bad-request')
        return jobs.run(job, (hand) =>
          prepareInWorker(worker, { custodyFolder: custody.folder, source, passphrase }, hand),
        )
      },
      applyRestore: (restoreId) => applyRestore(custody, restoreId),
      dropRestore: (restoreId) => dropRestore(custody.folder, restoreId),
      readSafety: async () => ({ ok: true, value: safety.read() }),
      chooseSecondPlace: async () => {
        const folder = await askForFolder()
        return folder === null ? { ok: true, value: null } : safety.choosePlace(folder)
      },
      leaveSecondPlace: safety.leavePlace,
      setCopyMinutes: safety.setMinutes,
      copyNow: async () => ({ ok: true, value: await safety.copyNow() }),
    },
  }
}

function tell(state: SafetyState): void {
  for (const contents of webContents.getAllWebContents()) contents.send(SAFETY_CHANNEL, state)
}

/** One look after the other, never two at once. */
function keepLooking(safety: Safety): void {
  const again = (): void => {
    setTimeout(() => void safety.tick().then(again, again), TICK).unref()
  }
  void safety.tick().then(again, again)
}

/** Counting files is not for every look: once a minute. */
function rarely(count: () => Promise<number>): () => Promise<number> {
  let last = { at: Number.NEGATIVE_INFINITY, value: 0 }
  return async () => {
    if (performance.now() - last.at > 60_000) last = { at: performance.now(), value: await count() }
    return last.value
  }
}

/** The evidence of the largest sheet without a package: so much its package will take. */
async function packagesToCome(custody: Custody): Promise<number> {
  const listed = await custody.listSheets()
  if (!listed.ok) return 0
  let most = 0
  for (const { header } of listed.value.filter(({ hasPackage }) => !hasPackage)) {
    const folder = custody.sheetFolder(header.sheetId)
    if (folder.ok) most = Math.max(most, await bytesIn(join(folder.value, EVIDENCE)))
  }
  return most
}

async function bytesIn(folder: string): Promise<number> {
  try {
    const names = await readdir(folder)
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch (error) {
    // Gone while it was looked at, or none yet: nothing to come of it.
    if (!isMissing(error)) diskFailure(error)
    return 0
  }
}
