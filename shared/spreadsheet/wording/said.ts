import type { Statement } from './statements'
import type { Band, Token } from './tokens'
import { isMeasuredUnit, isShareUnit, isTimeUnit } from './units'

/** How often the points fall due: 每5处; `mode` says whether what is counted falls short or goes over. */
export interface Step {
  readonly per: number
  readonly unit: string | null
  readonly verb: string
  readonly mode: 'count' | 'short' | 'over'
  readonly token: Token
  /** 每 was printed. */
  readonly isEach: boolean
}

export interface BandSaid {
  readonly band: Band
  readonly token: Token
  /** What is measured: the words before it. */
  readonly subject: string
  /** Nothing but particles between it and the effect or the step: it says when the effect applies. */
  readonly isNear: boolean
  readonly isExact: boolean
  /** Near, or before what it is said of: 10万平方米以上的公园. */
  readonly isClose: boolean
  /** The words between it and the effect or the step. */
  readonly after: string
}

/** A statement with its parts named. */
export interface Said {
  readonly is: string
  readonly statement: Statement
  readonly effect: Token | null
  readonly step: Step | null
  readonly band: BandSaid | null
  readonly lead: string
  /** 否则, 其余. */
  readonly isElse: boolean
  readonly isJudged: boolean
  /** 第3件起: the first two are free. */
  readonly free: number
  /** Words that change what something costs, or a price that no pattern took. */
  readonly caution: string | null
}

const NEAR =
  /^(?:每?发现|查实|查出|当[年月日季周天]度?|本[年月季]度?|合格|达标|的|时|者|,|、|情况|部分|完成|之间|范围|且|为[优良中差好合格]{1,3}|属[优良中差]|评?定?为.{1,3}|路口|比例|占比|一律|该|条件|期间|每[年月季周]|.?达标|不达标|未?达标的?|的道路|的路段|的?小区|的?单位|损坏的?|不合格|问题|人员|的人员|缺失的?|标准|以?上?)*$/
const SHORT = /[少低降欠短减]|小于|缺(?![损失株苗口陷])|差(?![错评])|不足|下滑/
const OVER = /超|高|逾|延|迟|晚|(?<!新)增|上升|滞后|多|拖|大于/
const GLUE =
  /^(?:其中|在|若|如|对|当|经|且|并|的|为|达|均|累计|合计|总数|总计|年|全年|年度|或|但|而|有|凡|出现|发现|查出|查到|剩余|仅|连续|一旦|存在|组织|开展|完成|检查|抽查|缺失?|超标|超过|占)+/

/** The words from token `from` up to token `to`, not included. */
export function textOf(tokens: readonly Token[], from = 0, to = tokens.length): string {
  let text = ''
  for (let i = from; i < to; i += 1) text += (tokens[i] as Token).text
  return text
}

/** The words of a statement after its last comma: what stands nearest its effect. */
function lastPart(lead: readonly Token[]): { readonly tokens: readonly Token[]; readonly isAlone: boolean } {
  let from = lead.length
  while (from > 0 && lead[from - 1]?.is !== 'comma' && lead[from - 1]?.is !== 'semi') from -= 1
  if (from === lead.length && from > 0) {
    // The effect stands alone: 每下降10个百分点，扣0.5分.
    const before = lastPart(lead.slice(0, -1))
    return { tokens: before.tokens, isAlone: true }
  }
  const part = lead.slice(from)
  // 发生一起…的，从考核总分中扣3分: where it is taken from says nothing of what is counted.
  if (
    from > 0 &&
    /^(?:并)?(?:从|在|于)[\u4e00-\u9fff]{0,6}(?:总分|得分|成绩|分)中?(?:直接)?$/.test(textOf(part))
  )
    return { tokens: lastPart(lead.slice(0, from - 1)).tokens, isAlone: true }
  return { tokens: part, isAlone: false }
}

function modeOf(verb: string): Step['mode'] {
  if (SHORT.test(verb)) return 'short'
  return OVER.test(verb) ? 'over' : 'count'
}

/** What is counted here, if something is: the last 每…, else a single one (一处, 1次) before the effect. */
function stepOf(lead: readonly Token[], effect: Token | null): Step | null {
  if (effect?.unit && effect.is !== 'prices') {
    return { per: 1, unit: effect.unit, verb: '', mode: 'count', token: effect, isEach: true }
  }
  const part = lastPart(lead).tokens
  const at = findLast(part, (token) => token.is === 'rate')
  const rate = part[at]
  const single = findLast(part.slice(at + 1), (token) => token.is === 'count' && token.n === 1) + at + 1
  if (rate && single > at && isCounted(part, single, true)) return countStep(part, single)
  if (rate) {
    const verb = rate.verb ?? ''
    return { per: rate.n ?? 1, unit: rate.unit ?? null, verb, mode: modeOf(verb), token: rate, isEach: true }
  }
  const alone = findLast(part, (token) => token.is === 'count' && (token.n === 1 || token.n === 0.5))
  if (alone >= 0 && isCounted(part, alone, false)) return countStep(part, alone)
  const last = part[part.length - 1]
  if (last?.is === 'num' && last.n === 1) {
    const verb = wordBefore(part, part.length - 1)
    return { per: 1, unit: null, verb, mode: modeOf(verb), token: last, isEach: false }
  }
  return measuredStep(part)
}

/** 低5个百分点扣1分, 缺损10平方米扣1分 without 每: the amount stands right before the effect, a verb before it. */
function measuredStep(part: readonly Token[]): Step | null {
  const at = part.length - 1
  const count = part[at]
  if (count?.is !== 'count' || !count.unit || count.n === undefined) return null
  const verb = wordBefore(part, at)
  const mode = modeOf(verb.slice(-3))
  if (mode === 'count') return null
  // 差5公里扣0.1分: an amount that falls short, right before its price.
  const isShort = /(?:差|少|短少|不足|缺)$/.test(verb) && !isTimeUnit(count.unit) && count.n > 1
  if (!isShareUnit(count.unit) && !isShort) return null
  return { per: count.n, unit: count.unit, verb, mode, token: count, isEach: false }
}

function countStep(part: readonly Token[], at: number): Step {
  const token = part[at] as Token
  const verb = wordBefore(part, at)
  return {
    per: token.n ?? 1,
    unit: token.unit ?? null,
    verb,
    mode: modeOf(verb.slice(-4)),
    token,
    isEach: false,
  }
}

function wordBefore(part: readonly Token[], at: number): string {
  const before = part[at - 1]
  return before && (before.is === 'word' || before.is === 'before' || before.is === 'quote')
    ? before.text
    : ''
}

/** Whether a single count is what the points are counted by, and no span of time or limit in the subject. */
function isCounted(part: readonly Token[], at: number, isAfterEach: boolean): boolean {
  const token = part[at] as Token
  const next = part[at + 1]
  const before = wordBefore(part, at)
  if (part[at - 1]?.is === 'ordinal' || part[at - 1]?.is === 'front') return false
  if (/仅|只有|(?:只|连续|同|每|无|没有|不满|唯|近)$/.test(before) || next?.is === 'onward') return false
  if (isTimeUnit(token.unit ?? '') || isMeasuredUnit(token.unit ?? '')) {
    // 缺1天记录扣0.1分.
    if (/[缺少]$/.test(before) && next?.is === 'word' && next.text.length <= 4 && part.length === at + 2)
      return true
    return !next || /^(?:的|者|以?及?扣|计)/.test(next.text) || next.is === 'comma' || isFaultOf(next)
  }
  return !isAfterEach || /^[一1]/.test(token.text)
}

const isFaultOf = (next: Token): boolean => next.is === 'word' && /^(?:超标|缺失)/.test(next.text)

export function findLast<T>(items: readonly T[], is: (item: T) => boolean): number {
  for (let i = items.length - 1; i >= 0; i -= 1) if (is(items[i] as T)) return i
  return -1
}

function bandOf(lead: readonly Token[], step: Step | null): BandSaid | null {
  const stop = step ? lead.indexOf(step.token) : -1
  const end = stop >= 0 ? stop : lead.length
  let at = end - 1
  while (at >= 0 && !isMeasure(lead[at] as Token)) at -= 1
  const token = lead[at]
  if (!token) return null
  const band = token.band ?? {
    unit: token.unit ?? '分',
    lo: token.n ?? 0,
    hi: token.n ?? 0,
    hasLo: true,
    hasHi: true,
  }
  const after = textOf(lead, at + 1, end)
  let comma = at - 1
  while (comma >= 0 && lead[comma]?.is !== 'comma') comma -= 1
  const isNear = after === '' || NEAR.test(after)
  return {
    band,
    token,
    subject: textOf(lead, comma + 1, at),
    isNear,
    isExact: token.band === undefined,
    after,
    isClose: after.startsWith('的') ? NEAR.test(after.replace(/^的[\u4e00-\u9fff]{1,4}/, '')) : isNear,
  }
}

const isMeasure = (token: Token): boolean => token.is === 'bound' || isExact(token)
const isExact = (token: Token): boolean =>
  (token.is === 'count' && token.unit !== undefined && token.n !== undefined) || token.is === 'score'

/** The measure that a band's subject names, without particles. */
export const bareSubject = (subject: string): string => subject.replace(GLUE, '').replace(/[的为在达]+$/, '')

const FREE_ONCE = /(?:^|[,:])(?:首次|第一次|初次|初犯|首起|首件|头一次)/

/** Names the parts of `statement`. */
export function saidOf(statement: Statement): Said {
  const { lead, effect } = statement
  const nth = lead.find(({ is }) => is === 'nth')
  const isPriced = effect?.is === 'cost' || effect?.is === 'win' || effect?.is === 'bonus'
  const counted = isPriced ? stepOf(lead, effect) : null
  // 每万户投诉20件以内得4分: what is won depends on the bound, not on how many there are.
  const isBanded =
    effect?.is === 'win' && bandOf(lead, null)?.isExact === false && bandOf(lead, null)?.isNear === true
  // 主干道每日保洁时长低于16小时: each day is how it is measured.
  const isMeasuredDaily =
    counted?.isEach === true &&
    isTimeUnit(counted.unit ?? '') &&
    lead.indexOf(counted.token) >= 0 &&
    lead.slice(lead.indexOf(counted.token)).some((token) => token.is === 'bound') &&
    bandOf(lead, null)?.isNear === true
  const step = isBanded || isMeasuredDaily ? null : counted
  const isJudged = lead.some((token) => token.is === 'judge')
  return {
    is: effect?.is ?? 'plain',
    statement,
    effect,
    step,
    band: bandOf(lead, step),
    lead: textOf(lead),
    isElse:
      lead.length > 0 &&
      lead.every((t) => t.is === 'else' || t.is === 'own' || /^(?:情况|情形|的|,|均|一律)+$/.test(t.text)) &&
      lead.some((t) => t.is === 'else'),
    isJudged,
    free: nth?.n !== undefined ? nth.n - 1 : 0,
    caution: cautionIn(statement),
  }
}

export const isFirstFree = (lead: string): boolean => FREE_ONCE.test(lead)

function cautionIn(statement: Statement): string | null {
  const found = statement.lead.find(isCaution) ?? statement.tail.find(isCaution)
  return found ? found.text : null
}

const isCaution = ({ is }: Token): boolean => is === 'caution' || is === 'deduct' || is === 'prices'
