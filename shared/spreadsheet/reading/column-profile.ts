import { tight } from './cell-text'
import type { HeaderBlock } from './find-header'
import { cellsWithin, type Grid, type GridCell } from './grid'
import { wholeMark } from './numbering'
import { sumWords } from './row-words'

/** What a column's own cells look like, as shares of the rows that hold items (0 to 1). */
export interface ColumnProfile {
  readonly column: number
  /** The words above it, from the top, each once. */
  readonly labels: readonly string[]
  readonly isHidden: boolean
  /** Rows with text of their own here. */
  readonly own: number
  /** Rows whose text differs from that of the row before. */
  readonly changes: number
  readonly averageLength: number
  /** Of the cells with text: */
  readonly numeric: number
  /** '20%', or below 1: a share of the whole rather than points. */
  readonly shares: number
  readonly marks: number
  readonly rules: number
  readonly units: number
  readonly methods: number
  readonly hasMerges: boolean
  /** Rows where a merge that begins left of it reaches over it. */
  readonly covered: number
  /** All its cells belong to such merges. */
  readonly isCovered: boolean
}

/** Enough rows to know a column by. */
const MOST_ROWS = 300
const RULE =
  /(?:扣|得|加|计|给|减|记)[^。；;(]{0,10}?[\d.]+\s*[-~～—至]?[\d.]*分|不得分|不扣分|得满分|一票否决|计分|扣完|记零分|按比例|酌情扣/
const NUMERIC = /^[([]?[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:分|%)?[)\]]?$/
const UNITS =
  '局|委|办|处|所|区|街道|中心|公司|单位|部门|政府|支队|大队|站|院|集团|镇|乡|社区|企业|园|科|股|队|协会|公园|学校|乡镇|村|居|物业'
const UNIT = new RegExp(`(?:${UNITS})(?:等)?(?:[(（].*[)）])?$`)
/** The characters that the name of a unit may end with. */
const UNIT_ENDS = new Set([...UNITS.split('|').map((word) => word.slice(-1)), '等', ')', '）'])
const METHOD =
  /(?:查看|查阅|抽查|检查|暗访|明察|走访|调查|评查|检测|测量|测温|调取|数据|回访|访谈|核查|听取|询问|问卷|监测|实地|现场|资料|台账|巡查|平台|踏查|体验|抽样|拨测|测评|评议|通报|核实|随机|日常|汇报|座谈|统计|视频|拍照|记录|考试)/

const LONGEST_METHOD = 16

export function isMethodLike(text: string): boolean {
  return text.length <= LONGEST_METHOD && METHOD.test(text) && !/\d\s*分/.test(text)
}

/** What a cell's text looks like by itself. */
interface Looks {
  readonly isNumeric: boolean
  readonly isMark: boolean
  readonly isRule: boolean
  readonly areUnits: boolean
  readonly areMethods: boolean
}

/** Longer texts are seldom printed twice. */
const LONGEST_KNOWN = 24

/** Looks at texts, at the short ones that most rows repeat only once. */
export function textLooks(): (text: string, plain: string) => Looks {
  const known = new Map<string, Looks>()
  return (text, plain) => {
    const before = text.length <= LONGEST_KNOWN ? known.get(text) : undefined
    if (before !== undefined) return before
    const looks = {
      isNumeric: NUMERIC.test(plain),
      isMark: wholeMark(text) !== null,
      isRule: RULE.test(plain),
      areUnits: areUnits(plain),
      areMethods: areMethods(plain),
    }
    if (text.length <= LONGEST_KNOWN) known.set(text, looks)
    return looks
  }
}

/** Whether a text is a list of units and nothing else. */
function areUnits(plain: string): boolean {
  if (plain.length > 60 || !UNIT_ENDS.has(plain.slice(-1))) return false
  return plain.split(/[、,;/]|\n/).every((part) => UNIT.test(part))
}

const NO_METHOD = new RegExp(`^[^、,;/+]{${LONGEST_METHOD + 1}}`)

/** Whether a text is a list of ways to check and nothing else. */
const areMethods = (plain: string): boolean =>
  !NO_METHOD.test(plain) && plain.split(/[、,;/+]/).every(isMethodLike)

/**
 * Rows of a body that look like items: several cells, merged ones counted, none across most of the table, and not far
 * fewer than most have: a section with its points is none.
 */
export function itemLikeRows(
  grid: Grid,
  rows: readonly number[],
  left: number,
  right: number,
): readonly number[] {
  const width = right - left + 1
  const used = new Set<number>()
  for (const row of rows.slice(0, MOST_ROWS)) for (const { column } of grid.cellsOf(row)) used.add(column)
  // Of few columns two may be all that is left where headings are blank below their first row.
  const least = used.size <= 4 ? 2 : 3
  const found: { row: number; held: number }[] = []
  for (const row of rows) {
    const cells = cellsWithin(grid, row, left, right)
    const first = cells[0]
    if (first === undefined || cells.length < 2 || sumWords(first.text) !== null) continue
    if (cells.some(({ span }) => (span.right - span.left + 1) * 2 > width + 1)) continue
    let columns = 0
    let single = 0
    let merged: Set<GridCell> | null = null
    let isNumeric = false
    for (let column = left; column <= right; column += 1) {
      const cell = grid.at(row, column)
      if (cell === null) continue
      columns += 1
      if (cell.row === row && cell.span.left === cell.span.right) single += 1
      else {
        merged ??= new Set()
        merged.add(cell)
      }
      // Only where two columns are all there is.
      isNumeric ||= columns <= 2 && NUMERIC.test(tight(cell.text))
    }
    const isBare = columns === 2 && isNumeric
    if (columns >= least && !isBare) found.push({ row, held: single + (merged?.size ?? 0) })
    if (found.length >= MOST_ROWS) break
  }
  const usual = found.map(({ held }) => held).sort((a, b) => a - b)[found.length >> 1] ?? 0
  return found.filter(({ held }) => held * 2 >= usual).map(({ row }) => row)
}

/** The words above a column, from the top; a gap right of a label belongs to that label where something is below it. */
export function labelsAbove(
  grid: Grid,
  { top, bottom }: HeaderBlock,
  column: number,
  left: number,
): readonly string[] {
  const labels: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    let text = grid.at(row, column)?.text ?? ''
    const hasBelow = row < bottom && grid.at(row + 1, column) !== null
    for (let before = column - 1; text === '' && hasBelow && before >= left; before -= 1) {
      text = grid.at(row, before)?.text ?? ''
    }
    if (text !== '' && labels.at(-1) !== text) labels.push(text)
  }
  return labels
}

function isBelowOne(value: number | null): boolean {
  return value !== null && value > 0 && value < 1
}

export function profileColumn(
  grid: Grid,
  header: HeaderBlock,
  rows: readonly number[],
  column: number,
  left: number,
  looksOf: ReturnType<typeof textLooks>,
): ColumnProfile {
  const counts = {
    own: 0,
    changes: 0,
    length: 0,
    numeric: 0,
    shares: 0,
    marks: 0,
    rules: 0,
    units: 0,
    methods: 0,
  }
  let before = ''
  let hasMerges = false
  let covered = 0
  for (const row of rows) {
    const held = grid.at(row, column)
    const text = held?.text ?? ''
    const isOwn = held !== null && held.row === row && held.column === column
    if (held !== null && held.span.bottom > held.span.top) hasMerges = true
    if (held !== null && held.column < column) covered += 1
    if (text !== '' && (text !== before || held?.row !== row) && isOwn && text !== before) counts.changes += 1
    if (text !== '') before = text
    if (!isOwn || held === null) continue
    const plain = tight(text)
    counts.own += 1
    counts.length += plain.length
    const looks = looksOf(text, plain)
    if (held.cell.number !== null || looks.isNumeric) counts.numeric += 1
    if (plain.endsWith('%') || isBelowOne(held.cell.number)) counts.shares += 1
    if (looks.isMark) counts.marks += 1
    if (looks.isRule) counts.rules += 1
    if (looks.areUnits) counts.units += 1
    if (looks.areMethods) counts.methods += 1
  }
  const cells = Math.max(1, counts.own)
  const all = Math.max(1, rows.length)
  return {
    column,
    labels: labelsAbove(grid, header, column, left),
    isHidden: grid.sheet.hiddenColumns.includes(column),
    own: counts.own / all,
    changes: counts.changes / all,
    averageLength: counts.length / cells,
    numeric: counts.numeric / cells,
    shares: counts.shares / cells,
    marks: counts.marks / cells,
    rules: counts.rules / cells,
    units: counts.units / cells,
    methods: counts.methods / cells,
    hasMerges,
    covered: covered / all,
    isCovered: covered > 0 && counts.own === 0,
  }
}
