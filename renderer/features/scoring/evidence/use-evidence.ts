import { useCallback, useMemo, useRef, useState } from 'react'
import { type Evidence, MOST_ON_ITEM } from '../../../../shared/domain/evidence/evidence'
import { type Days, evidenceOf } from '../../../../shared/domain/evidence/flags'
import { PHOTO_HEAD } from '../../../../shared/domain/evidence/photo'
import type { RefusalCode } from '../../../../shared/domain/sheet/command'
import type { EvidenceImport, ImportedEvidence } from '../../../../shared/ipc/contract'
import type { FailureCode, Result } from '../../../../shared/ipc/result'
import { newId } from '../../../components/new-id'
import type { SheetSession } from '../../../db/sheet-session'
import { inspect } from './ask-worker'
import { daysOf } from './days'
import { runningStore } from './running'
import { type Sorted, sortOut } from './sort-out'
import { askFor } from './thumbnails'

/** Where evidence goes: an item, and where a finding stands on it, its clause and place. */
export interface Target {
  readonly item: string
  readonly clause?: string
  readonly place?: string
}

/** What became of the last import. */
export interface Report extends Sorted {
  readonly target: Target
  readonly refused: EvidenceImport['refused']
  readonly left: number
  readonly code: FailureCode | RefusalCode | null
}

export type EvidenceDesk = ReturnType<typeof useEvidence>

/** Heads of files read at once. */
const AT_ONCE = 8

const NOTHING = { fresh: [], elsewhere: [], already: 0, refused: [], left: 0 } as const

/** Bringing photos and files to a sheet: one import at a time, while scoring goes on. */
export function useEvidence(session: SheetSession, sheetId: string) {
  const running = useMemo(runningStore, [])
  const [report, setReport] = useState<Report | null>(null)
  const job = useRef<string | null>(null)

  /** Looks into what was imported, and attaches what is new to the sheet as one act. */
  const attach = useCallback(
    async (target: Target, { imported, refused, left }: EvidenceImport): Promise<Report> => {
      const days = daysOf(session.view(), new Date())
      const known: Evidence[] = []
      for (let at = 0; at < imported.length; at += AT_ONCE) {
        const some = imported.slice(at, at + AT_ONCE)
        known.push(...(await Promise.all(some.map((file) => lookInto(sheetId, file, days)))))
      }
      const sorted = sortOut(session.view().state, target.item, known)
      const written = sorted.fresh.length === 0 ? null : await dispatch(session, target, sorted.fresh)
      const code = written === null || written.ok ? null : written.code
      if (code !== null) {
        const made = imported.filter(({ isNew }) => isNew).map(({ sha256 }) => sha256)
        await window.scorebench.dropEvidence(sheetId, made)
      }
      for (const { sha256 } of sorted.fresh) askFor(sheetId, sha256, 'later')
      return { target, ...sorted, refused, left, code, ...(code === null ? {} : { fresh: [] }) }
    },
    [session, sheetId],
  )

  const bring = useCallback(
    async (target: Target, call: (room: number, job: string) => Promise<Result<EvidenceImport>>) => {
      const { state } = session.view()
      const room = MOST_ON_ITEM - (state.items.get(target.item)?.evidence?.length ?? 0)
      const refuse = (code: Report['code']) => setReport({ target, ...NOTHING, code })
      if (state.sealed !== null) return refuse('sealed')
      if (job.current !== null) return refuse('busy')
      if (room <= 0) return refuse('evidence-too-many')
      const name = newId()
      job.current = name
      setReport(null)
      running.set({ target, done: 0, all: 0, isCancelling: false })
      const stopHearing = window.scorebench.onProgress((progress) => {
        if (progress.job !== name) return
        const now = running.get()
        if (now !== null) running.set({ ...now, done: progress.done, all: progress.all })
      })
      try {
        const answer = await call(room, name)
        if (answer.ok) setReport(await attach(target, answer.value))
        else refuse(answer.code)
      } finally {
        stopHearing()
        job.current = null
        running.set(null)
      }
    },
    [session, attach, running],
  )

  const acts = useMemo(
    () => ({
      /** Files and folders by their paths. */
      bringPaths: (target: Target, paths: readonly string[]) =>
        bring(target, (room, name) => window.scorebench.importEvidence(sheetId, paths, room, name)),
      /** A picture that is no file. */
      bringBytes: (target: Target, name: string, bytes: Uint8Array) =>
        bring(target, () => window.scorebench.importEvidenceBytes(sheetId, name, bytes)),
      /** By the system's dialog. */
      choose: async (target: Target) => {
        const chosen = await window.scorebench.chooseEvidence()
        if (!chosen.ok) setReport({ target, ...NOTHING, code: chosen.code })
        else if (chosen.value !== null) {
          const paths = chosen.value
          await bring(target, (room, name) => window.scorebench.importEvidence(sheetId, paths, room, name))
        }
      },
      cancel: () => {
        if (job.current === null) return
        const now = running.get()
        if (now !== null) running.set({ ...now, isCancelling: true })
        void window.scorebench.cancelJob(job.current)
      },
      /** What stands on other items too is attached here after all. */
      attachElsewhere: async ({ target, elsewhere }: Report) => {
        const chosen = elsewhere.map(({ evidence }) => evidence)
        const written = await dispatch(session, target, chosen)
        if (written.ok) setReport({ target, ...NOTHING, fresh: chosen, code: null })
        else setReport({ target, ...NOTHING, code: written.code })
      },
      dismiss: () => setReport(null),
    }),
    [bring, session, sheetId, running],
  )
  return useMemo(() => ({ sheetId, running, report, ...acts }), [sheetId, running, report, acts])
}

/** A file whose head breaks the reader is kept as a file. */
async function lookInto(sheetId: string, file: ImportedEvidence, days: Days): Promise<Evidence> {
  const head = await window.scorebench.readEvidence(sheetId, file.sha256, PHOTO_HEAD)
  const facts = head.ok ? await inspect(head.value) : null
  return evidenceOf(file, facts ?? { media: 'application/octet-stream', size: null, exif: null }, days)
}

function dispatch(session: SheetSession, target: Target, evidence: readonly Evidence[]) {
  return session.dispatch({ type: 'attach', ...target, evidence })
}
