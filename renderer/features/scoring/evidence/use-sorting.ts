import { useCallback, useMemo, useState } from 'react'
import { type Evidence, MOST_AT_ONCE } from '../../../../shared/domain/evidence/evidence'
import { evidenceOf } from '../../../../shared/domain/evidence/flags'
import { evidenceOn } from '../../../../shared/domain/evidence/on-sheet'
import type { RefusalCode } from '../../../../shared/domain/sheet/command'
import type { EvidenceImport } from '../../../../shared/ipc/contract'
import type { FailureCode } from '../../../../shared/ipc/result'
import type { SheetSession } from '../../../db/sheet-session'
import { daysOf } from './days'
import { runImport } from './run-import'
import type { EvidenceDesk, Target } from './use-evidence'

/** A folder's photos in custody, on no item yet. */
export interface Sorting {
  /** In the order in which they were taken; those without a time last. */
  readonly photos: readonly Evidence[]
  /** SHA-256 of those whose bytes came with this import: taken away again where nobody wants them. */
  readonly made: readonly string[]
  /** On the sheet already, byte for byte: not shown again. */
  readonly already: number
  readonly refused: EvidenceImport['refused']
  readonly left: number
}

export type SortingDesk = ReturnType<typeof useSorting>
export type SortFailure = FailureCode | RefusalCode

/** Bringing a phone's folder: all of it is copied and read, then a person says what each photo is of. */
export function useSorting(
  session: SheetSession,
  { sheetId, running }: Pick<EvidenceDesk, 'sheetId' | 'running'>,
) {
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [code, setCode] = useState<SortFailure | null>(null)

  const bring = useCallback(
    async (paths: readonly string[]) => {
      setCode(null)
      const call = (job: string) => window.scorebench.importEvidence(sheetId, paths, MOST_AT_ONCE, job)
      const ran = await runImport(running, sheetId, null, call, async ({ answer, heads }) => {
        if (!answer.ok) return setCode(answer.code)
        const { imported, refused, left } = answer.value
        const view = session.view()
        const days = daysOf(view, new Date())
        const known = evidenceOn(view.state.items)
        const photos = new Map<string, Evidence>()
        for (const file of imported) {
          if (known.has(file.sha256) || photos.has(file.sha256)) continue
          photos.set(file.sha256, evidenceOf(file, await heads(file.sha256), days))
        }
        setSorting({
          photos: [...photos.values()].sort(byTime),
          made: imported.filter(({ isNew }) => isNew).map(({ sha256 }) => sha256),
          already: imported.length - photos.size,
          refused,
          left,
        })
      })
      if (!ran) setCode('busy')
    },
    [session, sheetId, running],
  )

  /** Attaches what was chosen, an act for each clause and place; false where one was refused: the rest stays here. */
  const attach = useCallback(
    async (chosen: ReadonlyMap<string, Target>): Promise<boolean> => {
      if (sorting === null) return false
      const groups = new Map<string, { target: Target; evidence: Evidence[] }>()
      for (const photo of sorting.photos) {
        const target = chosen.get(photo.sha256)
        if (target === undefined) continue
        const key = JSON.stringify([target.item, target.clause, target.place])
        const group = groups.get(key) ?? { target, evidence: [] }
        group.evidence.push(photo)
        groups.set(key, group)
      }
      const done = new Set<string>()
      for (const { target, evidence } of groups.values()) {
        const written = await session.dispatch({ type: 'attach', ...target, evidence })
        if (!written.ok) {
          setCode(written.code)
          setSorting({ ...sorting, photos: sorting.photos.filter(({ sha256 }) => !done.has(sha256)) })
          return false
        }
        for (const { sha256 } of evidence) done.add(sha256)
      }
      await dropUnwanted(sheetId, sorting, done)
      setSorting(null)
      return true
    },
    [session, sheetId, sorting],
  )

  /** Nothing is attached, and no copy stays. */
  const close = useCallback(async () => {
    if (sorting !== null) await dropUnwanted(sheetId, sorting, new Set())
    setSorting(null)
    setCode(null)
  }, [sheetId, sorting])

  const choose = useCallback(async () => {
    const chosen = await window.scorebench.choosePhotoFolder()
    if (!chosen.ok) setCode(chosen.code)
    else if (chosen.value !== null) await bring([chosen.value])
  }, [bring])

  return useMemo(
    () => ({ sorting, code, bring, attach, close, choose }),
    [sorting, code, bring, attach, close, choose],
  )
}

/** What the journal names is never touched by it. */
async function dropUnwanted(sheetId: string, { made }: Sorting, wanted: ReadonlySet<string>): Promise<void> {
  const unwanted = made.filter((sha256) => !wanted.has(sha256))
  if (unwanted.length > 0) await window.scorebench.dropEvidence(sheetId, unwanted)
}

function byTime(a: Evidence, b: Evidence): number {
  const [one, other] = [a.takenAt ?? '~', b.takenAt ?? '~']
  return one < other ? -1 : one > other ? 1 : a.name < b.name ? -1 : 1
}
