/** A point on a picture as it is shown upright: thousandths of its width and of its height, from the top left. */
export type PhotoPoint = readonly [x: number, y: number]

/** One sign that a person drew over a picture. It stands beside the original, which nobody changes. */
export type PhotoMark =
  | { readonly kind: 'arrow'; readonly from: PhotoPoint; readonly to: PhotoPoint }
  /** Within the box between two corners. */
  | { readonly kind: 'circle'; readonly from: PhotoPoint; readonly to: PhotoPoint }
  | { readonly kind: 'rectangle'; readonly from: PhotoPoint; readonly to: PhotoPoint }
  | { readonly kind: 'freehand'; readonly points: readonly PhotoPoint[] }
  | { readonly kind: 'text'; readonly at: PhotoPoint; readonly text: string }

/** Most signs on one picture. */
export const MOST_MARKS = 60
/** Most points of one line drawn by hand. */
export const MOST_POINTS = 200
/** Longest text on a picture, in UTF-16 units. */
export const LONGEST_MARK_TEXT = 60

/** Whole thousandths within the picture. */
export function photoPoint(x: number, y: number): PhotoPoint {
  const within = (n: number) => Math.min(1000, Math.max(0, Math.round(n)))
  return [within(x), within(y)]
}

/** A line of so many points as a mark holds: every nth, and the last. Null of what is no line. */
export function freehand(points: readonly PhotoPoint[]): PhotoMark | null {
  const last = points.at(-1)
  if (last === undefined || points.length < 2) return null
  const step = Math.ceil((points.length - 1) / (MOST_POINTS - 1))
  const kept = points.filter((_, at) => at % step === 0 && at < points.length - 1)
  return { kind: 'freehand', points: [...kept, last] }
}

/** What is drawn: lines of points (closed or not) and words, in units of a picture `width` by `height`. */
export interface Strokes {
  readonly lines: readonly { readonly points: readonly PhotoPoint[]; readonly isClosed: boolean }[]
  readonly words: readonly { readonly at: PhotoPoint; readonly text: string }[]
}

const CIRCLE_POINTS = 48

/** A mark as lines, the same on screen and in a copy. An arrow's head is a sixtieth of the longer side, twice over. */
export function strokesOf(mark: PhotoMark, width: number, height: number): Strokes {
  const at = ([x, y]: PhotoPoint): PhotoPoint => [(x * width) / 1000, (y * height) / 1000]
  const line = (points: readonly PhotoPoint[], isClosed: boolean): Strokes => ({
    lines: [{ points, isClosed }],
    words: [],
  })
  switch (mark.kind) {
    case 'text':
      return { lines: [], words: [{ at: at(mark.at), text: mark.text }] }
    case 'freehand':
      return line(mark.points.map(at), false)
    case 'rectangle': {
      const [[x1, y1], [x2, y2]] = [at(mark.from), at(mark.to)]
      return line(
        [
          [x1, y1],
          [x2, y1],
          [x2, y2],
          [x1, y2],
        ],
        true,
      )
    }
    case 'circle': {
      const [[x1, y1], [x2, y2]] = [at(mark.from), at(mark.to)]
      const points = Array.from({ length: CIRCLE_POINTS }, (_, no): PhotoPoint => {
        const angle = (no * 2 * Math.PI) / CIRCLE_POINTS
        return [
          (x1 + x2) / 2 + (Math.abs(x2 - x1) / 2) * Math.cos(angle),
          (y1 + y2) / 2 + (Math.abs(y2 - y1) / 2) * Math.sin(angle),
        ]
      })
      return line(points, true)
    }
    case 'arrow': {
      const [from, to] = [at(mark.from), at(mark.to)]
      const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
      const head = Math.max(width, height) / 30
      const barb = (turn: number): PhotoPoint => [
        to[0] - head * Math.cos(angle + turn),
        to[1] - head * Math.sin(angle + turn),
      ]
      return {
        lines: [
          { points: [from, to], isClosed: false },
          { points: [barb(0.45), to, barb(-0.45)], isClosed: false },
        ],
        words: [],
      }
    }
  }
}
