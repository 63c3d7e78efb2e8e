import { type KeyboardEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../shared/domain/evidence/evidence'
import type { Candidate } from '../../../../shared/domain/evidence/match-findings'
import { kindOf } from './sort-out'
import { useThumbnail } from './thumbnails'

interface Props {
  readonly sheetId: string
  readonly photo: Evidence
  /** All findings, the nearest in time first. */
  readonly candidates: readonly Candidate[]
  /** What each finding is called, by key. */
  readonly labels: ReadonlyMap<string, string>
  /** A finding's key; '' for none. */
  readonly chosen: string
  readonly onChoose: (sha256: string, key: string) => void
}

/** One photo and what it is of: ← and → go through the findings by how near they are, S leaves it out and takes it in. */
export const PhotoRow = memo(function PhotoRow(props: Props) {
  const { sheetId, photo, candidates, labels, chosen, onChoose } = props
  const { t } = useTranslation()
  const picture = useThumbnail(sheetId, photo.sha256, true)
  const choose = (key: string) => onChoose(photo.sha256, key)
  const step = (by: number) => {
    const at = candidates.findIndex(({ key }) => key === chosen)
    const next = candidates[Math.min(candidates.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
    if (next !== undefined) choose(next.key)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight') step(1)
    else if (event.key === 'ArrowLeft') step(-1)
    else if (event.key === 's' || event.key === 'S' || event.key === ' ')
      choose(chosen === '' ? (candidates[0]?.key ?? '') : '')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const after = candidates.find(({ key }) => key === chosen)?.after ?? null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a list that can be gone through by keys; a fieldset has no focus
    <div
      className={chosen === '' ? 'evidence-photo evidence-photo-out' : 'evidence-photo'}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys on the row choose for the photo
      tabIndex={0}
      data-focus=""
      data-testid={`evidence-photo-${photo.sha256.slice(0, 8)}`}
      aria-label={`${photo.name} ${photo.takenAt?.replace('T', ' ') ?? t('evidence.sort.noTime')}`}
      onKeyDown={onKey}
    >
      <span className="evidence-photo-picture">
        {picture?.address ? <img src={picture.address} alt="" draggable={false} /> : kindOf(photo)}
      </span>
      <span className="evidence-photo-what">
        <b>{photo.takenAt?.replace('T', ' ') ?? t('evidence.sort.noTime')}</b>
        <span>{photo.name}</span>
      </span>
      <select
        className="evidence-photo-finding"
        value={chosen}
        aria-label={t('evidence.sort.finding')}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t('evidence.sort.none')}</option>
        {candidates.map(({ key }) => (
          <option key={key} value={key}>
            {labels.get(key)}
          </option>
        ))}
      </select>
      <span className="evidence-photo-apart">
        {after === null || photo.takenAt === undefined
          ? ''
          : t(after >= 0 ? 'evidence.sort.before' : 'evidence.sort.after', {
              count: Math.round(Math.abs(after) / 60),
            })}
      </span>
    </div>
  )
})
