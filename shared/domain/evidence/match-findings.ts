import type { Finding } from '../findings/finding'
import type { Evidence } from './evidence'
import { secondsOf, wallSecondsOf } from './local-time'

export interface MatchOptions {
  /** Whole minutes that the camera's clock is ahead of ours; behind is below nothing. */
  readonly aheadMinutes: number
  /** A photo farther than this from every finding is matched to none. */
  readonly windowMinutes: number
}

type Dated = Pick<Finding, 'key' | 'at'>
type Photo = Pick<Evidence, 'takenAt'>

/** A finding, and how many seconds after the photo it was entered; before is below nothing. */
export interface Candidate {
  readonly key: string
  readonly after: number
}

/** All findings, the nearest in time first; of two as near the one entered after the photo, as people work. */
export function candidatesFor(
  { takenAt }: Photo,
  findings: readonly Dated[],
  { aheadMinutes }: Pick<MatchOptions, 'aheadMinutes'>,
): readonly Candidate[] {
  if (takenAt === undefined) return findings.map(({ key }) => ({ key, after: 0 }))
  const taken = secondsOf(takenAt) - aheadMinutes * 60
  return findings
    .map(({ key, at }) => ({ key, after: wallSecondsOf(at) - taken }))
    .sort((a, b) => Math.abs(a.after) - Math.abs(b.after) || b.after - a.after)
}

/** The finding that a photo was most likely taken of; null where none is near enough, or the photo has no time. */
export function matchOf(photo: Photo, findings: readonly Dated[], options: MatchOptions): Candidate | null {
  if (photo.takenAt === undefined) return null
  const [nearest] = candidatesFor(photo, findings, options)
  if (nearest === undefined || Math.abs(nearest.after) > options.windowMinutes * 60) return null
  return nearest
}
