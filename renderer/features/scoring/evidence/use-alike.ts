import { useMemo } from 'react'
import { looksAlike } from '../../../../shared/domain/evidence/difference-hash'
import { evidenceOn } from '../../../../shared/domain/evidence/on-sheet'
import { useEvidenceAround } from './evidence-context'
import { useHashes } from './thumbnails'

/** For each piece of the sheet the first other one that looks alike, as far as their pictures were seen. */
export function useAlike(): (sha256: string) => string | null {
  const around = useEvidenceAround()
  const items = around.items()
  const hashOf = useHashes()
  const known = useMemo(() => [...evidenceOn(items)], [items])
  return (sha256) => {
    const hash = hashOf(sha256)
    if (hash === null) return null
    const other = known.find(([digest]) => {
      const theirs = digest === sha256 ? null : hashOf(digest)
      return theirs !== null && looksAlike(hash, theirs)
    })
    return other === undefined ? null : `${around.codesOf(other[1].items)} ${other[1].evidence.name}`
  }
}
