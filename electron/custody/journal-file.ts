import { type FileHandle, open } from 'node:fs/promises'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { writeAll } from './durable-file'
import { lineText } from './journal-line'

/**
 * A journal open for writing. `length` is the end of the last line that is on disk for certain: whatever a
 * failed write left behind it is cut off before anything else is written.
 */
export interface JournalFile {
  readonly path: string
  handle: FileHandle | null
  length: number
  isDirty: boolean
}

/** Appends lines in one write and fsyncs. Throws what the system throws, with the file as long as it was. */
export async function appendLines(journal: JournalFile, lines: readonly StampedEvent[]): Promise<void> {
  const bytes = Buffer.from(lines.map(lineText).join(''), 'utf8')
  const handle = await ready(journal)
  journal.isDirty = true
  try {
    await writeAll(handle, bytes, journal.length)
    await handle.sync()
  } catch (error) {
    await cutBack(journal)
    throw error
  }
  journal.length += bytes.length
  journal.isDirty = false
}

export async function closeJournal(journal: JournalFile): Promise<void> {
  const handle = journal.handle
  journal.handle = null
  await handle?.close()
}

async function ready(journal: JournalFile): Promise<FileHandle> {
  journal.handle ??= await open(journal.path, 'r+')
  if (journal.isDirty) {
    await journal.handle.truncate(journal.length)
    await journal.handle.sync()
    journal.isDirty = false
  }
  return journal.handle
}

/** Takes a failed write back. Where even that fails the file stays marked, and the next append tries again. */
async function cutBack(journal: JournalFile): Promise<void> {
  try {
    await journal.handle?.truncate(journal.length)
    await journal.handle?.sync()
    journal.isDirty = false
  } catch {
    journal.isDirty = true
    // The handle may be what is broken (a device that was pulled out): a new one is opened next time.
    const handle = journal.handle
    journal.handle = null
    handle?.close().catch(() => undefined)
  }
}
