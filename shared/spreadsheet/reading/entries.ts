import type { Points } from '../../domain/points'
import type { GridCell } from './grid'
import type { Mark } from './numbering'
import type { ColumnRole, OtherRow } from './reading'

/** A title above items: a row of its own, or a text in a column of headings. Rows and columns from 0. */
export interface Heading {
  /** As printed, verbatim. */
  readonly title: string
  readonly row: number
  readonly column: number
  readonly points: Points | null
  /** Where the points stand when not in the title. */
  readonly pointsAt: GridCell | null
  /** The number in the number column of its row. */
  readonly code: string | null
  readonly mark: Mark | null
}

/** An item as its row holds it, before its rule is read. */
export interface RawItem {
  readonly row: number
  readonly path: readonly Heading[]
  readonly number: string | null
  readonly title: string | null
  readonly content: string
  readonly rule: string
  readonly points: Points | null
  readonly pointsText: string | null
  /** The points cell, where it reaches over several rows. */
  readonly sharedPoints: GridCell | null
  /** Rows below that go on with it. */
  readonly more: readonly number[]
  readonly methods: readonly string[]
  readonly units: readonly string[]
  readonly cells: Readonly<Partial<Record<ColumnRole, string>>>
  readonly filled: { readonly score: string | null; readonly reason: string | null } | null
}

/** A row that sums up: 小计, 合计. */
export interface SumRow {
  readonly row: number
  readonly label: string
  readonly labelColumn: number
  readonly points: Points | null
  readonly at: GridCell | null
}

export type Entry =
  | { readonly kind: 'heading'; readonly row: number; readonly path: readonly Heading[] }
  | { readonly kind: 'item'; readonly item: RawItem }
  | { readonly kind: 'sum'; readonly sum: SumRow; readonly path: readonly Heading[] }

export interface RowKind {
  readonly row: number
  readonly kind: OtherRow['kind']
  readonly text?: string
}
