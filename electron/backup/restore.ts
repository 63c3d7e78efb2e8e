import { readFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Restored, RestorePlan } from '../../shared/ipc/backup'
import type { Result } from '../../shared/ipc/result'
import { readStrictly } from '../../shared/schema/read-strictly'
import { decisionSchema } from '../../shared/schema/restore-schema'
import type { Custody } from '../custody/custody'
import { diskFailure, failure, isMissing } from '../custody/disk-failure'
import { isThere, makeFolder, readIfThere, replaceFile, syncFolder } from '../custody/durable-file'
import { isId } from '../custody/identifier'
import { readJournalBytes } from '../custody/journal-read'
import { JOURNAL } from '../custody/sheet-record'
import type { JobOptions } from '../result-package/build-package'
import { nameFault } from '../result-package/entry-name'
import { isWrong } from './contents'
import { readBackup, type Secret } from './read-backup'
import { readCopy } from './read-copy'
import { type Decision, digestOfFile, planRestore, sizeOf } from './restore-plan'
import { freeSpace } from './space'
import { newStage, removeStage, type Stage, stageFile, stageOf, stagesIn } from './stage'

const SCHEMA = 'scorebench.restore/1'

/**
 * Unpacks a backup (or a second copy, where `source` is a folder) beside the workspace, checks every byte, and says
 * what restoring it would do. Nothing of the workspace changes, and nothing stays where it fails. Codes: those of
 * `readBackup`, and 'disk-full' where there is no room.
 */
export async function prepareRestore(
  custodyFolder: string,
  source: string,
  secret: Secret,
  options: JobOptions = {},
): Promise<Result<RestorePlan>> {
  let stage: Stage | null = null
  try {
    const size = await sizeOf(source)
    if (size === null) return failure('not-found', basename(source))
    await makeFolder(custodyFolder)
    await dropUndecided(custodyFolder)
    const space = await freeSpace(custodyFolder)
    if (space !== null && space.free < size + (1 << 20)) return failure('disk-full', 'ENOSPC')
    const made = await newStage(custodyFolder)
    stage = made
    const paths: string[] = []
    const open = (path: string) => {
      paths.push(path)
      return stageFile(made, path)
    }
    const isFolder = !(await isThere(source))
    const read = isFolder
      ? await readCopy(source, open, options)
      : await readBackup(source, secret, open, options)
    if (!read.ok) {
      await removeStage(made)
      return read
    }
    const { plan, decision } = await planRestore(custodyFolder, made, read.value.contents, paths)
    await replaceFile(join(made.folder, PLANNED), json({ schema: SCHEMA, ...decision }))
    return { ok: true, value: plan }
  } catch (error) {
    if (stage !== null) await removeStage(stage).catch(() => undefined)
    return options.signal?.aborted ? failure('cancelled') : diskFailure(error)
  }
}

/** The decision before it is one. */
const PLANNED = 'planned.json'

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8')
}

/**
 * Puts what was prepared in its place. From the first fsync on it goes through: what a kill broke off is ended at the
 * next start by `endRestores`. What is here is never overwritten. 'not-found' where nothing of that id was prepared.
 */
export async function applyRestore(custody: Custody, restoreId: string): Promise<Result<Restored>> {
  if (!isId(restoreId)) return failure('bad-request')
  const stage = stageOf(custody.folder, restoreId)
  try {
    await rename(join(stage.folder, PLANNED), stage.decided)
    await syncFolder(stage.folder)
  } catch (error) {
    return isMissing(error) ? failure('not-found', 'restore') : diskFailure(error)
  }
  return carryOut(custody, stage)
}

/** Takes back what was prepared. */
export async function dropRestore(custodyFolder: string, restoreId: string): Promise<Result<null>> {
  if (!isId(restoreId)) return failure('bad-request')
  try {
    await removeStage(stageOf(custodyFolder, restoreId))
    return { ok: true, value: null }
  } catch (error) {
    return diskFailure(error)
  }
}

/** After a start: ends restores that were decided, and clears away the others. Answers how many were ended. */
export async function endRestores(custody: Custody): Promise<Result<number>> {
  try {
    let ended = 0
    for (const stage of await stagesIn(custody.folder)) {
      if (!(await isThere(stage.decided))) {
        await removeStage(stage)
        continue
      }
      const done = await carryOut(custody, stage)
      if (!done.ok) return done
      ended += 1
    }
    return { ok: true, value: ended }
  } catch (error) {
    return diskFailure(error)
  }
}

async function dropUndecided(custodyFolder: string): Promise<void> {
  for (const stage of await stagesIn(custodyFolder)) {
    if (!(await isThere(stage.decided))) await removeStage(stage)
  }
}

async function carryOut(custody: Custody, stage: Stage): Promise<Result<Restored>> {
  try {
    const decision = await readDecision(stage)
    if (decision === null) return failure('backup-damaged', 'decided.json')
    const touched = new Set<string>()
    let [files, sheets, lines] = [0, 0, 0]
    for (const path of decision.moves) {
      if (!(await moveIn(custody.folder, stage, path, touched))) continue
      if (/^sheets\/[^/]+$/.test(path)) sheets += 1
      else files += 1
    }
    for (const folder of touched) await syncFolder(folder)
    await custody.lookAgain()
    for (const id of decision.longer) {
      const bytes = (await readIfThere(join(stage.files, 'sheets', id, JOURNAL))) ?? Buffer.alloc(0)
      const given = readJournalBytes(bytes).lines
      const known = await custody.readJournal(id, 0)
      const restored = await custody.restoreJournal(id, given)
      // One that went on in the meantime has its own lines, and keeps them.
      if (!restored.ok && restored.code !== 'bad-request') return restored
      if (restored.ok) lines += given.length - (known.ok ? known.value.length : 0)
    }
    await removeStage(stage)
    return { ok: true, value: { sheets, lines, files } }
  } catch (error) {
    return diskFailure(error)
  }
}

async function readDecision(stage: Stage): Promise<Decision | null> {
  const value: unknown = JSON.parse(await readFile(stage.decided, 'utf8'))
  const read = readStrictly(decisionSchema, value)
  const isPlain = read.ok && read.value.moves.every((path) => nameFault(path) === null)
  return isPlain ? read.value : null
}

/** One rename; done before, or something is there meanwhile: it stays. */
async function moveIn(
  custodyFolder: string,
  stage: Stage,
  path: string,
  touched: Set<string>,
): Promise<boolean> {
  const [from, to] = [join(stage.files, path), join(custodyFolder, path)]
  if ((await sizeOf(from)) === null) return false
  const size = await sizeOf(to)
  if (size !== null) {
    if (!(await isThere(to)) || !isWrong(path, await digestOfFile(to, size))) return false
    // Its bytes are not what its name promises: kept for whoever wants to know, out of every list by its dot.
    await rename(to, join(dirname(to), `.damaged-${basename(to)}`))
  }
  await makeFolder(dirname(to))
  await rename(from, to)
  touched.add(dirname(to))
  return true
}
