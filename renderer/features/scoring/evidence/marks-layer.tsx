import { type PhotoMark, strokesOf } from '../../../../shared/domain/evidence/photo-mark'

interface Props {
  readonly marks: readonly PhotoMark[]
  /** Of the picture, upright, in its own pixels. */
  readonly width: number
  readonly height: number
}

/** What was drawn over a picture: red, with a white edge so that it is seen on red too. */
export function MarksLayer({ marks, width, height }: Props) {
  const side = Math.max(width, height)
  return (
    <svg
      className="evidence-marks"
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      data-testid="evidence-marks"
      data-count={marks.length}
      style={{ strokeWidth: side / 250, fontSize: side / 35, ['--edge' as string]: side / 125 }}
    >
      {marks.map((mark, at) => {
        const { lines, words } = strokesOf(mark, width, height)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no name but their place in the order
          <g key={at}>
            {['evidence-mark-edge', 'evidence-mark-line'].map((name) =>
              lines.map(({ points, isClosed }) => {
                const path = `M${points.map((point) => point.join(' ')).join('L')}${isClosed ? 'Z' : ''}`
                return <path key={`${name}${path}`} className={name} d={path} />
              }),
            )}
            {words.map(({ at: [x, y], text }) => (
              <text key={text} className="evidence-mark-words" x={x} y={y}>
                {text}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}
