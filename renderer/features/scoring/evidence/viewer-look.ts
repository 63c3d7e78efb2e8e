/** How a picture is looked at: 1 is as large as fits; degrees clockwise; pixels from the middle. */
export interface Look {
  readonly zoom: number
  readonly turn: number
  readonly x: number
  readonly y: number
}

export const AS_IT_IS: Look = { zoom: 1, turn: 0, x: 0, y: 0 }

const STEP = 1.25
const NEAREST = 16
const FARTHEST = 0.5

export type LookAct = 'nearer' | 'farther' | 'whole' | 'turn' | 'turn-back'

export function looked(now: Look, act: LookAct): Look {
  switch (act) {
    case 'nearer':
      return { ...now, zoom: Math.min(NEAREST, now.zoom * STEP) }
    case 'farther':
      return { ...now, zoom: Math.max(FARTHEST, now.zoom / STEP) }
    case 'turn':
      return { ...now, turn: (now.turn + 90) % 360 }
    case 'turn-back':
      return { ...now, turn: (now.turn + 270) % 360 }
    case 'whole':
      return AS_IT_IS
  }
}

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** What a key does in the viewer; null where it is the window's own (Tab, Escape). */
export function keyAct(event: Key): LookAct | 'next' | 'previous' | 'detach' | 'take-mark' | 'undo' | null {
  if (event.ctrlKey || event.metaKey)
    return event.key.toLowerCase() === 'z' && !event.shiftKey ? 'undo' : null
  switch (event.key) {
    case 'ArrowRight':
      return 'next'
    case 'ArrowLeft':
      return 'previous'
    case 'Backspace':
      return 'take-mark'
    case 'Delete':
      return 'detach'
    case '+':
    case '=':
      return 'nearer'
    case '-':
    case '_':
      return 'farther'
    case '0':
      return 'whole'
    case 'r':
      return 'turn'
    case 'R':
      return 'turn-back'
    default:
      return null
  }
}
