import type { ReadResult, ReadTier } from './read-clause'
import type { Band } from './tokens'

interface OpenBand {
  readonly unit: string
  lo: number
  hi: number
  hasLo: boolean | undefined
  hasHi: boolean | undefined
  readonly softLo: boolean | undefined
  readonly softHi: boolean | undefined
  readonly isOneSided: boolean
}

/**
 * Bands of one measure made to fit each other: what one leaves open at a shared bound the other takes, and of
 * one-sided bounds that hold each other (5%以上, 10%以上) the further one wins. Null where they overlap otherwise.
 * `isLost`: the cases say what is lost.
 */
export function fittedBands(bands: readonly Band[], isLost = false): readonly Band[] | null {
  const open = bands.map(openBand)
  const byValue = [...open].sort((a, b) => a.lo - b.lo || a.hi - b.hi)
  nestBounds(byValue)
  byValue.sort((a, b) => a.lo - b.lo || a.hi - b.hi)
  const isByWholeSteps = byValue.some((band, i) => {
    const next = byValue[i + 1]
    return next !== undefined && Number.isFinite(band.hi) && next.lo === band.hi + 1 && !band.isOneSided
  })
  // Where more is lost the higher a value is, 500米以上 keeps its bound, and so does each range below it.
  const highest = byValue[byValue.length - 1]
  const isKept = isLost && highest?.isOneSided === true && highest.softLo === true
  for (let i = 0; i + 1 < byValue.length; i += 1) {
    if (!fitPair(byValue[i] as OpenBand, byValue[i + 1] as OpenBand, isByWholeSteps, isKept)) return null
  }
  for (const band of open) {
    band.hasLo ??= band.softLo ?? true
    band.hasHi ??= band.softHi ?? true
  }
  return open.map(closedBand)
}

function openBand(band: Band): OpenBand {
  const isOneSided = band.lo === undefined || band.hi === undefined
  return {
    unit: band.unit,
    lo: band.lo ?? Number.NEGATIVE_INFINITY,
    hi: band.hi ?? Number.POSITIVE_INFINITY,
    hasLo: band.hasLo,
    hasHi: band.hasHi,
    softLo: band.softLo,
    softHi: band.softHi,
    isOneSided,
  }
}

/** 98%以上 … 95%以上 …: the second runs only up to the first. */
function nestBounds(bands: readonly OpenBand[]): void {
  const upper = bands.filter((band) => band.hi === Number.POSITIVE_INFINITY)
  for (const band of upper) {
    const next = bands.filter((other) => other.lo > band.lo && other !== band).sort((a, b) => a.lo - b.lo)[0]
    if (!next) continue
    band.hi = next.lo
    band.hasHi = next.hasLo === undefined ? !(next.softLo ?? true) : !next.hasLo
  }
  const lower = bands.filter((band) => band.lo === Number.NEGATIVE_INFINITY)
  for (const band of lower) {
    const next = bands.filter((other) => other.hi < band.hi && other !== band).sort((a, b) => b.hi - a.hi)[0]
    if (!next) continue
    band.lo = next.hi
    band.hasLo = next.hasHi === undefined ? !(next.softHi ?? false) : !next.hasHi
  }
}

function fitPair(below: OpenBand, above: OpenBand, isByWholeSteps: boolean, isKept: boolean): boolean {
  if (above.lo < below.hi) return false
  if (above.lo > below.hi) return true
  if (isByWholeSteps && !below.isOneSided && below.hasHi === undefined) below.hasHi = true
  if (below.hasHi === undefined && above.hasLo === undefined) {
    // Neither says: the lower band's own way of holding its bounds goes on.
    below.hasHi = !isKept && below.hasLo === false && below.lo !== Number.NEGATIVE_INFINITY
    if (below.softHi !== undefined) below.hasHi = below.softHi
  }
  if (above.hasLo === undefined) above.hasLo = !below.hasHi
  else if (below.hasHi === undefined) below.hasHi = !above.hasLo
  if (!below.hasHi || !above.hasLo) return true
  // 95%至100% beside 100%: the single value keeps itself. Else both claim the bound, and a person has to look.
  if (above.lo !== above.hi) return false
  below.hasHi = false
  return true
}

function closedBand(band: OpenBand): Band {
  return {
    unit: band.unit,
    ...(band.lo !== Number.NEGATIVE_INFINITY && { lo: band.lo, hasLo: band.hasLo ?? true }),
    ...(band.hi !== Number.POSITIVE_INFINITY && { hi: band.hi, hasHi: band.hasHi ?? true }),
  }
}

/** A band with what it brings, as a clause prints it. */
export function tierOf(band: Band, result: ReadResult): ReadTier {
  const { unit, lo, hi } = band
  if (lo !== undefined && lo === hi) return { cmp: '=', value: lo, unit, result }
  if (lo !== undefined && hi !== undefined) {
    const [minInclusive, maxInclusive] = [band.hasLo ?? true, band.hasHi ?? false]
    return { min: lo, max: hi, unit, minInclusive, maxInclusive, result }
  }
  if (lo !== undefined)
    return { cmp: (band.hasLo ?? band.softLo ?? true) ? '>=' : '>', value: lo, unit, result }
  return { cmp: (band.hasHi ?? band.softHi ?? false) ? '<=' : '<', value: hi ?? 0, unit, result }
}
