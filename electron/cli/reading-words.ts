import type { ColumnRole, ReadingDiagnostic } from '../../shared/spreadsheet/reading/reading'
import type { ReadForm } from '../../shared/spreadsheet/wording/read-clause'
import type { BookRefusal } from '../../shared/spreadsheet/workbook/book'
import type { Language } from './words'

/** Why nothing was read; beside what the opening of a workbook refuses. */
export type ReadRefusal = BookRefusal | 'not-there' | 'no-table' | 'no-standard'

interface ReadingWords {
  readonly title: string
  readonly noTitle: string
  readonly total: string
  readonly declared: string
  readonly sum: string
  readonly points: string
  readonly tables: string
  readonly headerRows: string
  readonly categories: string
  readonly items: string
  readonly clauses: string
  readonly forPerson: string
  readonly problems: string
  readonly notes: string
  readonly none: string
  readonly sheet: string
  readonly noSheet: (sheet: string) => string
  readonly badColumns: (text: string) => string
  readonly written: string
  readonly changed: string
  readonly damaged: string
  readonly errors: string
  readonly warnings: string
  readonly marks: string
  readonly differences: string
  readonly marked: Readonly<Record<'clear' | 'exact' | 'assumed' | 'excluded' | 'open' | 'blank', string>>
  readonly printed: string
  readonly recomputed: string
  readonly roles: Readonly<Record<ColumnRole, string>>
  readonly forms: Readonly<Record<ReadForm['form'], string>>
  readonly diagnostics: Readonly<Record<ReadingDiagnostic['kind'], string>>
  readonly refusals: Readonly<Record<ReadRefusal, string>>
}

const zh: ReadingWords = {
  title: '标题',
  noTitle: '（无标题）',
  total: '总分',
  declared: '表中写明',
  sum: '各项合计',
  points: '分',
  tables: '表格',
  headerRows: '表头行',
  categories: '大项',
  items: '小项',
  clauses: '条款',
  forPerson: '待人工核对的条款',
  problems: '表中的问题',
  notes: '说明',
  none: '无',
  sheet: '工作表',
  noSheet: (sheet) => `没有这个工作表：${sheet}`,
  badColumns: (text) => `--columns 应写成 number=A,points=D：${text}`,
  written: '已写出',
  changed: '导出后被改动，按一般表格读取',
  damaged: '标准数据已损坏，按一般表格读取',
  errors: '错误',
  warnings: '提示',
  marks: '评分记录',
  differences: '与原表合计不一致之处',
  marked: {
    clear: '满分',
    exact: '按原表得分录入',
    assumed: '按原表得分推定，须核对',
    excluded: '列为合理缺项',
    open: '未能录入，须人工评分',
    blank: '原表未填',
  },
  printed: '原表',
  recomputed: '重算',
  roles: {
    number: '序号',
    category: '大项',
    group: '分组',
    subgroup: '子组',
    title: '小项名称',
    content: '考核内容',
    rule: '评分标准',
    points: '分值',
    methods: '检查方法',
    units: '责任单位',
    papers: '佐证资料',
    remark: '备注',
    score: '得分',
    reason: '扣分原因',
  },
  forms: {
    'per-occurrence': '按次扣分',
    'all-or-nothing': '有则扣分',
    threshold: '达标线',
    linear: '按差距扣分',
    proportional: '按比例得分',
    tier: '分档',
    judgement: '酌情评判',
    additive: '分项累加',
    bonus: '加分',
    penalty: '追加扣分',
    veto: '一票否决',
    'by-subject': '按对象类别',
    'zone-limit': '按区域限额',
    escalation: '按发现方与次数加重',
    overflow: '超出本项扣分',
    rank: '按名次',
    'pass-rate': '抽查合格率',
    unparsed: '未能读出',
  },
  diagnostics: {
    'sum-mismatch': '合计与各项之和不符',
    'parts-mismatch': '各条分值之和与小项分值不符',
    'missing-points': '没有分值',
    'missing-rule': '没有评分标准',
    'duplicate-row': '与另一行重复',
    'duplicate-number': '编号重复',
    'number-gap': '编号不连续',
    'rule-exceeds-points': '条款的分值超过小项分值',
    'hidden-row': '有隐藏的行',
    'hidden-column': '有隐藏的列',
    'ignored-sheet': '未读的工作表',
    'repeated-header': '表头重复出现',
    'unparsed-rule': '未能读出的条款',
    'side-by-side-tables': '并排的表格',
    'oversized-range': '声明的范围远大于数据',
    encoding: '文字编码',
    'formula-without-value': '公式没有计算结果',
    'filled-in': '已有人填写',
  },
  refusals: {
    'workbook-encrypted': '文件设有密码，请先在表格软件中取消密码',
    'workbook-broken': '文件已损坏或不完整',
    'workbook-not-a-table': '不是表格文件',
    'workbook-too-large': '文件过大',
    'workbook-too-slow': '读取时间过长',
    'workbook-empty': '文件里没有内容',
    'not-there': '文件不存在或无法打开',
    'no-table': '没有找到评分标准的表格',
    'no-standard': '读出的内容超出评分标准的容量（层级、大项数或分值）',
  },
}

const en: ReadingWords = {
  title: 'Title',
  noTitle: '(no title)',
  total: 'Total',
  declared: 'as printed',
  sum: 'as the items add up',
  points: 'points',
  tables: 'Tables',
  headerRows: 'header rows',
  categories: 'Categories',
  items: 'items',
  clauses: 'Clauses',
  forPerson: 'Clauses for a person to look at',
  problems: 'Problems in the sheet',
  notes: 'Notes',
  none: 'none',
  sheet: 'sheet',
  noSheet: (sheet) => `there is no such sheet: ${sheet}`,
  badColumns: (text) => `--columns wants number=A,points=D: ${text}`,
  written: 'written',
  changed: 'changed since it was written, so it is read as any other table',
  damaged: 'the data is damaged, so it is read as any other table',
  errors: 'errors',
  warnings: 'warnings',
  marks: 'Marks',
  differences: 'Sums that differ from the workbook’s own',
  marked: {
    clear: 'full marks',
    exact: 'entered as scored there',
    assumed: 'entered so that the score is the same: please check',
    excluded: 'excluded as not applicable',
    open: 'not entered, to be scored by a person',
    blank: 'not filled in',
  },
  printed: 'printed',
  recomputed: 'recomputed',
  roles: {
    number: 'number',
    category: 'category',
    group: 'group',
    subgroup: 'subgroup',
    title: 'title',
    content: 'content',
    rule: 'rule',
    points: 'points',
    methods: 'methods',
    units: 'units',
    papers: 'papers',
    remark: 'remark',
    score: 'score',
    reason: 'reason',
  },
  forms: {
    'per-occurrence': 'per occurrence',
    'all-or-nothing': 'all or nothing',
    threshold: 'threshold',
    linear: 'linear',
    proportional: 'proportional',
    tier: 'tiers',
    judgement: 'judgement',
    additive: 'additive',
    bonus: 'bonus',
    penalty: 'penalty',
    veto: 'veto',
    'by-subject': 'by kind of subject',
    'zone-limit': 'limit by zone',
    escalation: 'by finder and repetition',
    overflow: 'beyond the item',
    rank: 'by rank',
    'pass-rate': 'rate over a sample',
    unparsed: 'not read',
  },
  diagnostics: {
    'sum-mismatch': 'a sum is not what its items come to',
    'parts-mismatch': 'the clauses’ points are not the item’s',
    'missing-points': 'no points',
    'missing-rule': 'no rule',
    'duplicate-row': 'the same as another row',
    'duplicate-number': 'a number occurs twice',
    'number-gap': 'a number is left out',
    'rule-exceeds-points': 'a clause takes more than the item has',
    'hidden-row': 'hidden rows',
    'hidden-column': 'a hidden column',
    'ignored-sheet': 'a sheet that was not read',
    'repeated-header': 'the header comes again',
    'unparsed-rule': 'words that were not read',
    'side-by-side-tables': 'tables side by side',
    'oversized-range': 'the declared range is far larger than the data',
    encoding: 'text encoding',
    'formula-without-value': 'a formula without a value',
    'filled-in': 'someone has filled it in',
  },
  refusals: {
    'workbook-encrypted': 'the file has a password: please take it off in a spreadsheet program',
    'workbook-broken': 'the file is damaged or incomplete',
    'workbook-not-a-table': 'this is no table',
    'workbook-too-large': 'the file is too large',
    'workbook-too-slow': 'reading took too long',
    'workbook-empty': 'there is nothing in the file',
    'not-there': 'the file is not there or cannot be opened',
    'no-table': 'no table of a standard was found',
    'no-standard': 'what was read is more than a standard can hold (levels, categories or points)',
  },
}

export const READING_WORDS: Readonly<Record<Language, ReadingWords>> = { zh, en }
