import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { Reading, TableChoice } from '../../../shared/spreadsheet/reading/reading'
import type { FilledMarks } from '../../../shared/spreadsheet/standard/marks-from'
import type { BookRefusal } from '../../../shared/spreadsheet/workbook/book'
import { blobToKeep, imports, type KeptImport, keepImport } from '../../db/imports'
import { choicesFor, keepShapes } from './known-shapes'
import { type Cells, useCells } from './sheet/use-cells'
import { NO_WORK, type Work, workOf } from './work'
import type { OpenBook, Phase, Source } from './worker/protocol'
import { type Reader, startReader } from './worker/reader'

/** Where an import stands. */
export type Stage =
  | { readonly name: 'choose'; readonly failed: Refused | null }
  | { readonly name: 'reading'; readonly fileName: string; readonly phase: Phase }
  | { readonly name: 'open'; readonly book: OpenBook; readonly reading: Reading; readonly isResumed: boolean }

export interface Refused {
  readonly fileName: string
  readonly code: BookRefusal
  readonly detail: string
}

export interface Import {
  readonly stage: Stage
  readonly work: Work
  /** The sheet is being read again, with other columns. */
  readonly isRereading: boolean
  readonly cells: Cells
  readonly begin: (source: Source) => void
  readonly resume: (kept: KeptImport) => void
  /** Ends what is being read, and goes back to the choice of a file. */
  readonly cancel: () => void
  readonly change: (change: Partial<Work>) => void
  /** Reads the workbook again, with what was chosen for its sheets. */
  readonly choose: (chosen: Pick<Work, 'choices' | 'chosen'>) => void
  /** Forgets what was decided, and reads anew. */
  readonly restart: () => void
  /** The scores that were filled in, as marks under the standard that was made. */
  readonly marksOf: (rubric: Rubric) => Promise<FilledMarks>
  /** The import is done: what was kept of it goes. */
  readonly finish: () => Promise<void>
}

const WAIT = 300

/** One workbook on its way in: opened and read in a worker, its decisions kept as they are made. */
export function useImport(first: Source | null): Import {
  const [stage, setStage] = useState<Stage>({ name: 'choose', failed: null })
  const [work, setWork] = useState(NO_WORK)
  const [isRereading, setRereading] = useState(false)
  const reader = useRef<Reader | null>(null)
  const source = useRef<Source | null>(null)
  const { cells, put, clear } = useCells((sheet, block) => reader.current?.askBlock(sheet, block))

  const begin = useCallback(
    (next: Source) => {
      reader.current?.end()
      clear()
      source.current = next
      const { name: fileName } = next
      setStage({ name: 'reading', fileName, phase: 'bytes' })
      let opened: OpenBook | null = null
      let kept: KeptImport | undefined
      const started = startReader({
        onPhase: (phase) => setStage((before) => (before.name === 'reading' ? { ...before, phase } : before)),
        onRefused: (code, detail) => {
          setRereading(false)
          setStage({ name: 'choose', failed: { fileName, code, detail } })
        },
        onOpened: async (book) => {
          opened = book
          kept = await imports.imports.get(book.sha256)
          const known = kept === undefined ? await beginningOf(book) : workOf(kept.work)
          setWork(known)
          if (reader.current === started) started.read(known.choices)
        },
        onReading: (reading) => {
          const book = opened
          if (book === null) return
          setRereading(false)
          // Drawing the first sheet is work for several frames.
          startTransition(() => setStage({ name: 'open', book, reading, isResumed: kept !== undefined }))
        },
        onBlock: put,
      })
      reader.current = started
      started.open(next)
    },
    [clear, put],
  )

  useEffect(() => {
    if (first !== null) begin(first)
  }, [first, begin])
  useEffect(() => () => reader.current?.end(), [])

  const book = stage.name === 'open' ? stage.book : null
  const keep = useRef<(() => void) | null>(null)
  useEffect(() => {
    const { current } = source
    if (book === null || current === null) return
    keep.current = () => {
      keep.current = null
      void keepImport({
        sha256: book.sha256,
        fileName: book.fileName,
        kind: current.kind,
        at: new Date().toISOString(),
        blob: blobToKeep(current.blob),
        work,
      })
    }
    const timer = setTimeout(() => keep.current?.(), WAIT)
    return () => clearTimeout(timer)
  }, [book, work])
  // Whoever leaves the screen loses nothing of the last moment.
  useEffect(() => () => keep.current?.(), [])

  const choose = useCallback((chosen: Pick<Work, 'choices' | 'chosen'>) => {
    setWork((before) => ({ ...before, choices: chosen.choices, chosen: chosen.chosen }))
    setRereading(true)
    reader.current?.read(chosen.choices)
  }, [])
  return {
    stage,
    work,
    isRereading,
    cells,
    begin,
    choose,
    resume: ({ fileName, kind, blob }) => {
      if (blob !== null) begin({ kind, name: fileName, blob })
    },
    cancel: () => {
      reader.current?.end()
      reader.current = null
      setStage({ name: 'choose', failed: null })
    },
    change: useCallback((change) => setWork((before) => ({ ...before, ...change })), []),
    restart: () => {
      setWork(NO_WORK)
      choose({ choices: book === null ? [] : dataSheetsOf(book), chosen: {} })
    },
    marksOf: (rubric) => {
      if (reader.current === null) throw new Error('no workbook is open')
      return reader.current.askMarks(rubric)
    },
    finish: async () => {
      keep.current = null
      if (book !== null) await keepShapes(book, work.choices)
      if (book !== null) await imports.imports.delete(book.sha256)
    },
  }
}

/** A new workbook begins with what was said of others of its kind. */
async function beginningOf(book: OpenBook): Promise<Work> {
  const known = await choicesFor(book)
  const own = dataSheetsOf(book)
  const choices = [...known.filter(({ sheet }) => own[0]?.sheet !== sheet), ...own]
  const at = new Date().toISOString()
  return {
    ...NO_WORK,
    choices,
    chosen: Object.fromEntries(known.map(({ sheet }) => [sheet, { at, before: '' }])),
  }
}

/** The sheet of data in a workbook of ours is no table of items. */
export function dataSheetsOf({ own }: OpenBook): readonly TableChoice[] {
  return own === null ? [] : [{ sheet: own.sheet, isIgnored: true }]
}
