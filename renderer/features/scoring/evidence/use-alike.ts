import { useMemo } from 'react'
import { type HashBits, looksAlike } from '../../../../shared/domain/evidence/difference-hash'
import type { Evidence } from '../../../../shared/domain/evidence/evidence'
import { evidenceOn } from '../../../../shared/domain/evidence/on-sheet'
import { useEvidenceAround } from './evidence-context'
import { hashOf, useThumbnailVersion } from './thumbnails'

interface Known {
  readonly sha256: string
  readonly hash: HashBits
  readonly name: string
  readonly on: readonly string[]
}

/**
 * For a piece, the first other one on the sheet that looks alike, as far as their pictures were seen; null where there
 * is none. Asked for what is drawn alone: all against all would be millions. Nothing is gathered unless wanted.
 */
export function useAlike(isWanted: boolean): (of: Pick<Evidence, 'sha256'>) => string | null {
  const { items, codesOf } = useEvidenceAround()
  const version = useThumbnailVersion()
  const now = items()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says when there are more hashes
  return useMemo(() => {
    let known: readonly Known[] | null = null
    const gather = () =>
      [...evidenceOn(now)].flatMap(
        ([
          sha256,
          {
            evidence: { name },
            items: on,
          },
        ]): Known[] => {
          const hash = hashOf(sha256)
          return hash === null ? [] : [{ sha256, hash, name, on }]
        },
      )
    return ({ sha256 }) => {
      const hash = isWanted ? hashOf(sha256) : null
      if (hash === null) return null
      known ??= gather()
      const twin = known.find((one) => one.sha256 !== sha256 && looksAlike(hash, one.hash))
      return twin === undefined ? null : `${codesOf(twin.on)} ${twin.name}`
    }
  }, [isWanted, now, version, codesOf])
}
