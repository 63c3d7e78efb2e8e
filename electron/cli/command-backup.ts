import { lstat, readlink, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BackupContents, Restored, RestorePlan } from '../../shared/ipc/backup'
import type { FailureCode, Result } from '../../shared/ipc/result'
import type { CliBackup, CliRestore } from '../../shared/schema/cli-backup-schema'
import { readBackup } from '../backup/read-backup'
import { readCopy } from '../backup/read-copy'
import { applyRestore, dropRestore, endRestores, prepareRestore } from '../backup/restore'
import { writeBackup } from '../backup/write-backup'
import { systemClock } from '../custody/clock'
import { openCustody } from '../custody/custody'
import { diskFailure, isMissing } from '../custody/disk-failure'
import { isThere } from '../custody/durable-file'
import { BACKUP_WORDS } from './backup-words'
import { askedPassphrase, givenPassphrase } from './passphrase'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

export interface BackupArguments {
  /** The data folder of the application: custody is inside. */
  readonly data: string
  readonly passphraseFile: string | null
}

/** `backup create`: the whole workspace in one new file, read back. */
export async function createBackup(
  terminal: Terminal,
  out: string,
  { data, passphraseFile, isAsked }: BackupArguments & { readonly isAsked: boolean },
  manner: Manner,
): Promise<number> {
  const words = BACKUP_WORDS[manner.language]
  const given = await givenPassphrase(passphraseFile)
  if (!given.ok) return misused(terminal, given.detail, manner)
  let { passphrase } = given
  if (passphrase === null && isAsked) {
    passphrase = await askedPassphrase(terminal, words.passphrase)
    if (passphrase === null || (await askedPassphrase(terminal, words.again)) !== passphrase)
      return misused(terminal, words.unequal, manner)
  }
  const path = resolve(out)
  if (await isThere(path)) return misused(terminal, `${path}: ${words.exists}`, manner)
  const createdAt = systemClock().now()
  const written = await writeBackup({ custodyFolder: custodyIn(data), out: path, passphrase, createdAt })
  if (!written.ok) return failed(terminal, written, manner)
  return told(terminal, path, written.value.contents, manner)
}

/** `backup verify`: every byte of a backup or second copy; nothing is written. */
export async function verifyBackup(
  terminal: Terminal,
  source: string,
  passphraseFile: string | null,
  manner: Manner,
): Promise<number> {
  const read = await withPassphrase(terminal, passphraseFile, manner, async (passphrase) =>
    (await isFolder(source)) ? readCopy(source, null) : readBackup(source, { passphrase }, null),
  )
  if (typeof read === 'number') return read
  return read.ok ? told(terminal, source, read.value.contents, manner) : failed(terminal, read, manner)
}

/** `backup restore`: into the data folder; nothing there is overwritten. */
export async function restoreBackup(
  terminal: Terminal,
  source: string,
  { data, passphraseFile, isDry }: BackupArguments & { readonly isDry: boolean },
  manner: Manner,
): Promise<number> {
  const words = BACKUP_WORDS[manner.language]
  if (await isInUse(data)) return misused(terminal, words.running, manner)
  const custodyFolder = custodyIn(data)
  const plan = await withPassphrase(terminal, passphraseFile, manner, (passphrase) =>
    prepareRestore(custodyFolder, source, { passphrase }),
  )
  if (typeof plan === 'number') return plan
  if (!plan.ok) return failed(terminal, plan, manner)
  const done = isDry
    ? await dropRestore(custodyFolder, plan.value.restoreId)
    : await carryOut(custodyFolder, plan.value.restoreId)
  if (!done.ok) return failed(terminal, done, manner)
  sayPlan(terminal, source, plan.value, done.value, manner)
  const isLess = plan.value.left.length > 0 || plan.value.contents.damaged.length > 0
  return isLess ? EXIT.problems : EXIT.ok
}

async function carryOut(custodyFolder: string, restoreId: string): Promise<Result<Restored>> {
  try {
    const custody = await openCustody(custodyFolder, systemClock())
    try {
      const restored = await applyRestore(custody, restoreId)
      const ended = await endRestores(custody)
      return ended.ok ? restored : ended
    } finally {
      await custody.close()
    }
  } catch (error) {
    return diskFailure(error)
  }
}

/** Runs without a passphrase first: only a backup that has one is worth asking for it. */
async function withPassphrase<T>(
  terminal: Terminal,
  file: string | null,
  manner: Manner,
  work: (passphrase: string | null) => Promise<Result<T>>,
): Promise<Result<T> | number> {
  const given = await givenPassphrase(file)
  if (!given.ok) return misused(terminal, given.detail, manner)
  const first = await work(given.passphrase)
  if (first.ok || first.code !== 'passphrase-needed') return first
  const typed = await askedPassphrase(terminal, BACKUP_WORDS[manner.language].passphrase)
  return typed === null ? first : work(typed)
}

function custodyIn(data: string): string {
  return join(resolve(data), 'custody')
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Chromium's own lock on its data folder: a link that names the process, or on Windows a file that lives with it. */
async function isInUse(data: string): Promise<boolean> {
  const lock = join(resolve(data), 'SingletonLock')
  try {
    if (process.platform === 'win32') return await isThere(join(resolve(data), 'lockfile'))
    if (!(await lstat(lock)).isSymbolicLink()) return false
    const pid = Number((await readlink(lock)).split('-').at(-1))
    process.kill(pid, 0)
    return true
  } catch (error) {
    const { code } = diskFailure(error)
    // Not permitted: it runs, as somebody else.
    return code === 'read-only'
  }
}

function told(terminal: Terminal, path: string, contents: BackupContents, manner: Manner): number {
  if (manner.isJson) writeJson(terminal, asJson(path, contents))
  else terminal.out(asText(path, contents, manner))
  return contents.damaged.length > 0 ? EXIT.problems : EXIT.ok
}

function asJson(path: string, { sheets, ...contents }: BackupContents): CliBackup {
  return {
    path,
    ...contents,
    damaged: [...contents.damaged],
    sheets: sheets.map(({ sheetId, header, seq, head, isSealed, hasPackage, evidence }) => ({
      sheetId,
      subject: header?.subject.name ?? null,
      scorer: header?.scorer.name ?? null,
      seq,
      head: head === '' ? null : head,
      isSealed,
      hasPackage,
      evidence,
    })),
  }
}

function asText(path: string, contents: BackupContents, { language }: Manner): string {
  const words = BACKUP_WORDS[language]
  const sheets = contents.sheets.map(({ sheetId, header, seq, head }) =>
    shown(`  ${header?.subject.name ?? sheetId}  ${header?.scorer.name ?? ''}  ${words.lines(seq)}  ${head}`),
  )
  const damaged = contents.damaged.map((file) => `✗ ${words.damaged}  ${shown(file)}`)
  const head = [`${path}`, `${words.kinds[contents.kind]}  ${contents.createdAt}`, words.holds(contents)]
  const end = contents.damaged.length === 0 ? [words.intact] : damaged
  return `${[...head, ...sheets, ...end].join('\n')}\n`
}

function sayPlan(
  terminal: Terminal,
  source: string,
  plan: RestorePlan,
  restored: Restored | null,
  manner: Manner,
): void {
  const words = BACKUP_WORDS[manner.language]
  const { contents, added, same, left } = plan
  if (manner.isJson) {
    const sheets = plan.sheets.map(({ sheet, fate, lines, filled }) => ({
      sheetId: sheet.sheetId,
      fate,
      lines,
      filled,
    }))
    const backup = asJson(source, contents)
    writeJson(terminal, { backup, sheets, added, same, left: [...left], restored } satisfies CliRestore)
    return
  }
  const sheets = plan.sheets.map(({ sheet, fate, lines, filled }) => {
    const facts = [lines > 0 ? words.lines(lines) : '', filled > 0 ? words.filled(filled) : '']
    const who = `${sheet.header?.subject.name ?? sheet.sheetId}  ${sheet.header?.scorer.name ?? ''}`
    return `  ${shown(who)}  ${words.fates[fate]}  ${facts.filter(Boolean).join('  ')}`.trimEnd()
  })
  const rest = [
    ...left.map((file) => `✗ ${words.left}  ${shown(file)}`),
    ...contents.damaged.map((file) => `✗ ${words.damaged}  ${shown(file)}`),
    restored === null ? words.dryRun : words.restored(restored.sheets, restored.lines, restored.files),
  ]
  terminal.out(`${[words.holds(contents), ...sheets, ...rest].join('\n')}\n`)
}

const EXIT_OF: Partial<Record<FailureCode, number>> = {
  'wrong-passphrase': EXIT.passphrase,
  'passphrase-needed': EXIT.passphrase,
  'backup-damaged': EXIT.tampered,
  'not-a-backup': EXIT.unreadable,
  'not-found': EXIT.unreadable,
}

function failed(terminal: Terminal, why: Extract<Result<unknown>, { ok: false }>, manner: Manner): number {
  const words = BACKUP_WORDS[manner.language].failures[why.code] ?? why.code
  const detail = why.detail === undefined ? '' : ` (${shown(why.detail)})`
  terminal.err(`${WORDS[manner.language].failed}: ${words}${detail}\n`)
  return EXIT_OF[why.code] ?? EXIT.failed
}

function misused(terminal: Terminal, detail: string, { language }: Manner): number {
  terminal.err(`${WORDS[language].usage}: ${shown(detail)}\n`)
  return EXIT.usage
}
