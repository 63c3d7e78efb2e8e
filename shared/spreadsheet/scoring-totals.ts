import { formatMilli } from '../domain/points'
import { allItems, type Rubric } from '../domain/rubric/rubric'
import type { CategoryScore } from '../domain/scoring/score'
import type { SheetResult } from '../domain/sheet/result'
import { rangeWords, scoreWords, shareWords, weightWords } from './filed-words'
import { SCORING_WIDTHS } from './item-row'
import { vetoWords } from './mark-wording'
import { heightFor, rowHeight } from './row-height'
import { fullCell, STYLES, scoreCell, textCell } from './sheet-styles'
import { weightedShare } from './weighted-share'
import { WORKBOOK_TEXT as T } from './workbook-text'
import type { Cell, Row } from './xlsx-writer/workbook-model'

const COLUMNS = 9
/** Characters that fit into the columns from the third to the last. */
const WIDE = 140

/** What stands below the items: categories with weights, the total, what stayed unchecked, proof, signatures. */
export function scoringTotals(rubric: Rubric, result: SheetResult): readonly Row[] {
  const { score } = result
  const isFinal = score.checked === score.count && score.low === score.high
  const grade = score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow}～${score.gradeHigh}`
  const { weightedLow: low, weightedHigh: high } = score
  return [
    { cells: [textCell(T.summary, STYLES.category, COLUMNS)], height: 20 },
    { cells: T.summaryHeads.map((head) => textCell(head, STYLES.head)), height: 20 },
    ...score.categories.map((category) => summaryRow(rubric, result, category)),
    totalRow(T.weighted, T.weightedHow, numberOrRange(low, high)),
    totalRow(T.bonus, T.bonusHow(formatMilli(rubric.bonusCap), isFinal), scoreCell(score.bonus, STYLES.sum)),
    totalRow(
      T.penalty,
      T.penaltyHow(formatMilli(rubric.penaltyCap), isFinal),
      scoreCell(score.penalty, STYLES.sum),
    ),
    wideRow(T.veto, vetoText(rubric, result)),
    totalRow(
      isFinal ? T.finalTotal : T.rangeTotal,
      isFinal ? T.totalHow : T.rangeHow,
      numberOrRange(score.low, score.high),
    ),
    totalRow(T.finalGrade, '', textCell(grade, STYLES.sum)),
    ...openRows(result),
    wideRow(
      T.proof,
      T.proofOf(
        result.sheet.sheetId,
        result.sheet.round.rubricDigest,
        result.journal.events,
        result.journal.head,
      ),
    ),
    { cells: [textCell('', STYLES.plain, COLUMNS)], height: 12 },
    {
      cells: [
        textCell(T.signatures[0], STYLES.signature, 2),
        textCell(T.signatures[1], STYLES.signature),
        textCell(T.signatures[2], STYLES.signature),
        textCell(T.signatures[3], STYLES.signature, 5),
      ],
      height: 42,
    },
  ]
}

function summaryRow(rubric: Rubric, { score }: SheetResult, category: CategoryScore): Row {
  const ids = new Set(itemIds(rubric, category.category))
  const items = score.items.filter(({ item }) => ids.has(item))
  const got = items.reduce((sum, item) => sum + item.high, 0)
  const lost = items.reduce((sum, item) => sum + item.lost, 0)
  const isOpen = category.checked < category.count
  const how = category.isLeftOut
    ? T.leftOut
    : category.isVetoed
      ? T.vetoed
      : isOpen
        ? ''
        : T.scaled(
            scoreWords(got),
            formatMilli(category.due),
            formatMilli(category.full),
            scoreWords(category.high),
          )
  const share = (side: 'low' | 'high') => weightedShare(rubric, score.categories, category, side)
  const state = [T.progress(category.count, category.checked), gradeText(category)].join('；')
  return {
    height: Math.max(
      20,
      rowHeight([
        [category.title, SCORING_WIDTHS[1]],
        [state, SCORING_WIDTHS[2]],
        [how, SCORING_WIDTHS[3]],
      ]),
    ),
    cells: [
      textCell(category.code, { ...STYLES.code, vertical: 'center' }),
      textCell(category.title, { ...STYLES.text, vertical: 'center' }),
      textCell(state, { ...STYLES.text, vertical: 'center' }),
      textCell(how, { ...STYLES.text, vertical: 'center' }),
      textCell(weightWords(category.weight), { ...STYLES.middle, vertical: 'center' }),
      fullCell(category.due, { ...STYLES.middle, vertical: 'center' }),
      scoreCell(lost, { ...STYLES.middle, vertical: 'center' }),
      numberOrRange(category.low, category.high),
      shareCell(share('low'), share('high')),
    ],
  }
}

function itemIds(rubric: Rubric, categoryId: string): readonly string[] {
  const category = rubric.categories.find(({ id }) => id === categoryId)
  return category === undefined ? [] : allItems({ ...rubric, categories: [category] }).map(({ id }) => id)
}

function gradeText({ gradeLow, gradeHigh, isLeftOut }: CategoryScore): string {
  if (isLeftOut) return '—'
  return gradeLow === gradeHigh ? gradeHigh : `${gradeLow}～${gradeHigh}`
}

function numberOrRange(low: number, high: number): Cell {
  return low === high ? scoreCell(high, STYLES.sum) : textCell(rangeWords(low, high), STYLES.sum)
}

function shareCell(low: number, high: number): Cell {
  return low === high
    ? { ...scoreCell(high), style: { ...STYLES.sum, format: '0.000' } }
    : textCell(shareWords(low, high), STYLES.sum)
}

function totalRow(label: string, how: string, figure: Cell): Row {
  return {
    cells: [textCell(label, STYLES.sumText, 3), textCell(how, STYLES.fact, 5), figure],
    height: 20,
  }
}

function wideRow(label: string, text: string): Row {
  return {
    cells: [textCell(label, STYLES.sumText, 2), textCell(text, STYLES.fact, COLUMNS - 2)],
    height: heightFor(text, WIDE),
  }
}

function vetoText(rubric: Rubric, { score }: SheetResult): string {
  const titles = new Map(allItems(rubric).map((item) => [item.id, `${item.code} ${item.title}`]))
  const lines = score.items
    .filter(({ item }) => score.vetoedBy.includes(item))
    .map(({ item, vetoes }) => `${titles.get(item) ?? item}：${vetoes.map(vetoWords).join('；')}`)
  return lines.length === 0 ? T.noVeto : lines.join('\n')
}

function openRows({ score, sealed }: SheetResult): readonly Row[] {
  const open = score.items.filter(({ status }) => status === 'unchecked')
  if (open.length === 0) return [wideRow(T.unchecked(0), T.allChecked)]
  return [
    wideRow(T.unchecked(open.length), open.map(({ code }) => code).join('、')),
    wideRow(T.uncheckedReason, sealed.reason === '' ? T.noReason : sealed.reason),
  ]
}
