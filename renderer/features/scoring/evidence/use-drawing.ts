import { type PointerEvent, useState } from 'react'
import {
  freehand,
  MOST_MARKS,
  type PhotoMark,
  type PhotoPoint,
  photoPoint,
} from '../../../../shared/domain/evidence/photo-mark'
import type { Look } from './viewer-look'

export const TOOLS = ['arrow', 'circle', 'rectangle', 'freehand', 'text'] as const
export type Tool = (typeof TOOLS)[number]

export const TOOL_KEYS: { readonly [T in Tool]: string } = {
  arrow: 'A',
  circle: 'C',
  rectangle: 'B',
  freehand: 'D',
  text: 'T',
}

/** The tool of a key press; null where it is none. */
export function toolOf(key: string): Tool | null {
  return TOOLS.find((tool) => TOOL_KEYS[tool] === key.toUpperCase()) ?? null
}

/** Where on the picture a pointer is, however the picture is turned, moved and enlarged. */
export function pointOn(
  frame: HTMLElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { zoom, turn }: Look,
): PhotoPoint {
  const box = frame.getBoundingClientRect()
  // Turning and enlarging keep the middle where it is.
  const [x, y] = [clientX - (box.left + box.right) / 2, clientY - (box.top + box.bottom) / 2]
  const angle = (-turn * Math.PI) / 180
  const across = (x * Math.cos(angle) - y * Math.sin(angle)) / zoom
  const down = (x * Math.sin(angle) + y * Math.cos(angle)) / zoom
  return photoPoint((across / frame.offsetWidth + 0.5) * 1000, (down / frame.offsetHeight + 0.5) * 1000)
}

/** Drawing over one picture. `onDone` has all its marks, with the new one last. */
export function useDrawing(
  marks: readonly PhotoMark[],
  look: Look,
  onDone: (marks: readonly PhotoMark[]) => void,
) {
  const [tool, setTool] = useState<Tool | null>(null)
  const [points, setPoints] = useState<readonly PhotoPoint[]>([])
  /** Where words are to stand, while they are typed. */
  const [wordsAt, setWordsAt] = useState<PhotoPoint | null>(null)

  const choose = (next: Tool | null) => {
    setTool(next)
    setPoints([])
    setWordsAt(null)
  }
  const add = (mark: PhotoMark) => {
    if (marks.length < MOST_MARKS) onDone([...marks, mark])
  }
  const handlers =
    tool === null
      ? {}
      : {
          onPointerDown: (event: PointerEvent<HTMLElement>) => {
            if (event.button !== 0) return
            event.preventDefault()
            const point = pointOn(event.currentTarget, event, look)
            if (tool === 'text') return setWordsAt(point)
            event.currentTarget.setPointerCapture(event.pointerId)
            setPoints([point])
          },
          onPointerMove: (event: PointerEvent<HTMLElement>) => {
            if (points.length === 0) return
            event.stopPropagation()
            const point = pointOn(event.currentTarget, event, look)
            setPoints((before) => (tool === 'freehand' ? [...before, point] : [...before.slice(0, 1), point]))
          },
          onPointerUp: () => {
            const mark = markOf(tool, points)
            setPoints([])
            if (mark !== null) add(mark)
          },
        }
  return {
    tool,
    choose,
    handlers,
    draft: tool === null ? null : markOf(tool, points),
    wordsAt,
    write: (text: string) => {
      if (wordsAt !== null && text.trim() !== '') add({ kind: 'text', at: wordsAt, text: text.trim() })
      setWordsAt(null)
    },
    isFull: marks.length >= MOST_MARKS,
  }
}

/** A press without a way is no mark. */
function markOf(tool: Tool, points: readonly PhotoPoint[]): PhotoMark | null {
  if (tool === 'text') return null
  if (tool === 'freehand') return freehand(points)
  const [from, to] = points
  if (from === undefined || to === undefined || (from[0] === to[0] && from[1] === to[1])) return null
  return { kind: tool, from, to }
}
