import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { useLive } from '../sheet-context'
import { useEvidenceAround } from './evidence-context'
import { EvidenceTile } from './evidence-tile'
import { ImportLine } from './import-line'
import { useIsRunning } from './running'
import { targetOn } from './target'
import { ThumbGrid } from './thumb-grid'
import { useAlike } from './use-alike'
import { useWhereWords } from './use-where-words'
import './evidence.css'

interface Props {
  readonly item: Item
  readonly mark: ItemMark
  readonly activeClause: number
  readonly isReadOnly: boolean
}

const SMALL = { width: 4.875, height: 3.75, gap: 0.375 } as const
const NONE: readonly AttachedEvidence[] = []

/** 佐证: the item's photos and files, and the ways to add more. */
export const EvidenceStrip = memo(function EvidenceStrip({ item, mark, activeClause, isReadOnly }: Props) {
  const { t } = useTranslation()
  const { desk, open, openDialog, sortFolder, count } = useEvidenceAround()
  const isRunning = useIsRunning(desk.running)
  const { spot } = useLive()
  const evidence = mark.evidence ?? NONE
  const alike = useAlike(evidence.length > 0)
  const target = targetOn(item, mark, activeClause, spot)
  const whereWords = useWhereWords()
  const where = whereWords(item, target)
  if (isReadOnly && evidence.length === 0) return null
  /** The first tile adds more. */
  const before = isReadOnly ? 0 : 1
  const add = (
    <button
      type="button"
      className="evidence-tile evidence-add"
      disabled={isRunning}
      data-testid="evidence-add"
      data-act="attach"
      title={t('evidence.addHint')}
      onClick={() => void desk.choose(target)}
    >
      <span aria-hidden="true">＋</span>
      {t('evidence.add')}
    </button>
  )
  const tileAt = (at: number) => {
    const one = evidence[at]
    return (
      one !== undefined && (
        <EvidenceTile
          key={one.sha256}
          sheetId={desk.sheetId}
          item={item.id}
          where={whereWords(item, one)}
          evidence={one}
          twin={alike(one)}
          onOpen={open}
        />
      )
    )
  }
  return (
    <section className="evidence" aria-label={t('evidence.title')} data-testid="evidence">
      <p className="evidence-hint" data-testid="evidence-hint">
        {evidence.length > 0 && (
          <>
            {t('evidence.count', { count: evidence.length })} <kbd>V</kbd>
            {!isReadOnly && ' · '}
          </>
        )}
        {!isReadOnly && (where === '' ? t('evidence.toItem') : t('evidence.toClause', { where }))}
      </p>
      <ImportLine target={target} />
      <p className="evidence-acts">
        {!isReadOnly && (
          <button
            type="button"
            className="scoring-button"
            disabled={isRunning}
            title={t('evidence.sort.how')}
            data-testid="evidence-sort-open"
            onClick={sortFolder}
          >
            {t('evidence.sort.open')}
          </button>
        )}
        {!isReadOnly && (
          <button
            type="button"
            className="scoring-button"
            disabled={isRunning}
            data-testid="evidence-camera-open"
            onClick={() => openDialog('camera')}
          >
            {t('evidence.camera.open')}
          </button>
        )}
        {count() > 0 && (
          <button
            type="button"
            className="scoring-button"
            data-testid="evidence-open-all"
            onClick={() => openDialog('all')}
          >
            {t('evidence.all.open', { count: count() })} <kbd>Shift+V</kbd>
          </button>
        )}
      </p>
      <ThumbGrid
        className="evidence-strip"
        testId="evidence-strip"
        count={evidence.length + before}
        tile={SMALL}
        draw={(at) => (at < before ? add : tileAt(at - before))}
      />
    </section>
  )
})
