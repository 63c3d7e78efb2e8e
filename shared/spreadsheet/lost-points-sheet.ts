import { allItems, type Item, type Rubric } from '../domain/rubric/rubric'
import type { ItemScore } from '../domain/scoring/score'
import type { SheetResult } from '../domain/sheet/result'
import { markOf } from './item-row'
import { markedClauses } from './mark-wording'
import { heightFor, partsFor, rowHeight } from './row-height'
import { STYLES, scoreCell, textCell } from './sheet-styles'
import { WORKBOOK_TEXT as T } from './workbook-text'
import type { Row, Sheet } from './xlsx-writer/workbook-model'

const WIDTHS = [6, 22, 22, 10, 16, 9, 52, 34] as const
const COLUMNS = WIDTHS.length
const ALL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0)

interface Lost {
  readonly item: Item
  readonly score: ItemScore
}

/** The second sheet: only what lost points, under who leads on it, in printed order. */
export function lostPointsSheet(rubric: Rubric, result: SheetResult): Sheet {
  const byUnit = lostByUnit(rubric, result)
  const all = [...byUnit.values()].flat()
  let number = 0
  const rows = [...byUnit].flatMap(([unit, entries]) => [
    sumRow(T.unitSubtotal(unit, entries.length), entries, STYLES.category),
    ...entries.flatMap((entry) => {
      number += 1
      return lostRows(rubric, number, unit, entry, result)
    }),
  ])
  return {
    name: T.lostSheet,
    columnWidths: WIDTHS,
    rows: [
      { cells: [textCell(T.lostTitle(result.sheet.subject.name), STYLES.title, COLUMNS)], height: 32 },
      { cells: [textCell(T.lostHint, STYLES.notice, COLUMNS)], height: heightFor(T.lostHint, ALL_WIDTH, 12) },
      { cells: T.lostHeads.map((head) => textCell(head, STYLES.head)), height: 20 },
      ...rows,
      all.length === 0
        ? { cells: [textCell(T.nothingLost, STYLES.fact, COLUMNS)] }
        : sumRow(T.lostTotal(all.length), all, STYLES.head),
    ],
    frozenRows: 3,
    repeatedRows: [3, 3],
    footer: { left: T.footer(result.sheet.sheetId), right: result.sheet.subject.name },
  }
}

/** Items with several leading units stand once, under all of them together, so that nothing is counted twice. */
function lostByUnit(rubric: Rubric, result: SheetResult): ReadonlyMap<string, readonly Lost[]> {
  const scores = new Map(result.score.items.map((score) => [score.item, score]))
  const byUnit = new Map<string, Lost[]>()
  for (const item of allItems(rubric)) {
    const score = scores.get(item.id)
    if (score === undefined || score.status === 'unchecked') continue
    if (score.lost === 0 && score.extraLow >= 0 && score.vetoes.length === 0) continue
    const unit = item.units.lead.length === 0 ? T.noUnit : item.units.lead.join('、')
    const entries = byUnit.get(unit) ?? []
    entries.push({ item, score })
    byUnit.set(unit, entries)
  }
  return byUnit
}

function lostRows(
  rubric: Rubric,
  number: number,
  unit: string,
  { item, score }: Lost,
  result: SheetResult,
): readonly Row[] {
  const mark = markOf(result, item.id)
  const clauses = markedClauses(rubric, item, mark, score)
  const facts = clauses.map(({ clause, found, effect }) => `“${clause.text}”：${found}，${effect}`)
  const excluded = score.status === 'excluded' ? [T.excludedReason(mark.reason)] : []
  const reasons = clauses.flatMap(({ number: mine, reason }) => (reason === '' ? [] : [`${mine}${reason}`]))
  const note = mark.note === '' ? [] : [T.note(mark.note)]
  const factText = facts.join('\n')
  const support = item.units.support.join('、')
  const [remark = '', ...rest] = partsFor([...reasons, ...excluded, ...note].join('\n'), WIDTHS[7])
  const first: Row = {
    height: rowHeight([
      [unit, WIDTHS[1]],
      [support, WIDTHS[2]],
      [item.title, WIDTHS[4]],
      [factText, WIDTHS[6]],
      [remark, WIDTHS[7]],
    ]),
    cells: [
      { value: { decimal: String(number) }, style: STYLES.middle },
      textCell(unit),
      textCell(support),
      textCell(item.code, STYLES.code),
      textCell(item.title),
      scoreCell(lostOf(score)),
      textCell(factText),
      textCell(remark),
    ],
  }
  const continued = rest.map((part) => ({
    height: heightFor(part, WIDTHS[7]),
    cells: [textCell(T.continued(item.code), STYLES.code, 5), textCell('', STYLES.text, 2), textCell(part)],
  }))
  return [first, ...continued]
}

/** Points lost in the item, or taken from the total by a penalty. */
function lostOf(score: ItemScore): number {
  return score.lost + Math.max(0, -score.extraLow)
}

function sumRow(label: string, entries: readonly Lost[], style: (typeof STYLES)['category' | 'head']): Row {
  return {
    cells: [
      textCell(label, { ...style, horizontal: 'left' }, 5),
      scoreCell(
        entries.reduce((sum, { score }) => sum + lostOf(score), 0),
        { ...style, horizontal: 'center' },
      ),
      textCell('', style, 2),
    ],
    height: 18,
  }
}
