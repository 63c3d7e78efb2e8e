import { useTranslation } from 'react-i18next'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import { positionText, sizeText } from './sort-out'
import { useAlike } from './use-alike'

interface Props {
  readonly evidence: AttachedEvidence
  /** What of the item it is of; empty for the item as a whole. */
  readonly where: string
}

/** What is known of a piece: as its own bytes say, and what they do not. */
export function EvidenceFacts({ evidence, where }: Props) {
  const { t } = useTranslation()
  const alike = useAlike(true)
  const { name, takenAt, position, media, size, sha256, flags, source } = evidence
  const twin = alike(evidence)
  const facts = [
    ['name', name],
    ['where', where || t('evidence.fact.item')],
    ['takenAt', takenAt?.replace('T', ' ') ?? '—'],
    ['position', position === undefined ? '—' : positionText(position)],
    ['media', `${media} · ${sizeText(size)}`],
  ] as const
  return (
    <>
      <dl className="evidence-facts">
        {facts.map(([key, words]) => (
          <div key={key}>
            <dt>
              {t(
                key === 'takenAt' && source === 'camera' ? 'evidence.fact.takenHere' : `evidence.fact.${key}`,
              )}
            </dt>
            <dd data-testid={`evidence-fact-${key}`}>{words}</dd>
          </div>
        ))}
        <div>
          <dt>SHA-256</dt>
          <dd className="evidence-digest" title={sha256}>
            {sha256.slice(0, 16)}…
          </dd>
        </div>
      </dl>
      <ul className="evidence-said">
        {flags.map((flag) => (
          <li key={flag}>⚑ {t(`evidence.flag.${flag}`)}</li>
        ))}
        {twin !== null && <li>⚑ {t('evidence.alike', { other: twin })}</li>}
      </ul>
    </>
  )
}
