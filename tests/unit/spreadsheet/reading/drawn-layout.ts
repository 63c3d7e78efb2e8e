import { cellName } from '../../../../shared/spreadsheet/workbook/cell-names'
import type { DrawnSheet } from './drawn-book'
import { type DrawnColumn, drawnColumns, isSuffix, type Layout } from './drawn-header'
import {
  BONUS,
  type DrawnCategory,
  type DrawnGroup,
  type DrawnItem,
  itemsOf,
  worthOf,
} from './drawn-standard'

export interface Laid {
  readonly sheet: DrawnSheet
  /** '1 | 市容>街面 | 占道 | 无占道经营 | rule | 5 | units | methods' */
  readonly items: readonly string[]
  readonly categories: readonly (number | null)[]
  readonly total: number | null
}

const DIGITS = '零一二三四五六七八九'

/** Sets a standard out on a sheet, and says what is to be found there, below the titles `above`. */
export function layOut(standard: readonly DrawnCategory[], how: Layout, above: readonly string[] = []): Laid {
  const { left } = how
  const columns = drawnColumns(how)
  const hasTitle = columns.some(({ role }) => role === 'title')
  const at = (name: string) => left + columns.findIndex(({ role }) => role === name)
  const right = left + columns.length - 1
  const rows: (string | number | null)[][] = []
  const merges: string[] = []
  const put = (cells: Readonly<Record<string, string | number>>) => {
    const row: (string | number | null)[] = []
    for (const [name, value] of Object.entries(cells)) {
      const column = name === 'first' ? left : at(name)
      while (row.length <= column) row.push(null)
      row[column] = value
    }
    rows.push(row)
    return rows.length - 1
  }
  const across = (row: number, from: number, to: number) => {
    if (to > from) merges.push(`${cellName(row, from)}:${cellName(row, to)}`)
  }
  for (let i = 0; i < how.above; i += 1) rows.push([])
  const putTitle = () => across(put({ first: '某市城市管理工作考核标准' }), left, right)
  const putHeader = () => {
    if (how.hasSpans) putSpans(columns, rows, merges, left)
    put(
      Object.fromEntries(
        columns
          .filter(({ span }) => !how.hasSpans || span !== '')
          .map(({ role, word }) => [role, loose(word)]),
      ),
    )
  }
  // 分值 as 分 值 or over two lines.
  const loose = (word: string) =>
    !how.isLoose || word.length > 4 ? word : [...word].join(word.length === 2 ? '  ' : '\n')
  const turnPage = () => {
    if (how.pages === 'none') return
    if (how.pages === 'mark') put({ first: '第 1 页 共 3 页' })
    if (how.pages === 'title') putTitle()
    putHeader()
  }
  putTitle()
  putHeader()
  const found: string[] = []
  let seq = 0
  const printed = (worth: number): string | number => {
    if (how.pointsStyle === 'number') return worth
    if (how.pointsStyle === 'text') return String(worth)
    if (how.pointsStyle === 'unit') return `${worth}分`
    return String(worth).replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  }
  const down = (column: number, from: number, to: number) => {
    if (how.goesOn === 'merged' && to > from) merges.push(`${cellName(from, column)}:${cellName(to, column)}`)
  }
  const headingRow = (title: string, worth: number | null) => {
    const hasPoints = worth !== null && how.pointsIn === 'column'
    const row = put(hasPoints ? { first: title, points: printed(worth) } : { first: title })
    if (how.isRowMerged) across(row, left, hasPoints ? at('points') - 1 : right)
  }
  const total = worthOf(itemsOf(standard))
  const hasTotal = how.hasTotal && how.pointsIn === 'column'
  const putTotal = () => {
    if (hasTotal) put({ first: loose('合计'), points: printed(total) })
  }
  for (const [i, category] of [...standard, ...(how.hasBonus ? [BONUS] : [])].entries()) {
    if (category === BONUS) putTotal()
    const worth = worthOf(category.groups.flatMap(({ items }) => items))
    const isRow = how.headings !== 'columns'
    const bare = isRow ? `${DIGITS[i + 1]}、${category.name}` : category.name
    const title = how.categoryPoints === 'title' && worth > 0 ? `${bare}（${worth}分）` : bare
    if (how.hasGaps && i > 0) rows.push([])
    if (i === 1) turnPage()
    if (isRow) headingRow(title, how.categoryPoints === 'row' && worth > 0 ? worth : null)
    const from = rows.length
    let inCategory = 0
    for (const [j, group] of category.groups.entries()) {
      const groupTitle =
        how.depth === 1 ? null : how.headings === 'rows' ? `（${DIGITS[j + 1]}）${group.name}` : group.name
      if (how.headings === 'rows' && groupTitle !== null) headingRow(groupTitle, null)
      const groupFrom = rows.length
      for (const [k, item] of group.items.entries()) {
        seq += 1
        inCategory += 1
        const number =
          how.numbers === 'running'
            ? String(seq)
            : how.numbers === 'anew'
              ? String(inCategory)
              : how.depth === 2
                ? `${i + 1}.${j + 1}.${k + 1}`
                : `${i + 1}.${k + 1}`
        const worthText = item.points === 0 ? '' : `（${item.points}分）`
        const itemTitle = how.pointsIn === 'title' ? item.title + worthText : item.title
        const ending = isSuffix(how) ? `（${item.methods.join('、')}）` : ''
        const content = how.pointsIn === 'content' ? item.content + worthText : item.content + ending
        const units = how.areUnitsShared ? (group.items[0]?.units ?? []) : item.units
        const hasOwnUnits = !how.areUnitsShared || rows.length === groupFrom
        const levelCells: Record<string, string | number> = {}
        const shown = (isFirst: boolean) => isFirst || how.goesOn === 'repeated'
        if (how.headings === 'columns' && shown(rows.length === from)) {
          levelCells.level0 = title
          if (at('levelPoints') >= left && worth > 0) levelCells.levelPoints = worth
        }
        if (how.headings !== 'rows' && groupTitle !== null && shown(rows.length === groupFrom))
          levelCells[how.headings === 'columns' ? 'level1' : 'level0'] = groupTitle
        put({
          ...(how.numbers === 'none' ? {} : { number }),
          ...levelCells,
          ...(hasTitle ? { title: itemTitle } : {}),
          content,
          rule: item.rule,
          ...(how.pointsIn === 'column' && item.points > 0 ? { points: printed(item.points) } : {}),
          ...(at('weight') >= left && item.points > 0 ? { weight: `${item.points}%` } : {}),
          ...(how.hasMethods && !isSuffix(how) ? { methods: item.methods.join('、') } : {}),
          ...(how.hasUnits && hasOwnUnits ? { units: units.join('、') } : {}),
        })
        found.push(
          lineOf({
            number: how.numbers === 'none' ? null : number,
            path: [...above, title, ...(groupTitle === null ? [] : [groupTitle])],
            title: hasTitle ? itemTitle : null,
            content,
            rule: item.rule,
            points: item.points === 0 ? null : Math.round(item.points * 1000),
            units: how.hasUnits ? units : [],
            methods: how.hasMethods ? item.methods : [],
          }),
        )
      }
      if (how.hasUnits && how.areUnitsShared && rows.length - 1 > groupFrom)
        merges.push(`${cellName(groupFrom, at('units'))}:${cellName(rows.length - 1, at('units'))}`)
      if (groupTitle !== null && how.headings !== 'rows')
        down(at(how.headings === 'columns' ? 'level1' : 'level0'), groupFrom, rows.length - 1)
    }
    if (how.headings === 'columns') down(at('level0'), from, rows.length - 1)
    if (at('levelPoints') >= left) down(at('levelPoints'), from, rows.length - 1)
    if (how.categoryPoints === 'subtotal' && how.pointsIn === 'column' && worth > 0)
      put({ first: loose('小计'), points: printed(worth) })
  }
  if (!how.hasBonus) putTotal()
  if (how.hasNote) across(put({ first: '注：本标准由考核办公室负责解释。' }), left, right)
  const said =
    how.categoryPoints === 'title' ||
    at('levelPoints') >= left ||
    (how.categoryPoints === 'subtotal' && how.pointsIn === 'column') ||
    (how.categoryPoints === 'row' && how.pointsIn === 'column' && how.headings !== 'columns')
  return {
    sheet: { rows, merges },
    items: found,
    categories: [...standard, ...(how.hasBonus ? [BONUS] : [])].map(({ groups }) =>
      said && groups !== BONUS.groups
        ? Math.round(1000 * worthOf(groups.flatMap(({ items }) => items)))
        : null,
    ),
    total: hasTotal ? Math.round(total * 1000) : null,
  }
}

/** 考核指标 over the headings, 考核标准 over what is asked for; the other words reach down through both rows. */
function putSpans(
  columns: readonly DrawnColumn[],
  rows: (string | number | null)[][],
  merges: string[],
  left: number,
): void {
  const row: (string | number | null)[] = Array.from({ length: left }, () => null)
  for (const [i, { span, word }] of columns.entries()) {
    const isFirst = columns[i - 1]?.span !== span
    row.push(span === '' ? word : isFirst ? span : null)
    if (span === '') merges.push(`${cellName(rows.length, left + i)}:${cellName(rows.length + 1, left + i)}`)
    else if (isFirst) {
      const next = columns.findIndex((each, j) => j > i && each.span !== span)
      const last = next < 0 ? columns.length - 1 : next - 1
      if (last > i) merges.push(`${cellName(rows.length, left + i)}:${cellName(rows.length, left + last)}`)
    }
  }
  rows.push(row)
}

/** An item in one line, to be compared. */
export function lineOf(item: {
  readonly number: string | null
  readonly path: readonly string[]
  readonly title: string | null
  readonly content: string
  readonly rule: string
  readonly points: number | null
  readonly units: readonly string[]
  readonly methods: readonly string[]
}): string {
  const { number, path, title, content, rule, points, units, methods } = item
  return [number, path.join('>'), title, content, rule, points, units.join('+'), methods.join('+')].join(
    ' | ',
  )
}

/** Whether a group or category holds several items often enough that its column cannot be the items' own. */
export function isTold(standard: readonly DrawnCategory[], { depth }: Layout): boolean {
  const groups: readonly DrawnGroup[] = standard.flatMap((each) => each.groups)
  const runs = depth === 2 ? groups.length : standard.length
  const items: readonly DrawnItem[] = itemsOf(standard)
  return runs <= 0.7 * items.length
}
