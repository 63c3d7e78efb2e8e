import './progress-line.css'

export interface ProgressLineProps {
  readonly done: number
  readonly all: number
  readonly label: string
}

/** A thin bar of how far a count has come; the number itself stands beside it. */
export function ProgressLine({ done, all, label }: ProgressLineProps) {
  const percent = all === 0 ? 0 : Math.min(100, (done / all) * 100)
  return (
    <div
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
    >
      <span className="progress-line__done" style={{ width: `${percent}%` }} />
    </div>
  )
}
