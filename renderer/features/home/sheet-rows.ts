import type { Round } from '../../../shared/domain/round/round'
import type { SheetHeader } from '../../../shared/domain/sheet/event'
import type { SheetSummary } from '../../../shared/ipc/contract'
import type { SheetCard } from '../../db/database'

export type SheetStage = 'in-progress' | 'sealed' | 'packaged' | 'damaged'

/** A sheet as home lists it; `card` is missing while the browser store does not have it. */
export interface SheetRow {
  readonly header: SheetHeader
  readonly stage: SheetStage
  readonly lastAt: string
  readonly card: SheetCard | null
  readonly hasCorrection: boolean
}

export interface RoundRows {
  readonly head: SheetHeader['round']
  /** Null where the round's own file is gone. */
  readonly round: Round | null
  readonly sheets: readonly SheetRow[]
}

/** Rounds, newest first, each with its sheets: by subject, a correction under what it corrects. */
export function roundRows(
  rounds: readonly Round[],
  sheets: readonly SheetSummary[],
  cards: readonly SheetCard[],
): readonly RoundRows[] {
  const cardById = new Map(cards.map((card) => [card.sheetId, card]))
  const corrected = new Set(sheets.flatMap(({ header }) => header.correction?.sheetId ?? []))
  const byRound = new Map<string, SheetRow[]>()
  for (const sheet of sheets) {
    const row = rowOf(sheet, cardById.get(sheet.header.sheetId), corrected)
    const rows = byRound.get(sheet.header.round.id)
    if (rows === undefined) byRound.set(sheet.header.round.id, [row])
    else rows.push(row)
  }
  const known = rounds.map((round) => ({ head: round, round, sheets: sorted(byRound.get(round.id) ?? []) }))
  const ids = new Set(rounds.map(({ id }) => id))
  const lost = [...byRound].flatMap(([id, rows]) => {
    const head = rows[0]?.header.round
    return ids.has(id) || head === undefined ? [] : [{ head, round: null, sheets: sorted(rows) }]
  })
  return [...known, ...lost].sort((a, b) => order(b.head.createdAt, a.head.createdAt))
}

function rowOf(sheet: SheetSummary, card: SheetCard | undefined, corrected: ReadonlySet<string>): SheetRow {
  // The card follows every change at once; the summary was read when the screen opened.
  const isSealed = card?.isSealed ?? sheet.isSealed
  const stage =
    sheet.damage?.kind === 'broken-chain'
      ? 'damaged'
      : sheet.hasPackage
        ? 'packaged'
        : isSealed
          ? 'sealed'
          : 'in-progress'
  return {
    header: sheet.header,
    stage,
    lastAt: card?.lastAt ?? sheet.lastAt,
    card: card ?? null,
    hasCorrection: corrected.has(sheet.header.sheetId),
  }
}

function sorted(rows: readonly SheetRow[]): readonly SheetRow[] {
  const correctionNo = (row: SheetRow) => row.header.correction?.no ?? 0
  return [...rows].sort(
    (a, b) =>
      order(a.header.subject.name, b.header.subject.name) ||
      order(a.header.scorer.name, b.header.scorer.name) ||
      correctionNo(a) - correctionNo(b),
  )
}

/** What a card's score is: a range still open, one frozen with items unchecked, or a score. */
export function scoreKind(card: SheetCard): 'open' | 'sealed' | 'final' {
  if (card.checked === card.count) return 'final'
  return card.isSealed ? 'sealed' : 'open'
}

/** The sheet to go on with: the one changed last among those not finished. */
export function sheetToContinue(rounds: readonly RoundRows[]): SheetRow | null {
  const open = rounds
    .flatMap(({ sheets }) => sheets)
    .filter((row) => row.card !== null && (row.stage === 'in-progress' || row.stage === 'sealed'))
  return open.reduce<SheetRow | null>(
    (best, row) => (best === null || row.lastAt > best.lastAt ? row : best),
    null,
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
