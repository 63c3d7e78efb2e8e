import type { Finding } from '../../../shared/domain/findings/finding'
import { byPlace, byUnit } from '../../../shared/domain/findings/groups'
import type { FindingsOrder } from '../../../shared/domain/findings/paper'
import type { SheetState } from '../../../shared/domain/sheet/state'

/** A place or a unit that can be chosen; `count` of findings. */
export interface PaperGroup {
  readonly key: string
  readonly name: string
  readonly count: number
}

/** The places and the units of a sheet's findings; those that have none are left out. */
export function paperGroups(
  findings: readonly Finding[],
  { places, items }: SheetState,
): Readonly<Record<FindingsOrder['by'], readonly PaperGroup[]>> {
  const has = ({ count }: PaperGroup) => count > 0
  return {
    place: byPlace(findings, { places, items: items.values() })
      .map(({ key, name, findings: own }) => ({ key, name, count: own.length }))
      .filter(has),
    unit: byUnit(findings)
      .map(({ unit, findings: own, supports }) => ({
        key: unit,
        name: unit,
        count: own.length + supports.length,
      }))
      .filter(has),
  }
}
