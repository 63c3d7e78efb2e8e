import { type PointerEvent, useRef } from 'react'
import { isSideways, type Point, swipeOf } from './swipe'

interface Finger {
  readonly id: number
  readonly from: Point
  isSwiping: boolean
}

/**
 * A finger that moves sideways over the element leads to the next item or the previous one, and the element follows
 * it on the way. Scrolling stays the browser's (`touch-action: pan-y`): when it takes the finger, nothing happens.
 */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const finger = useRef<Finger | null>(null)
  const leave = (element: HTMLElement) => {
    finger.current = null
    element.style.translate = ''
  }
  return {
    onPointerDown: ({
      pointerId,
      pointerType,
      isPrimary,
      target,
      clientX,
      clientY,
    }: PointerEvent<HTMLElement>) => {
      const isText = target instanceof Element && target.closest('input[type="text"], textarea') !== null
      if (pointerType === 'mouse' || !isPrimary || isText) return
      finger.current = { id: pointerId, from: { x: clientX, y: clientY }, isSwiping: false }
    },
    onPointerMove: ({ pointerId, currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
      const { current } = finger
      if (current === null || current.id !== pointerId) return
      if (!current.isSwiping && isSideways(current.from, { x: clientX, y: clientY })) {
        current.isSwiping = true
        currentTarget.setPointerCapture(pointerId)
      }
      if (current.isSwiping) currentTarget.style.translate = `${Math.round((clientX - current.from.x) / 2)}px`
    },
    onPointerUp: ({ pointerId, currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
      const { current } = finger
      if (current === null || current.id !== pointerId) return
      leave(currentTarget)
      const by = current.isSwiping ? swipeOf(current.from, { x: clientX, y: clientY }) : 0
      if (by !== 0) onSwipe(by)
    },
    onPointerCancel: ({ currentTarget }: PointerEvent<HTMLElement>) => leave(currentTarget),
  }
}
