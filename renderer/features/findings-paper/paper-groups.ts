import { isShown } from '../../../shared/domain/evidence/evidence'
import type { Finding } from '../../../shared/domain/findings/finding'
import { findingsOf } from '../../../shared/domain/findings/findings-of'
import { byPlace, byUnit } from '../../../shared/domain/findings/groups'
import type { FindingsOrder } from '../../../shared/domain/findings/paper'
import type { SheetView } from '../../db/sheet-session'

/** A place or a unit that can be chosen. */
export interface PaperGroup {
  readonly key: string
  readonly name: string
  readonly findings: readonly Finding[]
}

/** The places and the units of a sheet's findings; those that have none are left out. */
export function paperGroups({
  standard,
  state,
}: SheetView): Readonly<Record<FindingsOrder['by'], readonly PaperGroup[]>> {
  const findings = findingsOf(standard, state)
  const has = ({ findings: own }: PaperGroup) => own.length > 0
  return {
    place: byPlace(findings, { places: state.places, items: state.items.values() }).filter(has),
    unit: byUnit(findings)
      .map(({ unit, findings: own, supports }) => ({
        key: unit,
        name: unit,
        findings: [...own, ...supports],
      }))
      .filter(has),
  }
}

/** How many findings and photos an order comes to; each once. */
export function sizeOf(groups: readonly PaperGroup[], chosen: FindingsOrder['chosen']) {
  const asked = groups.filter(({ key }) => chosen === null || chosen.includes(key))
  const findings = new Map(asked.flatMap((group) => group.findings.map((one) => [one.key, one])))
  const evidence = [...findings.values()].flatMap((one) => one.evidence)
  const photos = new Set(evidence.filter(({ media }) => isShown(media)).map(({ sha256 }) => sha256))
  return { findings: findings.size, photos: photos.size }
}
