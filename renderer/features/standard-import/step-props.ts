import type { Reading } from '../../../shared/spreadsheet/reading/reading'
import type { Cells } from './sheet/use-cells'
import type { Work } from './work'
import type { OpenBook } from './worker/protocol'

/** What every step looks at. */
export interface StepProps {
  readonly book: OpenBook
  readonly reading: Reading
  readonly cells: Cells
  /** Sheets that are not read, by name. */
  readonly ignored: ReadonlySet<string>
  readonly work: Work
  readonly onChange: (change: Partial<Work>) => void
}
