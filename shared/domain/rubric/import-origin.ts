/** What was decided while a standard was brought in from a workbook. */
export const IMPORT_ACTS = [
  'clause-confirmed',
  'rule-changed',
  'left-for-person',
  'columns-chosen',
  'sheet-left-out',
  'hidden-taken',
  'problem-accepted',
] as const
export type ImportAct = (typeof IMPORT_ACTS)[number]

/** One decision as it is kept: `where` is a cell as printed ('考核标准!F5'), with '/2' for the second clause of it. */
export interface ImportDecision {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly what: ImportAct
  readonly where: string
  /** As it was proposed and as it became: a rule as canonical JSON, or words; empty where there is nothing. */
  readonly before: string
  readonly after: string
}

/** The workbook that a draft was read from, and every decision on the way. */
export interface ImportOrigin {
  readonly file: string
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string
  readonly decisions: readonly ImportDecision[]
}
