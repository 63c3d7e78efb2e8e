import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import { allItems, type Item, type Rubric } from '../../../../shared/domain/rubric/rubric'
import type { SheetState } from '../../../../shared/domain/sheet/state'
import { CopyLine } from './copy-line'
import { useEvidenceAround } from './evidence-context'
import { EvidenceTile } from './evidence-tile'
import { RunningLine } from './import-line'
import { useIsRunning } from './running'
import { ThumbGrid } from './thumb-grid'
import { useAlike } from './use-alike'
import type { SortingDesk } from './use-sorting'
import { useWhereWords } from './use-where-words'

interface Props {
  readonly rubric: Rubric
  readonly items: SheetState['items']
  /** Sorting a folder of photos by their time; null on a sealed sheet. */
  readonly onFolder: SortingDesk | null
  readonly onClose: () => void
}

/** A piece of evidence with the item that it stands on. */
export interface Standing {
  readonly item: Item
  readonly evidence: AttachedEvidence
}

const LARGE = { width: 9, height: 6.75, gap: 0.5 } as const
const SHOWN = ['all', 'flagged'] as const

/** 全部佐证: every photo and file of the sheet, in printed order; those that something is to be known of apart. */
export function AllEvidence({ rubric, items, onFolder, onClose }: Props) {
  const { t } = useTranslation()
  const { desk, open, copies } = useEvidenceAround()
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all')
  const isRunning = useIsRunning(desk.running)
  const alike = useAlike(true)
  const whereWords = useWhereWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const all = useMemo(() => standing(rubric, items), [rubric, items])
  const flagged = useMemo(() => all.filter(({ evidence }) => evidence.flags.length > 0), [all])
  const list = shown === 'all' ? all : flagged
  const draw = useCallback(
    (at: number) => {
      const one = list[at]
      if (one === undefined) return null
      const { item, evidence } = one
      const where = [item.code, whereWords(item, evidence)].filter((words) => words !== '').join(' · ')
      return (
        <EvidenceTile
          key={`${item.id}/${evidence.sha256}`}
          sheetId={desk.sheetId}
          item={item.id}
          where={where}
          evidence={evidence}
          twin={alike(evidence)}
          onOpen={open}
        />
      )
    },
    [list, whereWords, desk.sheetId, alike, open],
  )
  const count = { all: all.length, flagged: flagged.length }
  return (
    <dialog
      ref={dialog}
      className="evidence-all"
      aria-label={t('evidence.all.title')}
      data-testid="evidence-all"
      onClose={onClose}
      onDragOver={(event) => {
        if (onFolder === null || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDrop={(event) => {
        if (onFolder === null) return
        event.preventDefault()
        const paths = [...event.dataTransfer.files].map((file) => window.scorebench.pathOfFile(file))
        const real = paths.filter((path) => path !== '')
        if (real.length > 0) void onFolder.bring(real)
      }}
    >
      <header className="evidence-all-head">
        <h2>{t('evidence.all.title')}</h2>
        <Segmented
          options={SHOWN.map((value) => ({
            value,
            label: t(`evidence.all.${value}`, { count: count[value] }),
          }))}
          value={shown}
          aria-label={t('evidence.all.filter')}
          onChange={setShown}
        />
        <span className="evidence-space" />
        {list.length > 0 && (
          <button
            type="button"
            className="scoring-button"
            disabled={copies.copying?.state === 'running'}
            data-testid="evidence-copy-all"
            onClick={() => void copies.saveAll(list)}
          >
            {t('evidence.copy.all')}
          </button>
        )}
        {onFolder !== null && (
          <button
            type="button"
            className="scoring-button"
            disabled={isRunning}
            title={t('evidence.sort.how')}
            onClick={() => void onFolder.choose()}
          >
            {t('evidence.sort.open')}
          </button>
        )}
        <button type="button" className="scoring-button" onClick={() => dialog.current?.close()}>
          {t('common.close')} <kbd>Esc</kbd>
        </button>
      </header>
      {(isRunning || copies.copying !== null) && (
        <div className="evidence-sort-said">
          <RunningLine />
          <CopyLine />
        </div>
      )}
      {list.length === 0 ? (
        <p className="evidence-nothing">{t(`evidence.all.no.${shown}`)}</p>
      ) : (
        <ThumbGrid
          className="evidence-sheet"
          testId="evidence-sheet"
          count={list.length}
          tile={LARGE}
          hasArrows
          draw={draw}
        />
      )}
    </dialog>
  )
}

/** What stands on items, in printed order. */
export function standing(rubric: Rubric, items: SheetState['items']): readonly Standing[] {
  return allItems(rubric).flatMap((item) =>
    (items.get(item.id)?.evidence ?? []).map((evidence) => ({ item, evidence })),
  )
}
