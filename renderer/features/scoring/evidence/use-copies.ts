import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isShown } from '../../../../shared/domain/evidence/evidence'
import type { FailureCode } from '../../../../shared/ipc/result'
import type { SheetSession } from '../../../db/sheet-session'
import type { Standing } from './all-evidence'
import { makeCopy } from './copy-picture'
import { positionText } from './sort-out'
import { useWhereWords } from './use-where-words'

/** Copies under way, or what became of the last ones. */
export type Copying =
  | { readonly state: 'running'; readonly done: number; readonly all: number; readonly isCancelling: boolean }
  | {
      readonly state: 'done'
      readonly saved: number
      readonly failed: number
      /** The folder, or the file of a single copy. */
      readonly path: string
    }
  | { readonly state: 'failed'; readonly code: FailureCode }

export type CopyDesk = ReturnType<typeof useCopies>

/** 带水印副本: pictures with time, place, item and name below them, saved beside each other; originals stay as they are. */
export function useCopies(session: SheetSession, sheetId: string) {
  const { t } = useTranslation()
  const whereWords = useWhereWords()
  const [copying, setCopying] = useState<Copying | null>(null)
  const isStopped = useRef(false)

  const copyOf = useCallback(
    async ({ item, evidence }: Standing) => {
      const { header } = session.view().state
      const { sha256, takenAt, position, marks = [] } = evidence
      const photo = sha256.slice(0, 8)
      const lines = [
        t('evidence.copy.line.head', { photo }),
        t('evidence.copy.line.item', {
          subject: header?.subject.name ?? '',
          code: item.code,
          title: item.title,
          where: whereWords(item, evidence),
        }),
        t('evidence.copy.line.when', {
          time: takenAt?.replace('T', ' ') ?? t('evidence.copy.unknown'),
          position: position === undefined ? t('evidence.copy.unknown') : positionText(position),
        }),
        t('evidence.copy.line.who', { name: header?.scorer.name ?? '', unit: header?.scorer.unit ?? '' }),
      ]
      const bytes = await makeCopy({ sheetId, sha256 }, marks, lines)
      return { name: `${item.code}-${photo}-${t('evidence.copy.word')}.jpg`, bytes }
    },
    [session, sheetId, t, whereWords],
  )

  const saveOne = useCallback(
    async (one: Standing) => {
      const { name, bytes } = await copyOf(one)
      if (bytes === null) return setCopying({ state: 'done', saved: 0, failed: 1, path: '' })
      const saved = await window.scorebench.saveEvidenceCopy(name, bytes)
      if (!saved.ok) setCopying({ state: 'failed', code: saved.code })
      else if (saved.value !== null)
        setCopying({ state: 'done', saved: 1, failed: 0, path: saved.value.path })
    },
    [copyOf],
  )

  /** Pictures alone; what cannot be drawn is counted. A disk that takes no more ends it. */
  const saveAll = useCallback(
    async (list: readonly Standing[]) => {
      const pictures = list.filter(({ evidence }) => isShown(evidence.media))
      const chosen = await window.scorebench.chooseCopyFolder()
      if (!chosen.ok) return setCopying({ state: 'failed', code: chosen.code })
      if (chosen.value === null) return
      const path = chosen.value
      isStopped.current = false
      let [saved, failed] = [0, 0]
      for (const one of pictures) {
        setCopying({ state: 'running', done: saved + failed, all: pictures.length, isCancelling: false })
        const { name, bytes } = await copyOf(one)
        if (isStopped.current) break
        if (bytes === null) {
          failed += 1
          continue
        }
        const written = await window.scorebench.writeEvidenceCopy(path, name, bytes)
        if (!written.ok) return setCopying({ state: 'failed', code: written.code })
        saved += 1
      }
      setCopying({ state: 'done', saved, failed, path })
    },
    [copyOf],
  )

  return useMemo(
    () => ({
      copying,
      saveOne,
      saveAll,
      stop: () => {
        isStopped.current = true
        setCopying((now) => (now?.state === 'running' ? { ...now, isCancelling: true } : now))
      },
      dismiss: () => setCopying(null),
    }),
    [copying, saveOne, saveAll],
  )
}
