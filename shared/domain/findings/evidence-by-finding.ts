import type { AttachedEvidence } from '../evidence/evidence'
import { placeName } from '../round/place'
import type { ItemMark } from '../sheet/mark'
import type { Finding } from './finding'

type Found = Pick<Finding, 'key' | 'clause' | 'place'>

/**
 * The evidence of an item by the finding that it shows, each piece once: the one of its clause and place. Where it does
 * not say which, it shows the only one that it can; where it can be of several, it is of none.
 */
export function evidenceByFinding(
  findings: readonly Found[],
  evidence: readonly AttachedEvidence[],
): ReadonlyMap<string, readonly AttachedEvidence[]> {
  const shown = new Map<string, AttachedEvidence[]>()
  for (const one of evidence) {
    const key = shownBy(findings, one)
    if (key === null) continue
    const known = shown.get(key)
    if (known === undefined) shown.set(key, [one])
    else known.push(one)
  }
  return shown
}

/** What is on an item's evidence and shows none of its findings. */
export function looseEvidence(
  findings: readonly Found[],
  { evidence = [] }: Pick<ItemMark, 'evidence'>,
): readonly AttachedEvidence[] {
  return evidence.filter((one) => shownBy(findings, one) === null)
}

function shownBy(findings: readonly Found[], { clause, place }: AttachedEvidence): string | null {
  const here = findings.filter(
    (one) =>
      (clause === undefined || one.clause === clause) &&
      (place === undefined || (one.place !== null && placeName(one.place) === placeName(place))),
  )
  const [only, ...others] = here
  return only === undefined || others.length > 0 ? null : only.key
}
