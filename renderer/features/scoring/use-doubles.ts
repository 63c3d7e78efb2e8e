import { useCallback, useMemo, useRef, useState } from 'react'
import { sameWords } from '../../../shared/domain/findings/same-words'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { type Double, doublesOf } from '../../../shared/domain/sheet/doubles'
import type { ItemMark } from '../../../shared/domain/sheet/mark'
import type { SheetState } from '../../../shared/domain/sheet/state'
import type { SheetView } from '../../db/sheet-session'

const NONE: readonly Double[] = []

/** Problems counted twice. Looked for anew only when an item that says where changed: most keys cost a comparison. */
export function useDoubles(rubric: Rubric, { items }: Pick<SheetState, 'items'>): readonly Double[] {
  const last = useRef<{ marks: readonly (ItemMark | undefined)[]; doubles: readonly Double[] }>({
    marks: [],
    doubles: NONE,
  })
  return useMemo(() => {
    const marks = [...itemIndex(rubric).keys()].map((id) => placedMark(items.get(id)))
    const { current } = last
    const isSame =
      marks.length === current.marks.length && marks.every((mark, at) => mark === current.marks[at])
    if (isSame) return current.doubles
    const named = doublesOf(rubric, { items })
    const doubles = [...named, ...sameWords(rubric, { items }, named)]
    last.current = { marks, doubles: doubles.length === 0 ? NONE : doubles }
    return last.current.doubles
  }, [rubric, items])
}

/** A mark that can be one of two: it says where. */
function placedMark(mark: ItemMark | undefined): ItemMark | undefined {
  if (mark === undefined) return undefined
  for (const id in mark.marks) {
    const made = mark.marks[id]
    if (made !== undefined && (made.place !== undefined || 'at' in made.value)) return mark
  }
  return undefined
}

/** Those about which nobody has said yet that both count; `keep` says so until the sheet is left. */
export function useOpenDoubles({ rubric, state }: Pick<SheetView, 'rubric' | 'state'>) {
  const doubles = useDoubles(rubric, state)
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set())
  const keep = useCallback(
    (double: Double) => setKept((before) => new Set(before).add(doubleKey(double))),
    [],
  )
  const open = useMemo(() => {
    const rest = doubles.filter((double) => !kept.has(doubleKey(double)))
    return rest.length === 0 ? NONE : rest
  }, [doubles, kept])
  return { open, keep }
}

function doubleKey({ place, problem, marks }: Double): string {
  return JSON.stringify([problem, place, marks])
}
