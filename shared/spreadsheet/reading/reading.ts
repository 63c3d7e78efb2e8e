import type { Points } from '../../domain/points'
import type { ItemKind } from '../../domain/rubric/rubric'
import type { ReadClause } from '../wording/read-clause'

/** What a column of a table holds. */
export const COLUMN_ROLES = [
  'number',
  'category',
  'group',
  'subgroup',
  'title',
  'content',
  'rule',
  'points',
  'methods',
  'units',
  'papers',
  'remark',
  'score',
  'reason',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/**
 * What a person should find in a workbook, and a reader does: the very shape that `scorebench rubric check --json`
 * prints. Points are whole thousandths of a 分; rows count from 1 and cells are named as on screen ('E5').
 */
export interface Reading {
  readonly format: 'rubric-reading/1'
  readonly file: string
  readonly title: string | null
  /** The total as printed (null: none) and as the items add up. */
  readonly total: { readonly declared: Points | null; readonly sum: Points }
  readonly tables: readonly ReadTable[]
  readonly ignoredSheets: readonly string[]
  readonly categories: readonly ReadCategory[]
  readonly groups: readonly ReadGroup[]
  readonly items: readonly ReadItem[]
  readonly otherRows: readonly OtherRow[]
  readonly notes: readonly string[]
  readonly diagnostics: readonly ReadingDiagnostic[]
  readonly counts: ReadingCounts
}

export interface ReadTable {
  readonly sheet: string
  /** From the header's first row to the last row that belongs to the table: 'A4:H69'. */
  readonly ref: string
  readonly headerRows: readonly number[]
  readonly pageHeaderRows?: readonly number[]
  /** Which column (a letter) holds what; `points` is null where the points stand in the titles. */
  readonly columns: Readonly<Partial<Record<ColumnRole, string | null>>>
}

export interface ReadCategory {
  readonly title: string
  /** The title without its number and its points. */
  readonly name: string
  readonly points: Points | null
  readonly sum: Points
  readonly items: number
  readonly sheet: string
  readonly row: number
  /** Where the points stand, when not in the title: the label of the row that carries them, and the cell. */
  readonly pointsFrom?: string
  readonly pointsCell?: string
  /** Present where its items are no normal ones: 加减分项. */
  readonly kind?: string
}

export interface ReadGroup {
  /** Printed titles from the category down to this group. */
  readonly path: readonly string[]
  readonly name: string
  readonly points: Points | null
  readonly sheet: string
  readonly row: number
  /** The number that its items' numbers begin with: '1-2' of 1-2-1. */
  readonly code?: string
}

export interface ReadItem {
  /** 1, 2, 3 … in printed order. */
  readonly seq: number
  readonly sheet: string
  readonly row: number
  readonly number: string | null
  readonly category: string
  readonly path: readonly string[]
  readonly title: string | null
  /** The title without number and points; present where there is a title. */
  readonly name?: string
  readonly content: string
  readonly points: Points | null
  /** As the points cell shows it; null where the points stand elsewhere. */
  readonly pointsText: string | null
  readonly kind: ItemKind
  readonly rule: string
  readonly clauses: readonly ReadClause[]
  readonly parts?: readonly { readonly no: string; readonly points: Points }[]
  readonly caps?: readonly { readonly points: Points; readonly clauses: readonly number[] }[]
  readonly methods: readonly string[]
  readonly units: readonly string[]
  /** Where each text stands: the first cell of a merge. */
  readonly cells: Readonly<Partial<Record<ColumnRole, string>>>
  /** What someone has already filled in, verbatim. */
  readonly filled?: { readonly score: string | null; readonly reason: string | null }
}

export interface OtherRow {
  readonly sheet: string
  readonly row: number
  readonly kind:
    | 'title'
    | 'header'
    | 'page-header'
    | 'category'
    | 'group'
    | 'subtotal'
    | 'total'
    | 'note'
    | 'hidden'
    | 'other'
}

export const READING_PROBLEMS = [
  'sum-mismatch',
  'parts-mismatch',
  'missing-points',
  'missing-rule',
  'duplicate-row',
  'duplicate-number',
  'number-gap',
  'rule-exceeds-points',
] as const
export const READING_NOTES = [
  'hidden-row',
  'hidden-column',
  'ignored-sheet',
  'repeated-header',
  'unparsed-rule',
  'side-by-side-tables',
  'oversized-range',
  'encoding',
  'formula-without-value',
  'filled-in',
] as const
export type ReadingProblem = (typeof READING_PROBLEMS)[number]
export type ReadingNote = (typeof READING_NOTES)[number]

/** 'problem': the standard itself is wrong. 'note': a fact about the file. */
export interface ReadingDiagnostic {
  readonly kind: ReadingProblem | ReadingNote
  readonly level: 'problem' | 'note'
  readonly sheet?: string
  readonly row?: number
  readonly rows?: readonly number[]
  readonly column?: string
  readonly cell?: string
  readonly number?: string
  readonly path?: readonly string[]
  readonly declared?: Points
  readonly sum?: Points
  readonly text?: string
}

export interface ReadingCounts {
  readonly categories: number
  readonly items: number
  readonly clauses: number
  readonly sum: Points
  readonly problems: number
  readonly forms: Readonly<Record<string, number>>
}

/** What a person decided about a sheet, beside what the reader proposes. Columns count from 0. */
export interface TableChoice {
  readonly sheet: string
  readonly isIgnored?: boolean
  /** First and last row of the header, from 1. */
  readonly headerRows?: readonly number[]
  readonly columns?: Readonly<Partial<Record<ColumnRole, number | null>>>
  /** Hidden rows or columns are read as if they were seen. Default: they are left out and noted. */
  readonly takesHidden?: boolean
}
