import type { Evidence, EvidenceFlag } from './evidence'
import { secondsOf } from './local-time'
import type { PhotoFacts } from './photo'

/** Local calendar days, '2026-11-23', both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** Programs that change pictures, by what they write of themselves. */
const EDITORS =
  /photoshop|lightroom|gimp|snapseed|picsart|meitu|xiuxiu|photoscape|pixelmator|affinity|paint\.net|acdsee|faststone|vsco|canva|facetune|picasa|luminar|capture one|darktable|rawtherapee|imagemagick|coreldraw|skitch|polarr/i

/** A camera writes both times at once; slow cards take some seconds. */
const MOST_SECONDS_APART = 60

/** A file as evidence: what its bytes say, and what they do not. `days`: when a photo for this sheet can be from. */
export function evidenceOf(
  file: Pick<Evidence, 'sha256' | 'name' | 'size'>,
  { media, exif }: PhotoFacts,
  days: Days,
): Evidence {
  const { takenAt, position } = exif ?? {}
  return {
    sha256: file.sha256,
    name: file.name,
    media,
    size: file.size,
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(position === undefined ? {} : { position }),
    flags: media.startsWith('image/') ? flagsOf(exif, days) : [],
  }
}

/** No record is said once; what it does not hold is then no news. */
function flagsOf(exif: PhotoFacts['exif'], { from, to }: Days): readonly EvidenceFlag[] {
  if (exif === null) return ['no-exif']
  const { takenAt, changedAt, software = '', position } = exif
  const flags: EvidenceFlag[] = []
  const isLater =
    takenAt !== undefined &&
    changedAt !== undefined &&
    secondsOf(changedAt) - secondsOf(takenAt) > MOST_SECONDS_APART
  if (EDITORS.test(software) || isLater) flags.push('edited')
  const day = takenAt?.slice(0, 10)
  if (day !== undefined && (day < from || day > to)) flags.push('outside-dates')
  if (position === undefined) flags.push('no-position')
  return flags
}
