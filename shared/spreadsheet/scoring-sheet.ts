import { formatMilli } from '../domain/points'
import { type Category, type Group, type Item, isItem, itemsOf, type Rubric } from '../domain/rubric/rubric'
import type { CategoryScore, ItemScore } from '../domain/scoring/score'
import type { SheetResult } from '../domain/sheet/result'
import { dayWords, KIND_WORDS, ROLE_WORDS, rangeWords, timeWords, weightWords } from './filed-words'
import { itemRows, markOf, SCORING_WIDTHS } from './item-row'
import { heightFor } from './row-height'
import { scoringTotals } from './scoring-totals'
import { fullCell, STYLES, scoreCell, textCell } from './sheet-styles'
import { WORKBOOK_TEXT as T } from './workbook-text'
import type { Cell, Row, Sheet } from './xlsx-writer/workbook-model'

const ALL_COLUMNS = SCORING_WIDTHS.length
const ALL_WIDTH = SCORING_WIDTHS.reduce((sum, width) => sum + width, 0)

/** The main sheet: header block, every item by category and group, the totals, signature lines. */
export function scoringSheet(rubric: Rubric, result: SheetResult): Sheet {
  const scores = new Map(result.score.items.map((score) => [score.item, score]))
  const header = headerRows(rubric, result)
  return {
    name: T.scoringSheet,
    columnWidths: SCORING_WIDTHS,
    rows: [
      ...header,
      ...rubric.categories.flatMap((category, at) =>
        categoryRows(rubric, category, result.score.categories[at], scores, result),
      ),
      ...scoringTotals(rubric, result),
    ],
    frozenRows: header.length,
    repeatedRows: [header.length, header.length],
    footer: { left: T.footer(result.sheet.sheetId), right: result.sheet.subject.name },
  }
}

function headerRows(rubric: Rubric, { sheet, sealed, score }: SheetResult): readonly Row[] {
  const { round, subject, scorer, correction, carriedFrom } = sheet
  const isFinal = score.checked === score.count && score.low === score.high
  const standard = T.standard(rubric.title, rubric.version, rubric.notice)
  const changes = [
    correction === null ? null : T.correction(correction.no, correction.sheetId, correction.reason),
    carriedFrom === undefined ? null : T.carriedFrom(carriedFrom.sheetId, carriedFrom.rubricVersion),
  ].filter((change) => change !== null)
  const grade = score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow}～${score.gradeHigh}`
  const total = isFinal
    ? [{ ...scoreCell(score.high, STYLES.total), span: 2 }]
    : [scoreCell(score.low, STYLES.total), scoreCell(score.high, STYLES.total)]
  const facts = (left: string, middle: string): readonly Cell[] => [
    textCell(left, STYLES.fact, 3),
    textCell(middle, STYLES.fact),
  ]
  return [
    { cells: [textCell(T.title(subject.name), STYLES.title, ALL_COLUMNS)], height: 32 },
    {
      cells: [textCell(standard, STYLES.notice, ALL_COLUMNS)],
      height: heightFor(standard, ALL_WIDTH * 1.1, 12),
    },
    ...changes.map((change) => ({
      cells: [textCell(change, STYLES.warning, ALL_COLUMNS)],
      height: heightFor(change, ALL_WIDTH * 1.1, 12),
    })),
    {
      cells: [
        ...facts(T.subject(subject.name, subject.league), T.round(round.title)),
        textCell(T.kind(KIND_WORDS[round.kind]), STYLES.fact, 4),
        textCell(T.date(dayWords(round.date)), STYLES.fact),
      ],
      height: 18,
    },
    {
      cells: [
        ...facts(
          T.scorer(scorer.name, scorer.unit, ROLE_WORDS[scorer.role]),
          T.sealedAt(timeWords(sealed.at)),
        ),
        textCell(isFinal ? T.total : T.totalRange, STYLES.label, 2),
        ...total,
        textCell(T.grade(grade), STYLES.fact),
      ],
      height: 20,
    },
    { cells: T.heads.map((head) => textCell(head, STYLES.head)), height: 20 },
  ]
}

type Scores = ReadonlyMap<string, ItemScore>

function categoryRows(
  rubric: Rubric,
  category: Category,
  score: CategoryScore | undefined,
  scores: Scores,
  result: SheetResult,
): readonly Row[] {
  const weight = weightWords(category.weight)
  const head = T.category(category.code, category.title, weight, formatMilli(category.points))
  return [
    { cells: [textCell(head, STYLES.category, ALL_COLUMNS)], height: 20 },
    ...category.children.flatMap((child) => nodeRows(rubric, child, scores, result)),
    sumRow(T.subtotal(category.title), category, scores, STYLES.sumText, score),
  ]
}

function nodeRows(rubric: Rubric, node: Group | Item, scores: Scores, result: SheetResult): readonly Row[] {
  if (isItem(node)) {
    const score = scores.get(node.id)
    return score === undefined ? [] : itemRows(rubric, node, markOf(result, node.id), score)
  }
  return [
    sumRow(T.group(node.code, node.title), node, scores, STYLES.group),
    ...node.children.flatMap((child) => nodeRows(rubric, child, scores, result)),
  ]
}

/** Full (or due), lost and got of all items below a node, with what is open or excluded said beside. */
function sumRow(
  label: string,
  node: Category | Group,
  scores: Scores,
  style: (typeof STYLES)['group' | 'sumText'],
  category?: CategoryScore,
): Row {
  const items = itemsOf(node).flatMap((item) => scores.get(item.id) ?? [])
  const sum = (pick: (score: ItemScore) => number) => items.reduce((all, score) => all + pick(score), 0)
  const open = items.filter(({ status }) => status === 'unchecked').length
  const excluded = items.filter(({ status }) => status === 'excluded').length
  const low = sum((score) => score.low)
  const high = sum((score) => score.high)
  const figure = { ...style, horizontal: 'center' } as const
  const remarks = [
    open === 0 ? '' : T.openItems(open),
    excluded === 0 ? '' : T.groupExcluded(excluded),
    category?.isVetoed === true ? T.vetoed : '',
    category?.isLeftOut === true ? T.leftOut : '',
  ].filter((remark) => remark !== '')
  return {
    cells: [
      textCell(label, style, 4),
      fullCell(
        sum((score) => score.due),
        figure,
      ),
      textCell('', figure),
      scoreCell(
        sum((score) => score.lost),
        figure,
      ),
      low === high ? scoreCell(high, figure) : textCell(rangeWords(low, high), figure),
      textCell(remarks.join('；'), style),
    ],
    height: heightFor(remarks.join('；'), SCORING_WIDTHS[8]),
  }
}
