import fc from 'fast-check'
import { cellName } from '../../../../shared/spreadsheet/reading/grid'
import type { DrawnSheet } from './drawn-book'
import { type DrawnCategory, type DrawnGroup, type DrawnItem, itemsOf, worthOf } from './drawn-standard'

/** How a standard is set out on a sheet. */
export interface Layout {
  readonly depth: 1 | 2
  /** Headings in columns, in rows of their own, or the category in a row and the group in a column. */
  readonly headings: 'columns' | 'rows' | 'mixed'
  /** How a column of headings says that it goes on. */
  readonly goesOn: 'merged' | 'repeated' | 'blank'
  readonly numbers: 'none' | 'running' | 'anew' | 'dotted'
  readonly hasTitle: boolean
  readonly pointsIn: 'column' | 'content' | 'title'
  readonly pointsStyle: 'number' | 'text' | 'unit' | 'wide'
  readonly pointsBeforeRule: boolean
  readonly categoryPoints: 'none' | 'title' | 'subtotal' | 'row'
  readonly isRowMerged: boolean
  readonly hasTotal: boolean
  readonly hasUnits: boolean
  readonly hasMethods: boolean
  readonly hasRemark: boolean
  readonly hasForm: boolean
  readonly hasNote: boolean
  readonly above: number
  readonly left: number
  readonly words: number
}

export const layout: fc.Arbitrary<Layout> = fc.record({
  depth: fc.constantFrom(1, 2),
  headings: fc.constantFrom('columns', 'rows', 'mixed'),
  goesOn: fc.constantFrom('merged', 'repeated', 'blank'),
  numbers: fc.constantFrom('none', 'running', 'anew', 'dotted'),
  hasTitle: fc.boolean(),
  pointsIn: fc.constantFrom('column', 'column', 'content', 'title'),
  pointsStyle: fc.constantFrom('number', 'text', 'unit', 'wide'),
  pointsBeforeRule: fc.boolean(),
  categoryPoints: fc.constantFrom('none', 'title', 'subtotal', 'row'),
  isRowMerged: fc.boolean(),
  hasTotal: fc.boolean(),
  hasUnits: fc.boolean(),
  hasMethods: fc.boolean(),
  hasRemark: fc.boolean(),
  hasForm: fc.boolean(),
  hasNote: fc.boolean(),
  above: fc.nat(2),
  left: fc.nat(2),
  words: fc.nat(10000),
})

// biome-ignore format: lists of words
const HEADER = {
  number: ['序号', '编号', '序 号', '项次', 'NO.'],
  one: ['类别', '考核类别', '一级指标', '考核项目', '项目', '板块', '指标'],
  two: [['一级指标', '二级指标'], ['类别', '项目'], ['考核类别', '考核项目'], ['大项', '小项'], ['项目类别', '考核指标'], ['考核项目', '考核子项']],
  title: ['考核要点', '三级指标', '指标名称', '检查项目', '检查要点'],
  content: ['考核内容', '工作要求', '考核要求', '具体要求', '检查内容', '考核内容及要求', '质量标准', '指标说明', '考核标准'],
  rule: ['评分标准', '扣分标准', '计分办法', '评分细则', '评分办法', '扣分细则', '考核评分标准', '评分说明', '计分规则'],
  points: ['分值', '标准分', '满分', '分数', '权重', '基准分', '分值（分）', '分 值', '赋分'],
  methods: ['检查方式', '考核方式', '数据来源', '检查方法'],
  units: ['责任单位', '责任部门', '牵头单位', '责任科室'],
} as const

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T
}

export interface Laid {
  readonly sheet: DrawnSheet
  /** '1 | 市容>街面 | 占道 | 无占道经营 | rule | 5 | units | methods' */
  readonly items: readonly string[]
  readonly categories: readonly (number | null)[]
  readonly total: number | null
}

const DIGITS = '零一二三四五六七八九'

/** Sets a standard out on a sheet, and says what is to be found there. */
export function layOut(standard: readonly DrawnCategory[], how: Layout): Laid {
  const { left, words } = how
  const inColumns = how.headings === 'columns' ? how.depth : how.headings === 'mixed' ? how.depth - 1 : 0
  const two = pick(HEADER.two, words)
  const levels =
    inColumns === 2 ? two : inColumns === 1 ? [how.depth === 2 ? two[1] : pick(HEADER.one, words)] : []
  // Points in the title need one.
  const hasTitle = how.hasTitle || how.pointsIn === 'title'
  const points = how.pointsIn === 'column' ? [['points', pick(HEADER.points, words)] as const] : []
  const rule = [['rule', pick(HEADER.rule, words)] as const]
  const columns: readonly (readonly [string, string])[] = [
    ...(how.numbers === 'none' ? [] : [['number', pick(HEADER.number, words)] as const]),
    ...levels.map((word, i) => [`level${i}`, word] as const),
    ...(hasTitle ? [['title', pick(HEADER.title, words)] as const] : []),
    ['content', pick(HEADER.content, words)],
    ...(how.pointsBeforeRule ? [...points, ...rule] : [...rule, ...points]),
    ...(how.hasMethods ? [['methods', pick(HEADER.methods, words)] as const] : []),
    ...(how.hasUnits ? [['units', pick(HEADER.units, words)] as const] : []),
    ...(how.hasForm ? [['score', '得分'] as const, ['reason', '扣分原因'] as const] : []),
    ...(how.hasRemark ? [['remark', '备注'] as const] : []),
  ]
  const at = (name: string) => left + columns.findIndex(([role]) => role === name)
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
  across(put({ first: '某市城市管理工作考核标准' }), left, right)
  put(Object.fromEntries(columns))
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
  for (const [i, category] of standard.entries()) {
    const worth = worthOf(category.groups.flatMap(({ items }) => items))
    const isRow = how.headings !== 'columns'
    const bare = isRow ? `${DIGITS[i + 1]}、${category.name}` : category.name
    const title = how.categoryPoints === 'title' ? `${bare}（${worth}分）` : bare
    if (isRow) headingRow(title, how.categoryPoints === 'row' ? worth : null)
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
        const worthText = `（${item.points}分）`
        const itemTitle = how.pointsIn === 'title' ? item.title + worthText : item.title
        const content = how.pointsIn === 'content' ? item.content + worthText : item.content
        const levelCells: Record<string, string> = {}
        const shown = (isFirst: boolean) => isFirst || how.goesOn === 'repeated'
        if (how.headings === 'columns' && shown(rows.length === from)) levelCells.level0 = title
        if (how.headings !== 'rows' && groupTitle !== null && shown(rows.length === groupFrom))
          levelCells[how.headings === 'columns' ? 'level1' : 'level0'] = groupTitle
        put({
          ...(how.numbers === 'none' ? {} : { number }),
          ...levelCells,
          ...(hasTitle ? { title: itemTitle } : {}),
          content,
          rule: item.rule,
          ...(how.pointsIn === 'column' ? { points: printed(item.points) } : {}),
          ...(how.hasMethods ? { methods: item.methods.join('、') } : {}),
          ...(how.hasUnits ? { units: item.units.join('、') } : {}),
        })
        found.push(
          lineOf({
            number: how.numbers === 'none' ? null : number,
            path: groupTitle === null ? [title] : [title, groupTitle],
            title: hasTitle ? itemTitle : null,
            content,
            rule: item.rule,
            points: Math.round(item.points * 1000),
            units: how.hasUnits ? item.units : [],
            methods: how.hasMethods ? item.methods : [],
          }),
        )
      }
      if (groupTitle !== null && how.headings !== 'rows')
        down(at(how.headings === 'columns' ? 'level1' : 'level0'), groupFrom, rows.length - 1)
    }
    if (how.headings === 'columns') down(at('level0'), from, rows.length - 1)
    if (how.categoryPoints === 'subtotal' && how.pointsIn === 'column')
      put({ first: '小计', points: printed(worth) })
  }
  const total = worthOf(itemsOf(standard))
  const hasTotal = how.hasTotal && how.pointsIn === 'column'
  if (hasTotal) put({ first: '合计', points: printed(total) })
  if (how.hasNote) across(put({ first: '注：本标准由考核办公室负责解释。' }), left, right)
  const said =
    how.categoryPoints === 'title' ||
    (how.categoryPoints === 'subtotal' && how.pointsIn === 'column') ||
    (how.categoryPoints === 'row' && how.pointsIn === 'column' && how.headings !== 'columns')
  return {
    sheet: { rows, merges },
    items: found,
    categories: standard.map(({ groups }) =>
      said ? Math.round(1000 * worthOf(groups.flatMap(({ items }) => items))) : null,
    ),
    total: hasTotal ? Math.round(total * 1000) : null,
  }
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
