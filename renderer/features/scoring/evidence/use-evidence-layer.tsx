import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findingsOf } from '../../../../shared/domain/findings/findings-of'
import { itemIndex } from '../../../../shared/domain/rubric/item-index'
import type { SheetSession } from '../../../db/sheet-session'
import type { Desk } from '../use-desk'
import { AllEvidence } from './all-evidence'
import { CameraDialog } from './camera-dialog'
import type { EvidenceAround, EvidenceDialog } from './evidence-context'
import { EvidenceViewer } from './evidence-viewer'
import { SortPhotos } from './sort-photos'
import { targetOn } from './target'
import { useCopies } from './use-copies'
import { useEvidence } from './use-evidence'
import { useEvidenceInput } from './use-evidence-input'
import { useSorting } from './use-sorting'
import { useWhereWords } from './use-where-words'

/** Evidence on the scoring screen: what the panel is given, its drop and paste, and the viewer over everything. */
export function useEvidenceLayer(desk: Desk, session: SheetSession, sheetId: string) {
  const { t } = useTranslation()
  const evidenceDesk = useEvidence(session, sheetId)
  const copies = useCopies(session, sheetId)
  const sortingDesk = useSorting(session, evidenceDesk)
  const [opened, setOpened] = useState<{ readonly item: string; readonly sha256: string } | null>(null)
  /** What was done in this viewer, the newest last, by the piece that it was done to: as many steps can be undone. */
  const [done, setDone] = useState<readonly string[]>([])
  const { current, activeClause, isReadOnly, spot } = desk
  const [dialog, setDialog] = useState<EvidenceDialog | null>(null)

  const open = useCallback((item: string, sha256: string) => {
    setDone([])
    setOpened({ item, sha256 })
  }, [])
  const codesOf = useCallback(
    (items: readonly string[]) => {
      const index = itemIndex(session.view().rubric)
      return items.map((id) => index.get(id)?.code ?? id).join('、')
    },
    [session],
  )
  const around = useMemo(
    (): EvidenceAround => ({
      desk: evidenceDesk,
      open,
      copies,
      openDialog: setDialog,
      sortFolder: () => void sortingDesk.choose(),
      flagWords: {
        'no-exif': t('evidence.flag.no-exif'),
        edited: t('evidence.flag.edited'),
        'outside-dates': t('evidence.flag.outside-dates'),
        'no-position': t('evidence.flag.no-position'),
      },
      codesOf,
      items: () => session.view().state.items,
      count: () => {
        let count = 0
        for (const { evidence = [] } of session.view().state.items.values()) count += evidence.length
        return count
      },
    }),
    [evidenceDesk, sortingDesk, copies, open, codesOf, session, t],
  )
  const { isOver, panel } = useEvidenceInput(evidenceDesk, () =>
    current === undefined || isReadOnly || opened !== null || dialog !== null
      ? null
      : targetOn(current.item, current.mark, activeClause, spot),
  )
  const shown = opened === null ? [] : (desk.view.state.items.get(opened.item)?.evidence ?? [])
  const close = () => setOpened(null)
  const last = done.at(-1)
  const item = opened === null ? undefined : itemIndex(desk.view.rubric).get(opened.item)
  const viewer =
    opened === null || item === undefined || (shown.length === 0 && done.length === 0) ? null : (
      <EvidenceViewer
        item={item}
        evidence={shown}
        sha256={opened.sha256}
        isReadOnly={isReadOnly}
        onShow={(sha256) => setOpened({ item: opened.item, sha256 })}
        onDetach={(sha256) => {
          setDone([...done, sha256])
          void desk.run({ type: 'detach', item: opened.item, sha256 })
        }}
        onAnnotate={(sha256, marks) => {
          setDone([...done, sha256])
          void desk.run({ type: 'annotate', item: opened.item, sha256, marks })
        }}
        onUndo={
          last === undefined
            ? null
            : () => {
                void desk.run({ type: 'undo' })
                setOpened({ item: opened.item, sha256: last })
                setDone(done.slice(0, -1))
              }
        }
        onClose={close}
      />
    )
  const openFirst = () => {
    const first = current?.mark.evidence?.[0]
    if (current !== undefined && first !== undefined) open(current.id, first.sha256)
  }
  const { rubric, state } = desk.view
  const whereWords = useWhereWords()
  const cameraTarget =
    dialog === 'camera' && current !== undefined && !isReadOnly
      ? targetOn(current.item, current.mark, activeClause, spot)
      : null
  const camera = cameraTarget !== null && current !== undefined && (
    <CameraDialog
      target={cameraTarget}
      where={[current.item.code, whereWords(current.item, cameraTarget)]
        .filter((words) => words !== '')
        .join(' · ')}
      onClose={() => setDialog(null)}
    />
  )
  const dialogs = dialog === 'all' && (
    <AllEvidence
      rubric={rubric}
      items={state.items}
      onFolder={isReadOnly ? null : sortingDesk}
      onClose={() => setDialog(null)}
    />
  )
  const { sorting } = sortingDesk
  // Once, when the photos are there: what is found meanwhile is found in another window.
  const findings = useMemo(
    () =>
      sorting === null ? [] : findingsOf(session.view().rubric, session.view().state, session.view().lines),
    [sorting, session],
  )
  const sorter = sorting !== null && <SortPhotos sorting={sorting} desk={sortingDesk} findings={findings} />
  const openAll = () => setDialog('all')
  return { around, panel, isOver, viewer, dialogs, sorter, camera, openFirst, openAll }
}
