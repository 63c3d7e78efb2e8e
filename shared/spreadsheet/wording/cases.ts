import { fittedBands, tierOf } from './bands'
import { type Reading, resultOf } from './draft'
import type { ReadTier } from './read-clause'
import { bareSubject, type Said } from './said'
import type { Band } from './tokens'

/** Cases of one measure in a row, and the tier that they make. */

export const isAgain = (said: Said): boolean => /[再另加追]/.test(said.effect?.text ?? '')

function subjectsAgree(first: string, later: string): boolean {
  // 完成率: without 完成 no name is left.
  const nameOf = (subject: string): string =>
    bareSubject(subject).length > 1 ? bareSubject(subject) : subject
  const [a, b] = [nameOf(first), later === '' ? '' : bareSubject(later) === '' ? '' : nameOf(later)]
  return b === '' || a === b || a.endsWith(b) || b.endsWith(a) || (a !== '' && b.length > 1 && a.includes(b))
}

/** The band of a case: printed, or a single thing (查到一起) beside two and more. */
export function caseBand(said: Said): Band | null {
  if (said.band?.isNear || (said.step && said.band?.isClose)) return said.band.band
  return null
}

export function singleBand(said: Said): Band | null {
  const { step } = said
  if (!step || step.isEach || step.unit === null || step.per !== 1) return null
  if (/[任另每]/.test(step.verb.slice(-1))) return null
  return { unit: step.unit, lo: 1, hi: 1, hasLo: true, hasHi: true }
}

/** 1次得1分 beside 2次以上得2分. */
export const wonOrCase = (said: Said): Band | null =>
  said.is === 'win' && said.step ? singleBand(said) : caseBand(said)

export const wonBand = (said: Said): Band | null => (said.step ? singleBand(said) : caseBand(said))

/** 达100% is 100%: no share goes beyond. */
const isWhole = (said: Said): boolean =>
  said.band?.token.text.startsWith('达') === true && said.band.band.unit === '%' && said.band.band.lo === 100

/** 完成目标任务100%: more can be done than was asked. */
const isTask = (said: Said): boolean =>
  /(?:任务|目标|计划)(?:数|量|的)?$/.test(said.band?.subject ?? '') &&
  said.band?.isExact === true &&
  said.band.band.unit === '%' &&
  said.band.band.lo === 100

/** 达98%得4分，96%得3分，94%得2分，低于94%得0分: after the first, each share is where its case begins. */
function asLowerBounds(bands: readonly Band[]): readonly Band[] {
  const [first] = bands
  if (first?.unit !== '%' || first.lo === undefined || first.hi !== undefined) return bands
  const exact = bands.slice(1).filter((band) => band.lo !== undefined && band.lo === band.hi)
  const isFalling = exact.every((band, i) => (band.lo ?? 0) < ((i === 0 ? first : exact[i - 1])?.lo ?? 0))
  const rest = bands.slice(1).filter((band) => !exact.includes(band))
  const lowest = exact[exact.length - 1]?.lo
  if (!isFalling || !rest.every((band) => band.lo === undefined && band.hi === lowest)) return bands
  return bands.map((band) =>
    exact.includes(band) ? { unit: band.unit, lo: band.lo ?? 0, softLo: true, hasLo: true } : band,
  )
}

export function tierForm(
  cases: readonly {
    readonly said: Said
    readonly band: Band | null
    readonly label?: string
    /** What a named case takes of the scale, though it is printed by name. */
    readonly fits?: Band
  }[],
  unit: string | null,
): Reading | null {
  const bands = asLowerBounds(cases.flatMap((one) => (one.band ? [one.band] : one.fits ? [one.fits] : [])))
  // 半年一次, 一年一次: the same count twice is no scale.
  const names = bands.map(({ lo, hi, unit: scale }) => `${lo} ${hi} ${scale}`)
  if (new Set(names).size < names.length) return null
  const isLost = cases.some(({ said }) => said.is === 'cost')
  const fitted = fittedBands(bands, isLost)
  if (!fitted) return { form: { form: 'unparsed' } }
  const tiers: ReadTier[] = []
  let at = 0
  for (const { said, band, label, fits } of cases) {
    const result = resultOf(said)
    if (!result) return null
    if (band) {
      const one = fitted[at] as Band
      const whole = isWhole(said) ? { ...one, hi: 100 } : one
      tiers.push(tierOf(isTask(said) ? { unit: one.unit, lo: 100, hasLo: true } : whole, result))
      at += 1
    } else {
      tiers.push({ label: label ?? said.lead, result })
      if (fits) at += 1
    }
  }
  // 完成90%得1.5分 among others: 90% alone, or from 90%?
  const isExactShare = bands.some(
    ({ lo, hi, unit: scale }) =>
      lo === hi && ((scale === '%' && lo !== 100) || (scale.includes('/') && bands.length > 1)),
  )
  return { form: { form: 'tier', unit, tiers }, takes: cases.length, confidence: isExactShare ? 0.45 : 1 }
}

/** 低于90%的扣1分。低于80%的扣2分: a new sentence that names nothing, or the same again, goes on. */
function isNewSentence(first: Said, said: Said): boolean {
  if (said.statement.join !== 'stop') return false
  const subject = bareSubject(said.band?.subject ?? '')
  return subject !== '' && !bareSubject(first.band?.subject ?? '').endsWith(subject)
}

/** How many of `saids` are cases of one measure, from the first. */
export function casesOf(saids: readonly Said[], band: (said: Said) => Band | null): number {
  const first = saids[0]
  const unit = first && band(first)?.unit
  if (!first || !unit) return 0
  let n = 1
  while (n < saids.length) {
    const said = saids[n] as Said
    if (said.isElse) return n + 1
    const its = band(said)
    if (!its || its.unit !== unit || isAgain(said) || isNewSentence(first, said)) break
    if (!subjectsAgree(first.band?.subject ?? first.lead, said.band?.subject ?? '')) break
    n += 1
  }
  return n
}
