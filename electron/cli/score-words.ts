import type { RefusalCode } from '../../shared/domain/sheet/command'
import type { ItemStatus } from '../../shared/domain/sheet/mark'
import type { FileProblem } from './read-document'
import type { Language } from './words'

interface ScoreWords {
  readonly form: string
  readonly expected: string
  readonly got: string
  readonly cannotRead: string
  readonly noVectors: string
  readonly vectorsDone: (passed: number, failed: number, unreadable: number) => string
  readonly problems: Readonly<Record<FileProblem['code'], string>>
  readonly at: (file: string, line: number | null) => string
  readonly unusable: string
  readonly error: string
  readonly warning: string
  readonly refusedAt: (line: number) => string
  readonly refusals: Readonly<Record<RefusalCode, string>>
  readonly conditions: string
  readonly total: string
  readonly checked: (checked: number, count: number) => string
  readonly bonus: string
  readonly penalty: string
  readonly items: string
  readonly statuses: Readonly<Record<ItemStatus, string>>
  readonly units: string
  readonly doubles: string
  readonly notScored: string
}

const zh: ScoreWords = {
  form: '规则形式',
  expected: '应为',
  got: '实为',
  cannotRead: '无法读取',
  noVectors: '没有找到算例',
  vectorsDone: (passed, failed, unreadable) =>
    `通过 ${passed}，不符 ${failed}${unreadable === 0 ? '' : `，无法读取 ${unreadable}`}`,
  problems: {
    'not-there': '文件不存在或无法打开',
    'too-large': '文件过大',
    'not-text': '不是 UTF-8 文本',
    'not-json': '不是 JSON',
    'wrong-shape': '内容不符合格式',
  },
  at: (file, line) => (line === null ? file : `${file} 第 ${line} 行`),
  unusable: '评分标准有错误，不能用来评分',
  error: '错误',
  warning: '提示',
  refusedAt: (line) => `第 ${line} 行未执行`,
  refusals: {
    sealed: '评分表已封存',
    'unknown-item': '没有这个小项（或不适用于该考核对象）',
    'unknown-clause': '小项没有这个扣分条款',
    'mark-unfit': '填写的内容不适合这个扣分条款',
    'reason-required': '须填写理由',
    'not-excludable': '该小项不允许合理缺项',
    'nothing-to-exclude': '这里没有可以列为合理缺项的小项',
    'nothing-to-clear': '这里没有未查的小项',
    'unknown-node': '标准中没有这一组',
    'item-excluded': '该小项已作合理缺项',
    'already-attached': '该佐证已在此小项上',
    'not-attached': '此小项上没有该佐证',
    'evidence-too-many': '一个小项的佐证过多',
    'evidence-too-large': '评分表的佐证总量过大',
    'nothing-to-undo': '没有可撤销的操作',
    'nothing-to-redo': '没有可重做的操作',
    'place-unnamed': '点位没有名称，或同名点位列了两次',
    'place-not-listed': '清单上没有这个点位',
    'places-too-many': '点位过多',
    'text-too-long': '文字过长',
    'link-unfit': '“同一问题”指向的记录不存在，或地点不同',
    'mark-is-linked': '另有记录指向这一条',
    'out-of-order': '次序不对',
  },
  conditions: '标准中有按考核对象类别区分的规定；未给 --subject，按不属于任何类别计算。',
  total: '总分',
  checked: (checked, count) => `已查 ${checked}/${count}`,
  bonus: '加分',
  penalty: '扣分（总分）',
  items: '失分与加减分小项',
  statuses: { unchecked: '未查', clear: '已查无问题', scored: '已评分', excluded: '合理缺项' },
  units: '失分责任单位',
  doubles: '可能重复扣分',
  notScored: '未评分',
}

const en: ScoreWords = {
  form: 'form',
  expected: 'expected',
  got: 'got',
  cannotRead: 'cannot be read',
  noVectors: 'no cases found',
  vectorsDone: (passed, failed, unreadable) =>
    `${passed} passed, ${failed} failed${unreadable === 0 ? '' : `, ${unreadable} cannot be read`}`,
  problems: {
    'not-there': 'the file is not there, or cannot be opened',
    'too-large': 'the file is too large',
    'not-text': 'not UTF-8 text',
    'not-json': 'not JSON',
    'wrong-shape': 'not of the right shape',
  },
  at: (file, line) => (line === null ? file : `${file}, line ${line}`),
  unusable: 'the standard has errors and cannot be used for scoring',
  error: 'error',
  warning: 'warning',
  refusedAt: (line) => `line ${line} was refused`,
  refusals: {
    sealed: 'the sheet is sealed',
    'unknown-item': 'there is no such item, or not for this subject',
    'unknown-clause': 'the item has no such clause',
    'mark-unfit': 'the mark does not fit the clause',
    'reason-required': 'a reason is required',
    'not-excludable': 'the item cannot be excluded',
    'nothing-to-exclude': 'nothing here can be excluded',
    'nothing-to-clear': 'nothing here is unchecked',
    'unknown-node': 'the standard has no such group',
    'item-excluded': 'the item is excluded',
    'already-attached': 'the evidence is on the item already',
    'not-attached': 'no such evidence on the item',
    'evidence-too-many': 'too many pieces of evidence on one item',
    'evidence-too-large': 'too much evidence on the sheet',
    'nothing-to-undo': 'there is nothing to undo',
    'nothing-to-redo': 'there is nothing to redo',
    'place-unnamed': 'a place has no name, or one name is listed twice',
    'place-not-listed': 'no such place on the list',
    'places-too-many': 'too many places',
    'text-too-long': 'the text is too long',
    'link-unfit': 'the mark that it is said to be the same as is not there, or at another place',
    'mark-is-linked': 'other marks are linked to this one',
    'out-of-order': 'out of order',
  },
  conditions: 'The standard differs by kind of subject; without --subject it is scored for one of no kind.',
  total: 'total',
  checked: (checked, count) => `${checked}/${count} checked`,
  bonus: 'bonus',
  penalty: 'penalty',
  items: 'items that lost or gained points',
  statuses: { unchecked: 'unchecked', clear: 'clear', scored: 'scored', excluded: 'excluded' },
  units: 'lost points by unit',
  doubles: 'perhaps counted twice',
  notScored: 'not scored',
}

export const SCORE_WORDS: Readonly<Record<Language, ScoreWords>> = { zh, en }
