import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Evidence, MOST_ON_ITEM } from '../../../../shared/domain/evidence/evidence'
import { evidenceOf } from '../../../../shared/domain/evidence/flags'
import type { RefusalCode } from '../../../../shared/domain/sheet/command'
import type { EvidenceImport, ImportedEvidence, LooseEvidence } from '../../../../shared/ipc/contract'
import type { FailureCode, Result } from '../../../../shared/ipc/result'
import type { SheetSession } from '../../../db/sheet-session'
import { daysOf } from './days'
import { type Heads, headsOf, nameOf } from './heads'
import { cancelImport, runImport } from './run-import'
import { runningStore } from './running'
import { type Sorted, sortOut } from './sort-out'
import { askFor } from './thumbnails'
import type { TakenPicture } from './use-camera'

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

/** What this program knows of a file without looking into it. */
type Known = Partial<Pick<Evidence, 'source' | 'takenAt' | 'flags'>>

export type EvidenceDesk = ReturnType<typeof useEvidence>

const NOTHING = { fresh: [], elsewhere: [], already: 0, refused: [], left: 0 } as const

/** Bringing photos and files to a sheet: one import at a time, while scoring goes on. */
export function useEvidence(session: SheetSession, sheetId: string) {
  const running = useMemo(runningStore, [])
  const [report, setReport] = useState<Report | null>(null)
  const [loose, setLoose] = useState<readonly LooseEvidence[]>([])

  useEffect(() => {
    let isGone = false
    void window.scorebench.listLooseEvidence(sheetId).then((found) => {
      if (!isGone && found.ok) setLoose(found.value)
    })
    return () => {
      isGone = true
    }
  }, [sheetId])

  /** Looks into what was imported, and attaches what is new to the sheet as one act. */
  const attach = useCallback(
    async (
      target: Target,
      { imported, refused, left }: EvidenceImport,
      heads: Heads,
      known: Known = {},
    ): Promise<Report> => {
      const days = daysOf(session.view(), new Date())
      const look = async (file: ImportedEvidence): Promise<Evidence> => ({
        ...evidenceOf(file, await heads(file.sha256), days),
        ...known,
      })
      const files = await Promise.all(imported.map(look))
      const sorted = sortOut(session.view().state, target.item, files)
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
    async (
      target: Target,
      call: (room: number, job: string) => Promise<Result<EvidenceImport>>,
      known: Known = {},
    ) => {
      const { state } = session.view()
      const room = MOST_ON_ITEM - (state.items.get(target.item)?.evidence?.length ?? 0)
      const refuse = (code: Report['code']) => setReport({ target, ...NOTHING, code })
      if (state.sealed !== null) return refuse('sealed')
      if (room <= 0) return refuse('evidence-too-many')
      setReport(null)
      const callWith = (job: string) => call(room, job)
      const ran = await runImport(running, sheetId, target, callWith, async ({ answer, heads }) => {
        if (answer.ok) setReport(await attach(target, answer.value, heads, known))
        else refuse(answer.code)
      })
      if (!ran) refuse('busy')
    },
    [session, sheetId, attach, running],
  )

  const acts = useMemo(
    () => ({
      /** Files and folders by their paths. */
      bringPaths: (target: Target, paths: readonly string[]) =>
        bring(target, (room, name) => window.scorebench.importEvidence(sheetId, paths, room, name)),
      /** A picture that is no file. */
      bringBytes: (target: Target, name: string, bytes: Uint8Array) =>
        bring(target, () => window.scorebench.importEvidenceBytes(sheetId, name, bytes)),
      /** A photo taken here: what no record says of it, this program does. */
      bringPicture: (target: Target, { name, bytes, takenAt }: TakenPicture) =>
        bring(target, () => window.scorebench.importEvidenceBytes(sheetId, name, bytes), {
          source: 'camera',
          takenAt,
          flags: [],
        }),
      /** By the system's dialog. */
      choose: async (target: Target) => {
        const chosen = await window.scorebench.chooseEvidence()
        if (!chosen.ok) setReport({ target, ...NOTHING, code: chosen.code })
        else if (chosen.value !== null) {
          const paths = chosen.value
          await bring(target, (room, name) => window.scorebench.importEvidence(sheetId, paths, room, name))
        }
      },
      cancel: () => cancelImport(running),
      /** What stands on other items too is attached here after all. */
      attachElsewhere: async ({ target, elsewhere }: Report) => {
        const chosen = elsewhere.map(({ evidence }) => evidence)
        const written = await dispatch(session, target, chosen)
        if (written.ok) setReport({ target, ...NOTHING, fresh: chosen, code: null })
        else setReport({ target, ...NOTHING, code: written.code })
      },
      dismiss: () => setReport(null),
      /** What an earlier run copied and did not come to attach. */
      attachLoose: async (target: Target, files: readonly LooseEvidence[]) => {
        const heads = headsOf(sheetId)
        const named = await Promise.all(
          files.map(async (file) => ({
            ...file,
            name: nameOf(file, await heads(file.sha256)),
            isNew: false,
          })),
        )
        setReport(await attach(target, { imported: named, refused: [], left: 0 }, heads))
        setLoose([])
      },
      dropLoose: async (files: readonly LooseEvidence[]) => {
        const dropped = await window.scorebench.dropEvidence(
          sheetId,
          files.map(({ sha256 }) => sha256),
        )
        if (dropped.ok) setLoose([])
      },
    }),
    [bring, attach, session, sheetId, running],
  )
  return useMemo(
    () => ({ sheetId, running, report, loose, ...acts }),
    [sheetId, running, report, loose, acts],
  )
}

function dispatch(session: SheetSession, target: Target, evidence: readonly Evidence[]) {
  return session.dispatch({ type: 'attach', ...target, evidence })
}
