import { useCallback, useRef, useState } from 'react'
import { NOWHERE, type Spot } from './places'

/** Where keys go among a clause's places: as drawn, as it is at this moment (keys come faster), and how to move it. */
export function useSpot() {
  const [spot, show] = useState<Spot>(NOWHERE)
  const now = useRef<Spot>(NOWHERE)
  const setSpot = useCallback((next: Spot) => {
    now.current = next
    show(next)
  }, [])
  const spotNow = useCallback((item: string, clause: string): Spot => {
    const where = `${item}/${clause}`
    return now.current.where === where ? now.current : { ...NOWHERE, where }
  }, [])
  return [spot, spotNow, setSpot] as const
}
