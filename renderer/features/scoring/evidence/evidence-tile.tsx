import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import { useEvidenceAround } from './evidence-context'
import { kindOf } from './sort-out'
import { useThumbnail } from './thumbnails'

interface Props {
  readonly sheetId: string
  readonly item: string
  /** What is written on it: what of the item it is of, or whose it is; empty for the item as a whole. */
  readonly where: string
  readonly evidence: AttachedEvidence
  /** Another piece that looks alike. */
  readonly twin: string | null
  readonly onOpen: (item: string, sha256: string) => void
}

/** One piece: its picture or what kind of file it is, and what is to be known of it before it is believed. */
export const EvidenceTile = memo(function EvidenceTile(props: Props) {
  const { sheetId, item, where, evidence, twin, onOpen } = props
  const { t } = useTranslation()
  const { flagWords } = useEvidenceAround()
  // Only tiles in view are drawn at all.
  const picture = useThumbnail(sheetId, evidence.sha256, true)
  // Words are looked up once for all tiles: a thousand look-ups are what a frame of scrolling would cost.
  const said = [
    ...evidence.flags.map((flag) => flagWords[flag]),
    ...(evidence.marks === undefined ? [] : [t('evidence.draw.has', { count: evidence.marks.length })]),
    ...(twin === null ? [] : [t('evidence.alike', { other: twin })]),
  ]
  const flags = evidence.flags.length + (twin === null ? 0 : 1)
  return (
    <button
      type="button"
      className="evidence-tile"
      data-focus=""
      data-testid={`evidence-tile-${evidence.sha256.slice(0, 8)}`}
      data-state={picture?.state ?? 'waiting'}
      aria-label={[evidence.name, where, ...said].filter((one) => one !== '').join('，')}
      title={[evidence.name, where, ...said].filter((one) => one !== '').join('\n')}
      onClick={() => onOpen(item, evidence.sha256)}
    >
      {picture?.address ? (
        <img src={picture.address} alt="" draggable={false} decoding="async" />
      ) : (
        <span className="evidence-kind">{picture?.state === 'broken' ? '!' : kindOf(evidence)}</span>
      )}
      {where !== '' && <span className="evidence-where">{where}</span>}
      {evidence.marks !== undefined && <span className="evidence-drawn">✎</span>}
      {flags > 0 && <span className="evidence-flags">⚑{flags > 1 ? flags : ''}</span>}
    </button>
  )
})
