import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { isMissing } from './disk-failure'
import { keepAside, makeFolder, readIfThere, replaceFile, syncFolder, writeNew } from './durable-file'
import { lineText } from './journal-line'
import { EVIDENCE, JOURNAL, loadSheet, RUBRIC, type SheetRecord } from './sheet-record'

/** Puts evidence into a new sheet's folder, before the journal that names it is there. */
export type Bring = (evidenceFolder: string) => Promise<void>

/**
 * Makes a sheet's folder with its standard and first lines, whole or not at all: written beside its place, fsynced,
 * then renamed. Throws disk errors.
 */
export async function createSheetFolder(
  sheets: string,
  id: string,
  rubric: Rubric,
  lines: readonly StampedEvent[],
  bring: Bring = async () => undefined,
): Promise<SheetRecord> {
  const folder = join(sheets, id)
  if (await isFolder(folder)) return refillFolder(folder, id, rubric, lines, bring)
  const draft = join(sheets, `.new-${id}`)
  await makeFolder(sheets)
  await rm(draft, { recursive: true, force: true })
  try {
    await makeFolder(draft)
    await bring(join(draft, EVIDENCE))
    await writeNew(join(draft, RUBRIC), Buffer.from(canonicalJson(rubric), 'utf8'))
    await writeNew(join(draft, JOURNAL), Buffer.from(lines.map(lineText).join(''), 'utf8'))
    await syncFolder(draft)
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
  await syncFolder(sheets)
  return reread(folder, id)
}

/** A folder that is there without a journal that can be read: what it holds stays, evidence above all. */
async function refillFolder(
  folder: string,
  id: string,
  rubric: Rubric,
  lines: readonly StampedEvent[],
  bring: Bring,
): Promise<SheetRecord> {
  await bring(join(folder, EVIDENCE))
  const damaged = await readIfThere(join(folder, JOURNAL))
  if (damaged !== null) await keepAside(folder, 'journal.damaged', damaged)
  await replaceFile(join(folder, RUBRIC), Buffer.from(canonicalJson(rubric), 'utf8'))
  await replaceFile(join(folder, JOURNAL), Buffer.from(lines.map(lineText).join(''), 'utf8'))
  return reread(folder, id)
}

async function reread(folder: string, id: string): Promise<SheetRecord> {
  const sheet = await loadSheet(folder, id)
  if (sheet === null) throw new Error(`the new sheet ${id} can't be read back`)
  return sheet
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
