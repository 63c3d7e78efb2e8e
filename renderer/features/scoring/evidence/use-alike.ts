import { useMemo } from 'react'
import { looksAlike } from '../../../../shared/domain/evidence/difference-hash'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import { evidenceOn } from '../../../../shared/domain/evidence/on-sheet'
import { useEvidenceAround } from './evidence-context'
import { hashOf, useThumbnailVersion } from './thumbnails'

/** For each of these pieces the first other one on the sheet that looks alike, as far as their pictures were seen. */
export function useAlike(evidence: readonly AttachedEvidence[]): ReadonlyMap<string, string> {
  const { items, codesOf } = useEvidenceAround()
  const version = useThumbnailVersion()
  const now = items()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says when there are more hashes
  return useMemo(() => {
    const twins = new Map<string, string>()
    if (evidence.length === 0) return twins
    const known = [...evidenceOn(now)].flatMap(([sha256, { evidence: one, items: on }]) => {
      const hash = hashOf(sha256)
      return hash === null ? [] : [{ sha256, hash, name: one.name, on }]
    })
    for (const { sha256 } of evidence) {
      const hash = hashOf(sha256)
      const twin =
        hash === null ? undefined : known.find((one) => one.sha256 !== sha256 && looksAlike(hash, one.hash))
      if (twin !== undefined) twins.set(sha256, `${codesOf(twin.on)} ${twin.name}`)
    }
    return twins
  }, [evidence, now, version, codesOf])
}
