import type { ReadItem, ReadingDiagnostic, TableChoice } from '../../../shared/spreadsheet/reading/reading'
import type { Verdict } from '../../../shared/spreadsheet/standard/decision'
import type { ReadClause } from '../../../shared/spreadsheet/wording/read-clause'

/** The steps after a workbook was read, in order. */
export const STEPS = ['columns', 'tree', 'notes', 'clauses', 'proof'] as const
export type Step = (typeof STEPS)[number]

/** What the standard is called; empty where the person has not said otherwise than what is proposed. */
export interface Head {
  readonly title: string
  readonly version: string
  readonly source: string
}

/** Everything decided about one workbook so far. */
export interface Work {
  readonly step: Step
  readonly choices: readonly TableChoice[]
  /** By sheet: when its columns were chosen last, and what had been proposed. */
  readonly chosen: Readonly<Record<string, { readonly at: string; readonly before: string }>>
  /** Accepted problems and notes, by `keyOfDiagnostic`. */
  readonly accepted: Readonly<Record<string, { readonly at: string; readonly remark: string }>>
  /** What a person said of a clause and when (ISO), by `keyOfClause`. */
  readonly clauses: Readonly<Record<string, Verdict & { readonly at: string }>>
  readonly head: Head | null
}

export const NO_WORK: Work = {
  step: 'columns',
  choices: [],
  chosen: {},
  accepted: {},
  clauses: {},
  head: null,
}

/** Work that was kept by an earlier version of the screen is taken only as far as it makes sense. */
export function workOf(kept: unknown): Work {
  if (typeof kept !== 'object' || kept === null) return NO_WORK
  const work = { ...NO_WORK, ...(kept as Partial<Work>) }
  return STEPS.includes(work.step) && Array.isArray(work.choices) ? work : NO_WORK
}

/** Names a diagnostic as long as it says the same of the same place. */
export function keyOfDiagnostic(diagnostic: ReadingDiagnostic): string {
  const { kind, sheet, row, rows, column, cell, number, path, declared, sum, text } = diagnostic
  return JSON.stringify([kind, sheet, row, rows, column, cell, number, path, declared, sum, text])
}

/** Names a clause as long as the same words stand in the same cell. */
export function keyOfClause(item: ReadItem, clause: ReadClause): string {
  return `${item.sheet}!${item.cells.rule ?? item.row}#${clause.span[0]}:${clause.text}`
}
