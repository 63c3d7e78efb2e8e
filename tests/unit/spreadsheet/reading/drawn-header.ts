import fc from 'fast-check'

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
  readonly categoryPoints: 'none' | 'title' | 'subtotal' | 'row' | 'column'
  /** A share in per cent beside the points. */
  readonly hasWeight: boolean
  /** A second row of the header below spans. */
  readonly hasSpans: boolean
  /** How often the header comes again, with what the page leaves. */
  readonly pages: 'none' | 'header' | 'title' | 'mark'
  readonly hasGaps: boolean
  /** Blanks and line breaks inside words. */
  readonly isLoose: boolean
  readonly isRowMerged: boolean
  readonly hasTotal: boolean
  readonly hasUnits: boolean
  readonly hasMethods: boolean
  /** Check methods in brackets at the end of what is asked for, instead of a column. */
  readonly isMethodSuffix: boolean
  /** One cell of units for all items of a group. */
  readonly areUnitsShared: boolean
  /** Items without points below the total, that add to it. */
  readonly hasBonus: boolean
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
  categoryPoints: fc.constantFrom('none', 'title', 'subtotal', 'row', 'column'),
  hasWeight: fc.boolean(),
  hasSpans: fc.boolean(),
  pages: fc.constantFrom('none', 'none', 'header', 'title', 'mark'),
  hasGaps: fc.boolean(),
  isLoose: fc.boolean(),
  isRowMerged: fc.boolean(),
  hasTotal: fc.boolean(),
  hasUnits: fc.boolean(),
  hasMethods: fc.boolean(),
  isMethodSuffix: fc.boolean(),
  areUnitsShared: fc.boolean(),
  hasBonus: fc.boolean(),
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
  content: ['考核内容', '工作要求', '考核要求', '具体要求', '检查内容', '考核内容及要求', '质量标准', '指标说明', '考核标准', '标准要求', '评价内容', '工作内容', '管理标准', '作业标准', '检查标准', '工作目标', '考核指标内容', '内容与要求', '达标要求', '基本要求', '考核目标'],
  rule: ['评分标准', '扣分标准', '计分办法', '评分细则', '评分办法', '扣分细则', '考核评分标准', '评分说明', '计分规则', '扣分办法', '考核办法', '计分方法', '扣分说明', '评分标准及办法', '考核评分细则', '评价标准', '评定标准', '得分标准', '奖惩标准', '评分方法', '考评办法', '加扣分标准', '评分依据'],
  points: ['分值', '标准分', '满分', '分数', '权重', '基准分', '分值（分）', '分 值', '赋分', '标准分值', '考核分值', '应得分', '基础分', '权重分', '参考分值', '项目分值', '指标分值', '分值权重', '配分', '分'],
  methods: ['检查方式', '考核方式', '数据来源', '检查方法', '考评方式', '评价方式', '检查手段', '核查方式', '数据采集方式', '考核形式', '检查途径', '信息来源'],
  units: ['责任单位', '责任部门', '牵头单位', '责任科室', '责任主体', '考核对象', '落实单位', '主管部门', '承办科室', '被考核单位', '牵头部门', '主管单位'],
  score: ['得分', '自评得分', '考核得分', '实得分', '扣分', '评分', '自评分', '得 分'],
  reason: ['扣分原因', '扣分说明', '存在问题', '检查情况', '扣分依据', '扣分情况', '自查情况', '考核记录'],
} as const

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T
}

/** A column: what it holds, its word, and the word above that one where the header has two rows. */
export interface DrawnColumn {
  readonly role: string
  readonly word: string
  readonly span: string
}

/** Points at the end of a text leave no room for methods. */
export function isSuffix({ hasMethods, isMethodSuffix, pointsIn }: Layout): boolean {
  return hasMethods && isMethodSuffix && pointsIn !== 'content'
}

export function drawnColumns(how: Layout): readonly DrawnColumn[] {
  const { words } = how
  const inColumns = how.headings === 'columns' ? how.depth : how.headings === 'mixed' ? how.depth - 1 : 0
  const two = pick(HEADER.two, words)
  const levels =
    inColumns === 2 ? two : inColumns === 1 ? [how.depth === 2 ? two[1] : pick(HEADER.one, words)] : []
  const columns: DrawnColumn[] = []
  const add = (role: string, word: string, span: string) => columns.push({ role, word, span })
  const addPoints = () => {
    if (how.pointsIn !== 'column') return
    const word = pick(HEADER.points, words)
    // Two columns of one word say nothing.
    add('points', how.hasWeight && word === '权重' ? '分值' : word, '考核标准')
    if (how.hasWeight) add('weight', '权重', '考核标准')
  }
  if (how.numbers !== 'none') add('number', pick(HEADER.number, words), '')
  for (const [i, word] of levels.entries()) {
    add(`level${i}`, word, '考核指标')
    if (i === 0 && how.headings === 'columns' && how.categoryPoints === 'column' && how.pointsIn === 'column')
      add('levelPoints', '分值', '考核指标')
  }
  // Points in the title need one.
  if (how.hasTitle || how.pointsIn === 'title') add('title', pick(HEADER.title, words), '考核标准')
  add('content', pick(HEADER.content, words), '考核标准')
  if (how.pointsBeforeRule) addPoints()
  add('rule', pick(HEADER.rule, words), '考核标准')
  if (!how.pointsBeforeRule) addPoints()
  if (how.hasMethods && !isSuffix(how)) add('methods', pick(HEADER.methods, words), '')
  if (how.hasUnits) add('units', pick(HEADER.units, words), '')
  if (how.hasForm) add('score', pick(HEADER.score, words), '')
  if (how.hasForm) add('reason', pick(HEADER.reason, words), '')
  if (how.hasRemark) add('remark', '备注', '')
  return columns
}
