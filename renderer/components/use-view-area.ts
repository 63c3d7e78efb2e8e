import { type RefObject, useEffect, useState } from 'react'

/** What of a scrolling element is in view, in pixels. */
export interface ViewArea {
  readonly top: number
  readonly left: number
  readonly height: number
  readonly width: number
}

/** Kept current while it is scrolled or resized: whoever draws only what is in view asks here. */
export function useViewArea(view: RefObject<HTMLElement | null>): ViewArea {
  const [area, setArea] = useState<ViewArea>({ top: 0, left: 0, height: 800, width: 1000 })
  useEffect(() => {
    const element = view.current
    if (element === null) return
    const measure = () => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element
      setArea({ top: scrollTop, left: scrollLeft, height: clientHeight, width: clientWidth })
    }
    element.addEventListener('scroll', measure, { passive: true })
    // It also tells of the first size, once the page is laid out anyway.
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      sizes.disconnect()
    }
  }, [view])
  return area
}
