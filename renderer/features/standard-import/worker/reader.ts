import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import type { ReadItem, Reading, TableChoice } from '../../../../shared/spreadsheet/reading/reading'
import type { FilledMarks } from '../../../../shared/spreadsheet/standard/marks-from'
import type { BookRefusal } from '../../../../shared/spreadsheet/workbook/book'
import type { FromWorker, OpenBook, Phase, SheetCell, Source, ToWorker } from './protocol'

/** A work that takes longer than this (milliseconds) is ended, and the worker with it. */
const LIMIT = 60_000

export interface ReaderEvents {
  readonly onPhase: (phase: Phase) => void
  readonly onRefused: (code: BookRefusal, detail: string) => void
  readonly onOpened: (book: OpenBook) => void
  readonly onReading: (reading: Reading) => void
  readonly onBlock: (sheet: number, block: number, cells: readonly SheetCell[]) => void
}

/** A workbook that is open in a worker of its own. */
export interface Reader {
  readonly open: (source: Source) => void
  /** What an earlier call would still answer is dropped. */
  readonly read: (choices: readonly TableChoice[]) => void
  readonly askBlock: (sheet: number, block: number) => void
  readonly askMarks: (rubric: Rubric) => Promise<FilledMarks>
  /** Ends the worker, whatever it is doing. */
  readonly end: () => void
}

export function startReader(events: ReaderEvents): Reader {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  let limit: ReturnType<typeof setTimeout> | null = null
  let latest = 0
  let items: ReadItem[] = []
  let answer: ((marks: FilledMarks) => void) | null = null

  const send = (message: ToWorker) => worker.postMessage(message)
  const rest = () => {
    if (limit !== null) clearTimeout(limit)
    limit = null
  }
  const watch = () => {
    rest()
    limit = setTimeout(() => fail('workbook-too-slow', `${LIMIT / 1000} s`), LIMIT)
  }
  const end = () => {
    rest()
    worker.terminate()
  }
  const fail = (code: BookRefusal, detail: string) => {
    end()
    events.onRefused(code, detail)
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'phase':
        events.onPhase(data.phase)
        return
      case 'refused':
        fail(data.code, data.detail)
        return
      case 'opened':
        rest()
        events.onOpened(data.book)
        return
      case 'items':
        if (data.reading === latest) items.push(...data.items)
        return
      case 'reading':
        if (data.reading !== latest) return
        rest()
        events.onReading({ ...data.head, items })
        return
      case 'marks':
        answer?.(data.marks)
        return
      case 'block':
        events.onBlock(data.sheet, data.block, data.cells)
    }
  })
  // A bug of ours, or no memory left: either way nothing was brought in.
  worker.addEventListener('error', (event) => fail('workbook-broken', event.message))

  return {
    open: (source) => {
      watch()
      send({ kind: 'open', source })
    },
    read: (choices) => {
      latest += 1
      items = []
      watch()
      send({ kind: 'read', reading: latest, choices })
    },
    askBlock: (sheet, block) => send({ kind: 'block', sheet, block }),
    askMarks: (rubric) =>
      new Promise((done) => {
        answer = done
        send({ kind: 'marks', rubric })
      }),
    end,
  }
}
