import { accountOf } from './account'
import { type ClausePattern, SAID_KINDS } from './clause-pattern'
import { isInContext, patternsAt } from './clause-table'
import { doubtShares } from './doubt-shares'
import { type Around, type Draft, pts } from './draft'
import { folded } from './folding'
import { aggregateIn, isNotApplying } from './in-parts'
import { type PlainText, plainText } from './plain-text'
import type { Evidence, ReadClause, ReadForm, ReadRule, RuleSetting } from './read-clause'
import { bareSubject, type Said, saidOf } from './said'
import { withDraft } from './said-twice'
import { type Section, sectionsOf } from './sections'
import { NOWHERE } from './shape'
import { statementsOf } from './statements'
import { boundBy, type Cap, extended, isDeducting, withCap } from './suffixes'
import { sureOfSums } from './sums-up'
import { tokensOf } from './tokens'
import { isMeasuredUnit, isSameScale, isTimeUnit } from './units'

/** A statement with more words than this says more than one thing: it is shown, not read. */
const MOST_TOKENS = 160
/** So many statements at most make one clause. */
const MOST_TOGETHER = 24
/** A cell with more than this is no rule. */
const MOST_CHARACTERS = 8000

interface Part {
  readonly section: Section
  readonly drafts: readonly Draft[]
  readonly zeroed: ReadonlySet<number>
  readonly caps: readonly Cap[]
  /** A cap or 扣完为止 said of all parts before. */
  readonly ofAll: readonly Said[]
}

/**
 * What a scoring rule says, clause by clause. `setting.content` gives the standards that the rule does not repeat.
 * What no pattern accounts for comes back `unparsed` or `forPerson`; nothing is guessed unmarked.
 */
export function compileRule(rule: string, setting: RuleSetting): ReadRule {
  const plain = plainText(rule)
  if (plain.text === '') return { clauses: [] }
  if (plain.text.length > MOST_CHARACTERS) return { clauses: [whole(rule)] }
  const sections = sectionsOf(plain.text)
  const parts: Part[] = []
  sections.forEach((section, i) => {
    parts.push(readSection(plain, section, setting, i > 0 && i === sections.length - 1))
  })
  return sureOfSums(doubtShares(assembled(rule, plain, parts), setting), setting)
}

const UNPARSED: ReadForm = { form: 'unparsed' }

function whole(rule: string): ReadClause {
  const text = rule.trim()
  const from = rule.indexOf(text)
  return {
    no: null,
    text,
    span: [from, from + text.length],
    ...UNPARSED,
    form: 'unparsed',
    untilZero: false,
    confidence: 0,
    forPerson: true,
    evidence: [],
    pattern: null,
  }
}

function readSection(plain: PlainText, section: Section, setting: RuleSetting, isLast: boolean): Part {
  const text = plain.text.slice(0, section.to)
  const words = tokensOf(text.slice(section.readFrom), section.readFrom)
  const skipped = section.pointsAt
  const tokens = folded(
    skipped === undefined ? words : words.filter((token) => token.from < skipped[0] || token.to > skipped[1]),
  )
  const saids = inherited(countedBySeveral(statementsOf(tokens).map(saidOf)), setting.kind === 'bonus')
  const kinds = saids.map(SAID_KINDS.of)
  const around: Around = {
    setting,
    points: section.points !== null ? pts(section.points) : setting.points,
    isAlone: saids.filter((said) => said.is !== 'bonus').length === 1,
    isPart: section.no !== null,
    text: plain.text,
    read: (words) =>
      compileRule(words, {
        ...setting,
        points: section.points === null ? setting.points : pts(section.points),
      }),
  }
  const state: Reader = { drafts: [], zeroed: new Set(), caps: [], ofAll: [], waiting: null }
  let at = 0
  while (at < saids.length) {
    const said = saids[at] as Said
    const isOfAll = isLast && section.no !== null && said.statement.join === 'stop'
    if (isOfAll && (said.is === 'until' || said.is === 'cap') && isBindingLead(said)) {
      state.ofAll.push(said)
      at += 1
      continue
    }
    const further = OPENS_FURTHER[kinds[at] as number] ? draftAt(saids, kinds, at, around, isInContext) : null
    if (further) {
      state.drafts.push(waitedFor(state, further.draft))
      at += further.takes
      continue
    }
    if (isGround(said, state, around.points)) {
      state.waiting = said
      at += 1
      continue
    }
    if (takeSuffix(state, said, isEnd(saids, at), around.points)) {
      at += 1
      continue
    }
    if (isOfFormula(state, said)) {
      takeRest(state, said, undefined)
      at += 1
      continue
    }
    const draft = draftAt(saids, kinds, at, around)
    if (draft) {
      withDraft(state.drafts, waitedFor(state, draft.draft))
      at += draft.takes
    } else {
      takeRest(state, said, saids[at + 1])
      at += 1
    }
  }
  if (state.waiting) state.drafts.push(unread([state.waiting]))
  const [first, ...others] = state.drafts
  // A head with its own points belongs to the first clause's text.
  const drafts =
    first && section.readFrom > section.from ? [{ ...first, from: section.from }, ...others] : state.drafts
  return { section, drafts, zeroed: state.zeroed, caps: state.caps, ofAll: state.ofAll }
}

/** Nothing is priced behind it: 最高扣3分，扣完为止，并责令整改. */
const isEnd = (saids: readonly Said[], at: number): boolean =>
  saids.slice(at + 1).every((said) => said.is === 'until' || said.is === 'plain' || said.is === 'round')

/** 基础信用分10分，…: what the item has anyway, before what is taken from it. */
const isGround = (said: Said, state: Reader, points: number | null): boolean =>
  state.drafts.length === 0 &&
  (said.is === 'win' || said.is === 'plain') &&
  /^[\u4e00-\u9fff]{0,6}(?:分|分值|总分)(?:[0-9.]+分)?$/.test(said.lead) &&
  (said.effect?.low === points || said.lead.endsWith(`${(points ?? 0) / 1000}分`))

/** What begins a clause that looks further than the one before it. */
const OPENS_FURTHER = SAID_KINDS.membersOf('of-subject|ordered|sampled|zoned|spent')

/** 枯枝未锯除者，3株扣0.1分: as 每3株, where no other case counts the same thing. */
function countedBySeveral(saids: readonly Said[]): readonly Said[] {
  return saids.map((said, i) => {
    const token = said.statement.lead[said.statement.lead.length - 1]
    if (said.is !== 'cost' || said.step || token?.is !== 'count' || !token.unit || !token.n) return said
    if (token.n < 2 || isTimeUnit(token.unit) || isMeasuredUnit(token.unit)) return said
    const before = said.lead.slice(0, -token.text.length)
    if (/(?:连续|累计|达|满|超|第|前|另|共|合计|已|仅|只|有|发生|出现|同时)$/.test(before)) return said
    const isOther = (other: Said | undefined): boolean =>
      other !== undefined &&
      !(other.is === 'free' && other.band?.band.hi === token.n) &&
      [...other.statement.lead].some((one) => one.unit === token.unit && one.is !== 'rate')
    if (isOther(saids[i - 1]) || isOther(saids[i + 1])) return said
    return {
      ...said,
      band: null,
      step: { per: token.n, unit: token.unit, verb: '', mode: 'count', token, isEach: true },
    }
  })
}

/** 每家未装的扣0.5分、装而不用的扣0.3分: what is counted is said once for the whole list. */
function inherited(saids: readonly Said[], isBonusRow: boolean): readonly Said[] {
  let step: Said['step'] = null
  let before: Said | null = null
  return saids.map((said) => {
    // 国家级表彰加3分，省级2分: the second is added too.
    const isBare =
      said.is === 'win' && (isBonusRow || (said.effect?.verb === 'bare' && before?.is === 'bonus'))
    before = isBare ? { ...said, is: 'bonus' } : said
    if (isBare) return before
    if (said.is !== 'cost') {
      step = null
      return said
    }
    if (said.step) {
      step = said.step.isEach && !said.lead.endsWith(said.step.token.text) ? said.step : null
      return said
    }
    return step && said.statement.join === 'dun' && !said.band?.isNear ? { ...said, step } : said
  })
}

interface Reader {
  readonly drafts: Draft[]
  readonly zeroed: Set<number>
  readonly caps: Cap[]
  readonly ofAll: Said[]
  /** What keeps its points (挂牌维修的不扣分) and belongs to the text of the clause after it. */
  waiting: Said | null
}

function waitedFor(state: Reader, draft: Draft): Draft {
  const { waiting } = state
  state.waiting = null
  return waiting ? { ...draft, from: waiting.statement.from, saids: [waiting, ...draft.saids] } : draft
}

function draftAt(
  saids: readonly Said[],
  kinds: readonly number[],
  at: number,
  around: Around,
  isAmong: (pattern: ClausePattern) => boolean = () => true,
): { readonly draft: Draft; readonly takes: number } | null {
  const said = saids[at] as Said
  if (said.statement.lead.length + said.statement.tail.length > MOST_TOKENS) {
    return { draft: unread([said]), takes: 1 }
  }
  const end = Math.min(saids.length, at + MOST_TOGETHER)
  for (const pattern of patternsAt(kinds, at, end)) {
    if (!isAmong(pattern)) continue
    const to = pattern.shape.endOf(kinds, at, end)
    const reading = to === NOWHERE ? null : pattern.read(saids.slice(at, to), around)
    if (!reading) continue
    const takes = reading.takes ?? to - at
    const taken = saids.slice(at, at + takes)
    const account = reading.isWhole ? 1 : Math.min(...taken.map((one) => accountOf(one, reading.form)))
    // （深度5厘米以上的扣0.5分) after a price: beside it, or instead of it?
    const isAside =
      said.statement.join === 'bracket' && said.is === 'cost' && !/[另再加追]/.test(said.effect?.text ?? '')
    // 扣0.5分每处，扬尘明显的路段: the price first, then what it is for, and no colon between.
    const isPriceFirst = said.lead === '' && saids[at + takes]?.statement.join === 'comma'
    const isDoubtful = isAside || isPriceFirst || isCutOff(saids, at, takes, reading.form)
    const sure = Math.min(reading.confidence ?? 1, account, isDoubtful ? 0.45 : 1)
    if (account < 0.25 || reading.form.form === 'unparsed') return { draft: unread(taken), takes }
    const draft = {
      ...draftOf(taken, reading.form, sure, pattern.name),
      ...(reading.isWhole && trimmed(taken, around)),
    }
    const evidence = [...(reading.evidence ?? []), ...draft.evidence]
    return { draft: reading.evidence ? { ...draft, evidence } : draft, takes }
  }
  return null
}

/** Words that end a clause without an effect of their own run on over the stop behind them. */
function trimmed(taken: readonly Said[], { text }: Around): Pick<Draft, 'to'> {
  const { from } = (taken[0] as Said).statement
  const words = text.slice(from, (taken[taken.length - 1] as Said).statement.to)
  return { to: from + words.replace(/[,;。、]+$/, '').length }
}

/** Cases of one measure of which only some were taken: the others before or after it decide too. */
function isCutOff(saids: readonly Said[], at: number, takes: number, form: ReadForm): boolean {
  // 超时扣0.2分，超过24小时扣1分: does the second hold the first?
  const isPassed = (one: Said | undefined, other: Said | undefined): boolean =>
    one?.is === 'cost' &&
    one.step === null &&
    other?.is === 'cost' &&
    /超时|超期|逾期|超标|不达标|未达标/.test(one.lead) &&
    !one.band?.isNear &&
    other.statement.join === 'comma' &&
    other.band?.isNear === true &&
    !other.band.isExact &&
    other.step === null
  // 超标1分贝扣0.1分，超标5分贝以上扣1分: beside it, or instead of it?
  const isDoubled = (one: Said | undefined, other: Said | undefined): boolean =>
    one?.is === 'cost' &&
    one.step?.unit != null &&
    (isMeasuredUnit(one.step.unit) || isTimeUnit(one.step.unit)) &&
    other?.is === 'cost' &&
    other.step === null &&
    other.statement.join === 'comma' &&
    other.band?.isNear === true &&
    isSameScale(other.band.band.unit, one.step.unit) &&
    !/[再另加追]/.test(other.effect?.text ?? '')
  if (isDoubled(saids[at], saids[at + takes]) || isDoubled(saids[at - 1], saids[at])) return true
  if (isPassed(saids[at], saids[at + takes]) || isPassed(saids[at - 1], saids[at])) return true
  if (form.form !== 'threshold' && form.form !== 'tier') return false
  const unit = saids[at]?.band?.band.unit
  const goesOn = (said: Said | undefined, join: string | undefined): boolean =>
    unit !== undefined &&
    join !== 'stop' &&
    said?.step === null &&
    said.band?.isExact === false &&
    said.band.band.unit === unit &&
    (['win', 'nought', 'all', 'free'].includes(said.is) ||
      (said.is === 'cost' && bareSubject(said.band.subject) === ''))
  const next = saids[at + takes]
  return goesOn(saids[at - 1], saids[at]?.statement.join) || goesOn(next, next?.statement.join)
}

function draftOf(saids: readonly Said[], form: ReadForm, confidence: number, pattern: string): Draft {
  const [first, last] = [saids[0] as Said, saids[saids.length - 1] as Said]
  return {
    form,
    saids,
    from: first.statement.from,
    to: last.statement.to,
    confidence,
    pattern,
    evidence: evidenceOf(saids),
  }
}

function evidenceOf(saids: readonly Said[]): Draft['evidence'] {
  const found: { of: Evidence['of']; token: NonNullable<Said['effect']> }[] = []
  for (const { step, band, effect } of saids) {
    if (step) found.push({ of: 'unit', token: step.token })
    if (band?.isNear) found.push({ of: 'value', token: band.token })
    if (effect) found.push({ of: effect.low === undefined ? 'result' : 'points', token: effect })
  }
  return found
}

const unread = (saids: readonly Said[]): Draft => draftOf(saids, UNPARSED, 0, '')

/** Caps, 扣完为止, roundings: they bind what was said before. False where `said` is none. */
/** Over several places the loss is put together in a way that no form here says. */
const AGGREGATE = /以扣分最多|平均|累加|取各|最差|最高的一/

function takeSuffix(state: Reader, said: Said, isLast: boolean, points: number | null): boolean {
  const last = state.drafts.length - 1
  const draft = state.drafts[last]
  if (said.is === 'round') {
    if (!draft || !/^[^0-9扣得分]{0,8}$/.test(said.lead)) return false
    state.drafts[last] = extended(draft, said)
    return true
  }
  // 不足1个百分点的按比例折算: the step's own share.
  if (said.is === 'share' && draft?.form.form === 'linear' && /^不足/.test(said.lead)) {
    state.drafts[last] = extended(draft, said)
    return true
  }
  const left = said.is === 'cap' && draft ? AFTER_TOTAL.exec(said.lead)?.[0] : undefined
  if (left !== undefined && draft && left === said.lead) {
    const fields = penaltyOf(draft) ?? draft.form
    state.drafts[last] = withCap({ ...draft, form: fields }, said, false)
    return true
  }
  const aggregate = draft && aggregateIn(said)
  if (draft && aggregate && draft.form.form === 'per-occurrence') {
    const form = { ...draft.form, aggregate }
    state.drafts[last] =
      said.is === 'cap' ? withCap({ ...draft, form }, said, false) : { ...extended(draft, said), form }
    return true
  }
  if (draft?.form.form === 'additive' && 'parts' in draft.form && isNotApplying(said)) {
    state.drafts[last] = { ...extended(draft, said), form: { ...draft.form, isNormalised: true } }
    return true
  }
  if (draft && AGGREGATE.test(said.lead) && said.is !== 'cost') {
    state.drafts[last] = { ...draft, confidence: Math.min(draft.confidence, 0.45) }
  }
  if (said.is === 'emptied') {
    if (draft?.form.form !== 'per-occurrence') return false
    const { per, pointsPerUnit } = draft.form
    const count = said.band?.isExact || said.band?.band.lo !== undefined ? said.band.band.lo : undefined
    const fits = count !== undefined && pointsPerUnit !== null && (count / per) * pointsPerUnit === points
    state.drafts[last] = fits ? extended(draft, said) : { ...extended(draft, said), confidence: 0.45 }
    state.zeroed.add(last)
    return true
  }
  // 每座计1分，3座为满分.
  if (said.is === 'all' && draft?.form.form === 'additive' && 'unit' in draft.form && said.band?.isExact) {
    const { per, pointsPerUnit, unit } = draft.form
    const cap = ((said.band.band.lo ?? 0) / per) * pointsPerUnit
    if (said.band.band.unit !== unit || cap !== points) return false
    state.drafts[last] = {
      ...extended(draft, said),
      form: { ...draft.form, cap: points as typeof pointsPerUnit },
    }
    return true
  }
  if (said.is === 'until') return takeUntil(state, said, isLast, points)
  if (said.is !== 'cap') return false
  if (draft?.form.form === 'unparsed') {
    // What it caps was not read: it stays with those words.
    state.drafts[last] = extended(draft, said)
    return true
  }
  if (!isBindingLead(said)) {
    if (!JUDGED.test(said.lead) && !/可/.test(said.effect?.text ?? '')) return false
    const max = pts(said.effect?.low)
    state.drafts.push(draftOf([said], { form: 'judgement', min: null, max }, 1, 'judged-up-to'))
    return true
  }
  if (last < 0 && said.effect?.text.startsWith('满分') && said.effect.low === points) {
    // 本项满分2分，每发现…: what the item has anyway.
    state.waiting = said
    return true
  }
  if (last < 0 || /以上各|上述各|[①-⑳]/.test(said.lead)) {
    state.ofAll.push(said)
    return true
  }
  bind(state, said, boundBy(said, state.drafts, isLast, points), points)
  return true
}

/** 专家评审打分，满分5分: the most that a judgement gives. */
const JUDGED = /评审|打分|评分|酌情|评议|视情/

const BINDING =
  /^(?:以上|上述|各|[两二三四五六七八九]|[0-9]|项|款|类|种|条|小|大|当|季|周|日|单|均|累计|合计|总计|全部|扣分|加分|得分|计算|计扣|计|合并|总|本|该|此|单|次|检查|每|年|度|全|月|内|的|、|,|但|且|所有|问题|情形|情况|[①-⑳]|和|但|同一(?:事项|项目|问题|单位|奖项).{0,12}|按?最高(?:分|项|级别|奖项)?.{0,6})*$/

const isBindingLead = (said: Said): boolean => BINDING.test(said.lead)

function bind(state: Reader, said: Said, targets: readonly number[], points: number | null): void {
  const [only] = targets
  if (only === undefined) {
    state.ofAll.push(said)
    return
  }
  if (targets.length > 1) {
    state.caps.push({ points: said.effect?.low ?? 0, clauses: targets })
    return
  }
  const draft = state.drafts[only] as Draft
  const isWhole = said.effect?.low === points
  const bounded = withCap(draft, said, isWhole)
  state.drafts[only] = only === state.drafts.length - 1 ? bounded : { ...bounded, to: draft.to }
}

function takeUntil(state: Reader, said: Said, isLast: boolean, points: number | null): boolean {
  if (!isBindingLead(said) && said.lead !== '') return false
  if (state.drafts.length === 0) {
    state.ofAll.push(said)
    return true
  }
  const isOne = state.drafts.length === 1
  if (said.effect?.low !== undefined) bind(state, said, boundBy(said, state.drafts, isLast, points), points)
  else if (isOne) state.drafts[0] = extended(state.drafts[0] as Draft, said)
  if (said.effect?.isEmptied) {
    const targets = isLast ? state.drafts.map((_, i) => i) : boundBy(said, state.drafts, isLast, points)
    for (const i of targets) if (isDeducting(state.drafts[i] as Draft)) state.zeroed.add(i)
    if (!isOne && !isLast && targets.length === 1 && said.effect.low === undefined) {
      const only = targets[0] as number
      state.drafts[only] = extended(state.drafts[only] as Draft, said)
    }
  }
  return true
}

/** Words that add a consequence and no points. */
const NOTE =
  /^(?:并[^0-9扣得加减倍]{1,14}|[^0-9扣得加减倍]{0,20}(?:解除合同|终止合同|清退|列入黑名单)[^0-9扣得加减倍]{0,6})$|^(?:并|且|同时|予以|给予|另|由|一并|,)*(?:.{0,10})(?:通报|追究|约谈|责令|限期|列入|移交|督促|批评|问责|整改|上报|曝光|处分|公示|记入档案)[^扣得]{0,16}$/
const FROM_TOTAL =
  /^(?:并)?[从在](?:年度|全年|当年|本年度|考核)*(?:考核)?(?:总分|总成绩|总得分)中?(?:直接)?(?:扣除|扣减|扣)(?:,并[^0-9扣得加减倍]{1,16})?$/
/** Which cases are left out; what the others cost stays. */
const EXEMPT = /^[^0-9扣得分]{0,24}(?:的除外|不受[^0-9扣得]{0,10}(?:扣分)?限制)$/
const AFTER_TOTAL =
  /^(?:并)?[从在](?:年度|全年|当年|本年度|考核)*(?:考核)?(?:总分|总成绩|总得分)中?(?:直接)?(?:扣除|扣减|扣),?$/
const TAKES_BEST = /最高级别|取高|取最高|不累计|不重复计|不重复扣分|最高分|最高项|就高|择高|不叠加/

/** 得分=（x－60）÷40×5，60分以下计零分: part of a formula that was not read. */
function isOfFormula(state: Reader, said: Said): boolean {
  const draft = state.drafts[state.drafts.length - 1]
  const isBound = ['comma', 'dun', 'bracket'].includes(said.statement.join)
  return isBound && draft?.form.form === 'unparsed' && /[×÷=]/.test(draft.saids[0]?.lead ?? '')
}

/** What no pattern takes: notes go with the clause before them, the rest stands by itself, unread. */
function takeRest(state: Reader, said: Said, next: Said | undefined): void {
  const last = state.drafts.length - 1
  const draft = state.drafts[last]
  const { join } = said.statement
  const isBound = join === 'comma' || join === 'dun' || join === 'bracket'
  if (said.is === 'free') {
    // 首次不扣分, 3处以内不扣分: an allowance that no pattern took.
    const sure = /首|初|第|前|[0-9一两二三]|以[内下]/.test(said.lead) ? 0.45 : 0.8
    const per = draft?.form.form === 'per-occurrence' ? draft.form.per : null
    // 不足20基不计: what the step says anyway.
    const isUnfinished = /^不[足满]/.test(said.lead)
    const isStep = draft?.form.form === 'linear' || draft?.form.form === 'zone-limit'
    const isRest =
      (isUnfinished && per !== null && per > 1 && said.band?.band.hi === per) ||
      (isUnfinished && isStep && said.band?.band.hi === draft.form.per)
    if (draft && isBound)
      state.drafts[last] = {
        ...extended(draft, said),
        confidence: Math.min(draft.confidence, isRest ? 1 : sure),
      }
    else if (next && ['comma', 'dun'].includes(next.statement.join) && !state.waiting) state.waiting = said
    else state.drafts.push(unread([said]))
    return
  }
  if (draft && isOfFormula(state, said)) {
    state.drafts[last] = extended(draft, said)
    return
  }
  if (draft && said.is === 'plain') {
    const fields = FROM_TOTAL.test(said.lead) ? penaltyOf(draft) : null
    if (fields) {
      state.drafts[last] = { ...extended(draft, said), form: fields }
      return
    }
    if (isBound && /^(?:扣分)?(?:上?不封顶|不设上限|无上限)$/.test(said.lead)) {
      state.drafts[last] = extended(draft, said)
      return
    }
    if (/权重|分摊|其他项目|其它项目|总分|总成绩|总得分/.test(said.lead)) {
      // What the item's points become is said elsewhere: what was read before is not the whole of it.
      state.drafts[last] = { ...draft, confidence: Math.min(draft.confidence, 0.45) }
    }
    if (isBound && EXEMPT.test(said.lead)) {
      state.drafts[last] = { ...extended(draft, said), confidence: Math.min(draft.confidence, 0.8) }
      return
    }
    if (
      (isBound && NOTE.test(said.lead) && !/减轻|从轻|加重|从重/.test(said.lead)) ||
      (join === 'colon' && said.caution === null)
    ) {
      state.drafts[last] = extended(draft, said)
      return
    }
    if (
      (isBound || (join === 'semi' && ['bonus', 'penalty'].includes(draft.form.form))) &&
      TAKES_BEST.test(said.lead) &&
      ['tier', 'bonus', 'penalty', 'per-occurrence'].includes(draft.form.form)
    ) {
      state.drafts[last] = extended(draft, said)
      return
    }
    if (isBound && said.caution === null && !/[0-9扣]/.test(said.lead)) {
      state.drafts[last] = { ...extended(draft, said), confidence: Math.min(draft.confidence, 0.45) }
      return
    }
  }
  // 未达到的以…计, 合同约定值为96%, 不超过6分: what was read before it is not the whole of it.
  if (draft && isBound && draft.form.form !== 'all-or-nothing' && isOpenEnd(said)) {
    state.drafts[last] = { ...draft, confidence: Math.min(draft.confidence, 0.45) }
  }
  state.drafts.push(unread([said]))
}

/** Words left unread that bear on the clause before them: its contrary case, its limit, its standard. */
const isOpenEnd = (said: Said): boolean =>
  /^(?:第[二三四五]|依次|依此|以此|逐[名位]|再次|再犯|多次|屡|未达|达不到|不足|不达|未完成|否则|反之|其余|低于|超过|中间|其间)/.test(
    said.lead,
  ) ||
  said.statement.lead.some(
    (token) =>
      token.is === 'most' ||
      (token.is === 'limit' && token.text !== '止') ||
      token.band?.unit === '分' ||
      (token.is === 'count' && token.unit === '%'),
  )

/** 扣3分，从年度总分中扣除: the cost leaves the item. */
function penaltyOf(draft: Draft): ReadForm | null {
  const { form } = draft
  // In a row of penalties it says once more what the row says.
  if (form.form === 'penalty') return { ...form, scope: 'total' }
  if (form.form === 'per-occurrence' && form.pointsPerUnit !== null) {
    const { unit, per, pointsPerUnit, cap } = form
    return { form: 'penalty', unit, per, pointsPerUnit, cap, scope: 'total' }
  }
  if (form.form !== 'all-or-nothing' || form.deduct === 'all') return null
  return { form: 'penalty', unit: null, per: 1, pointsPerUnit: form.deduct, cap: null, scope: 'total' }
}

function assembled(rule: string, plain: PlainText, parts: readonly Part[]): ReadRule {
  const clauses: ReadClause[] = []
  const caps: Cap[] = []
  for (const part of parts) {
    const offset = clauses.length
    part.drafts.forEach((draft, i) => {
      clauses.push(clauseOf(rule, plain, numberOf(rule, plain, part.section), draft, part.zeroed.has(i)))
    })
    for (const cap of part.caps)
      caps.push({ points: cap.points, clauses: cap.clauses.map((i) => i + offset) })
    for (const said of part.ofAll) bindAll(said, clauses, caps)
  }
  const printed = parts.flatMap(({ section }) =>
    section.no !== null && section.points !== null
      ? [{ no: numberOf(rule, plain, section) ?? '', points: pts(section.points) }]
      : [],
  )
  return {
    clauses,
    ...(printed.length > 0 && { parts: printed }),
    ...(caps.length > 0 && { caps: caps.map((cap) => ({ points: pts(cap.points), clauses: cap.clauses })) }),
  }
}

/** A cap or 扣完为止 after numbered parts: of all of them, or of those it names (①②两项). */
function bindAll(said: Said, clauses: ReadClause[], caps: Cap[]): void {
  const listed = /^[0-9]+(?:[、和及][0-9]+)+/.exec(said.lead)?.[0].split(/[、和及]/)
  const named = listed ?? [...said.lead].filter((char) => char >= '①' && char <= '⑳')
  const targets = clauses
    .map((_, i) => i)
    .filter((i) => named.length === 0 || named.includes(clauses[i]?.no ?? ''))
    .filter((i) => clauses[i]?.form !== 'unparsed' && clauses[i]?.form !== 'veto')
  if (said.effect?.low !== undefined && targets.length > 0) {
    caps.push({ points: said.effect.low, clauses: targets })
  }
  if (said.effect?.isEmptied) {
    for (const i of targets) {
      const clause = clauses[i]
      if (clause) clauses[i] = { ...clause, untilZero: true }
    }
  }
}

/** `value` with what is called by name in it, at any depth, as `printed` has it; `value` itself where that is the same. */
function everyLabel<T>(value: T, printed: (label: string) => string): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value.map((one: unknown) => everyLabel(one, printed))
    return list.some((one, i) => one !== value[i]) ? (list as T) : value
  }
  const held = value as Readonly<Record<string, unknown>>
  let made: Record<string, unknown> | null = null
  for (const key of Object.keys(held)) {
    const one = held[key]
    let next = one
    if (typeof one === 'string') next = key === 'label' || key === 'thing' ? printed(one) : one
    else if (key === 'kinds' && Array.isArray(one)) next = one.map((name: string) => printed(name))
    else next = everyLabel(one, printed)
    if (next === one) continue
    made ??= { ...held }
    made[key] = next
  }
  return (made ?? value) as T
}

/** The form with its labels as printed, which plain text may have narrowed. */
function printedLabels(rule: string, plain: PlainText, draft: Draft): ReadForm {
  const printed = (label: string): string => {
    const at = label === '' ? -1 : plain.text.indexOf(label, draft.from)
    if (at < 0 || at > draft.to) return label
    return rule.slice(plain.at[at], (plain.at[at + label.length - 1] ?? 0) + 1)
  }
  return everyLabel(draft.form, printed)
}

/** A bracket that a clause opens closes with it: （每月前2次免扣）. */
function closedEnd(text: string, draft: Draft): number {
  if (text.charAt(draft.to) !== ')') return draft.to
  const words = text.slice(draft.from, draft.to)
  return words.lastIndexOf('(') > words.lastIndexOf(')') ? draft.to + 1 : draft.to
}

/** The number as printed, which plain text may have narrowed. */
function numberOf(rule: string, plain: PlainText, section: Section): string | null {
  if (!section.noAt) return null
  return rule.slice(plain.at[section.noAt[0]], (plain.at[section.noAt[1] - 1] ?? 0) + 1)
}

function clauseOf(
  rule: string,
  plain: PlainText,
  no: string | null,
  draft: Draft,
  untilZero: boolean,
): ReadClause {
  const from = plain.at[draft.from] ?? 0
  const to = (plain.at[closedEnd(plain.text, draft) - 1] ?? from) + 1
  const isForPerson = draft.confidence < 0.5
  return {
    no,
    text: rule.slice(from, to),
    span: [from, to],
    ...printedLabels(rule, plain, draft),
    untilZero,
    confidence: draft.confidence,
    ...(isForPerson && { forPerson: true as const }),
    evidence: draft.evidence.map(({ of, token }) => ({
      of,
      span: [plain.at[token.from] ?? from, (plain.at[token.to - 1] ?? from) + 1] as const,
    })),
    pattern: draft.pattern || null,
  }
}
