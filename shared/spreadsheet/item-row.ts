import type { Item, Rubric } from '../domain/rubric/rubric'
import type { ItemScore } from '../domain/scoring/score'
import { type ItemMark, standOf, UNTOUCHED } from '../domain/sheet/mark'
import type { SheetResult } from '../domain/sheet/result'
import { rangeWords, STATUS_WORDS } from './filed-words'
import { markedClauses } from './mark-wording'
import { heightFor, partsFor, rowHeight } from './row-height'
import { fullCell, STYLES, scoreCell, textCell } from './sheet-styles'
import { WORKBOOK_TEXT } from './workbook-text'
import type { Cell, Row } from './xlsx-writer/workbook-model'

/** The mark of an item as the result has it; untouched where it is absent. */
export function markOf(result: SheetResult, item: string): ItemMark {
  return Object.hasOwn(result.marks, item) ? (result.marks[item] ?? UNTOUCHED) : UNTOUCHED
}

/** Column widths of the scoring sheet, in characters. */
export const SCORING_WIDTHS = [10, 15, 32, 40, 8, 11, 8, 14, 34] as const

/** One item as a row of the scoring sheet; remarks that no row can hold go on in rows below. */
export function itemRows(rubric: Rubric, item: Item, mark: ItemMark, score: ItemScore): readonly Row[] {
  const [remark = '', ...rest] = partsFor(remarks(rubric, item, mark, score), SCORING_WIDTHS[8])
  const first: Row = {
    height: rowHeight([
      [item.title, SCORING_WIDTHS[1]],
      [item.content, SCORING_WIDTHS[2]],
      [item.rule, SCORING_WIDTHS[3]],
      [remark, SCORING_WIDTHS[8]],
    ]),
    cells: [
      textCell(item.code, STYLES.code),
      textCell(item.title),
      textCell(item.content),
      textCell(item.rule),
      item.kind === 'normal' ? fullCell(item.points) : textCell(WORKBOOK_TEXT.outside, STYLES.middle),
      textCell(STATUS_WORDS[standOf(mark)], STYLES.middle),
      lostCell(item, score),
      gotCell(item, score),
      textCell(remark),
    ],
  }
  return [first, ...rest.map((part) => continuedRow(item, part))]
}

function continuedRow(item: Item, part: string): Row {
  const label = WORKBOOK_TEXT.continued(item.code)
  return {
    height: heightFor(part, SCORING_WIDTHS[8]),
    cells: [textCell(label, STYLES.code, 2), textCell('', STYLES.text, 6), textCell(part)],
  }
}

function lostCell(item: Item, score: ItemScore): Cell {
  if (score.status === 'unchecked' || item.kind === 'bonus' || item.kind === 'veto')
    return textCell('', STYLES.middle)
  if (item.kind === 'penalty') return scoreCell(-score.extraLow)
  return scoreCell(score.lost)
}

/** What it got; the range as a text while it is unchecked or waits for a rank, since no number would be true. */
function gotCell(item: Item, score: ItemScore): Cell {
  if (item.kind === 'bonus' && score.status !== 'unchecked') return scoreCell(score.extraHigh)
  if (item.kind !== 'normal') return textCell('', STYLES.middle)
  if (score.low !== score.high) return textCell(rangeWords(score.low, score.high), STYLES.middle)
  if (score.status === 'excluded' && score.due === 0) return textCell('', STYLES.middle)
  return scoreCell(score.high)
}

function remarks(rubric: Rubric, item: Item, mark: ItemMark, score: ItemScore): string {
  const clauses = markedClauses(rubric, item, mark, score).map(
    ({ number, found, effect, reason }) =>
      `${number}${found}，${effect}${reason === '' ? '' : `。${reason}`}`,
  )
  const excluded = score.status === 'excluded' ? [WORKBOOK_TEXT.excludedReason(mark.reason)] : []
  const note = mark.note === '' ? [] : [WORKBOOK_TEXT.note(mark.note)]
  return [...clauses, ...excluded, ...note].join('\n')
}
