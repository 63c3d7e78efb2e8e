import { randomUUID } from 'node:crypto'
import type { FindingsOrder } from '../../shared/domain/findings/paper'
import type { OrderedFindings } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { FINDINGS_TEXT } from '../../shared/spreadsheet/findings-text'
import type { Custody } from '../custody/custody'
import { diskFailure, failure } from '../custody/disk-failure'
import { replaceFile } from '../custody/durable-file'
import { askWhereToSave } from './dialogs'
import { fileName } from './file-name'
import type { Desk } from './ipc'
import type { JobHand, Jobs } from './jobs'
import { onPrintPage, reportProgress, reportReady } from './print-page'
import { printPaper } from './print-paper'

export type PaperCalls = Pick<Desk, 'saveFindings' | 'readFindingsOrder' | 'paperProgress' | 'paperReady'>

const FILTERS = { pdf: { name: 'PDF', extensions: ['pdf'] }, xlsx: { name: 'Excel', extensions: ['xlsx'] } }

/** The day's papers: what a sheet found, on paper or as a workbook. The print page makes both, photos and all. */
export function deskPapers(custody: Custody, jobs: Jobs, now: () => string): PaperCalls {
  const orders = new Map<string, OrderedFindings>()

  const make = async (ordered: OrderedFindings, hand: JobHand): Promise<Result<Uint8Array>> => {
    const paperId = randomUUID()
    orders.set(paperId, ordered)
    const onProgress = (done: number, all: number) =>
      done < all ? hand.onProgress('photos', done, all) : hand.onProgress('paper', 0, 1)
    const request = { paper: 'findings', paperId, signal: hand.signal, onProgress } as const
    try {
      if (ordered.order.format === 'pdf') return await printPaper({ ...request, datedAt: ordered.at })
      return await onPrintPage(request, async (_window, file) => {
        if (file === null) throw new TypeError('the page made no workbook')
        return file
      })
    } finally {
      orders.delete(paperId)
    }
  }

  return {
    saveFindings: async (sheetId, order, job) => {
      const journal = await custody.readJournal(sheetId, 0)
      if (!journal.ok) return journal
      const opened = journal.value[0]?.event
      if (opened?.type !== 'opened') return failure('journal-damaged', '1')
      const path = await askWhereToSave(nameOf(opened.header.subject.name, opened.header.round.date, order), [
        FILTERS[order.format],
      ])
      if (path === null) return { ok: true, value: null }
      return jobs.run(job, async (hand) => {
        const made = await make({ sheetId, order, at: now() }, hand)
        if (!made.ok) return made
        try {
          await replaceFile(path, made.value)
          return { ok: true, value: { path } }
        } catch (error) {
          return diskFailure(error)
        }
      })
    },
    readFindingsOrder: async (paperId) => {
      const ordered = orders.get(paperId)
      return ordered === undefined ? failure('not-found', 'paper') : { ok: true, value: ordered }
    },
    paperProgress: async (paperId, done, all) =>
      reportProgress(paperId, done, all) ? { ok: true, value: null } : failure('not-found', 'paper'),
    paperReady: async (paperId, file) =>
      reportReady(paperId, file) ? { ok: true, value: null } : failure('not-found', 'paper'),
  }
}

function nameOf(subject: string, day: string, { by, format }: FindingsOrder): string {
  const { title, by: words } = FINDINGS_TEXT
  return fileName([subject, title, ...(format === 'pdf' ? [words[by]] : []), day], format)
}
