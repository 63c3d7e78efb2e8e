import type { ReadForm } from './read-clause'
import { type Said, textOf } from './said'
import type { Token } from './tokens'
import { isSameScale } from './units'

/** Whether every word of what was read is accounted for; what is left over makes a reading less sure. */

/** Words after an effect that change nothing: 计算, 并通报批评. */
const PLAIN_TAIL =
  /^(?:的?标准?|计算|计|处理|分值|执行|为?止|处罚|予以|(?:并|且|同时|,)?.{0,8}(?:通报|追究|约谈|责任|责令|整改|上报|曝光|列入|移交|处分|警告|批评|公示|问责).{0,12})$/

const isLoose = (token: Token): boolean =>
  token.is === 'caution' ||
  token.is === 'prices' ||
  token.is === 'nil' ||
  (token.is === 'deduct' && token.text !== '减') ||
  token.is === 'most' ||
  (token.is === 'limit' && token.text === '封顶')

/** (检修除外): left out within a bracket, whatever the rest costs. */
const isNoted = (all: readonly Token[], at: number): boolean =>
  /^(?:除外|例外)$/.test(all[at]?.text ?? '') && all[at + 1]?.is === 'close'

/** 以95%为准: what has to be reached. */
const isStandard = (all: readonly Token[], at: number): boolean =>
  all[at]?.text === '为准' && all[at - 1]?.is === 'count' && all[at - 1]?.unit === '%'

/** Words that count something which no step was made of: 缺一“有”. */
const UNCOUNTED = /(?:缺|少|差|漏|其中|任)[一1两2三3][^,]{0,6}$/

/** Words after a price that may change it. */
const CONDITION = /[/如若且或倍半另再每按以超满达内]|连续|同一|累计|其中|直至|情节|严重/

const ZONES = /([主次]干[道路]|支路|小巷|[一二三四五]类|[一二三四]级(?:道路|区域))/g

/** Limits that differ by the kind of place, in parts of their own. */
function hasSeveralLimits(lead: readonly Token[], unit: string): boolean {
  if (!lead.some(({ is, band }) => is === 'bound' && band !== undefined && isSameScale(band.unit, unit)))
    return false
  const words = textOf(lead)
  const zones = [...words.matchAll(ZONES)]
  // 次干道、背街小巷亮灯率低于96%: one limit for both.
  return zones.slice(1).some(({ index, 0: zone }, i) => {
    const before = zones[i]
    if (before === undefined || zone === before[0]) return false
    return /[0-9无]/.test(words.slice(before.index + before[0].length, index))
  })
}

function hasLoose(lead: readonly Token[], tail: readonly Token[]): boolean {
  if (!lead.some(isLoose) && !tail.some(isLoose)) return false
  return [...lead, ...tail].some((token, i, all) => isLoose(token) && !isNoted(all, i) && !isStandard(all, i))
}

/** What stands in the words before an effect, found in one walk. */
interface LeadFacts {
  /** 不足3扣1分: a bound without a unit. */
  hasBareBound: boolean
  hasScore: boolean
  /** Points that are no bound. */
  hasOtherScore: boolean
  /** Bounds of other things beside the one that counts: samples, sizes of places. */
  otherBounds: number
  hasOrdinal: boolean
  hasFirst: boolean
  /** 每10辆以内: neither a step nor a bound. */
  hasBoundRate: boolean
  /** 每 of something that is no unit. */
  hasOddEach: boolean
  /** 得分=满意率×本项全分: signs of a formula after the last comma. */
  hasFormula: boolean
}

function factsOf({ statement: { lead }, band }: Said): LeadFacts {
  const facts: LeadFacts = {
    hasBareBound: false,
    hasScore: false,
    hasOtherScore: false,
    otherBounds: 0,
    hasOrdinal: false,
    hasFirst: false,
    hasBoundRate: false,
    hasOddEach: false,
    hasFormula: false,
  }
  for (let i = 0; i < lead.length; i += 1) {
    const token = lead[i] as Token
    if (token.band && band && token.band.unit !== band.band.unit) facts.otherBounds += 1
    switch (token.is) {
      case 'before':
        facts.hasBareBound ||= lead[i + 1]?.is === 'num'
        break
      case 'score':
        facts.hasScore = true
        facts.hasOtherScore ||= band?.token !== token || lead[i - 1]?.is === 'open'
        break
      case 'comma':
        facts.hasFormula = false
        break
      case 'op':
        facts.hasFormula ||= token.text !== '+'
        break
      case 'ordinal':
        facts.hasOrdinal = true
        break
      case 'first':
        facts.hasFirst = true
        break
      case 'rate':
        facts.hasBoundRate ||= lead[i + 1]?.is === 'after'
        break
      case 'each':
        facts.hasOddEach ||= lead[i + 1]?.is !== 'unit'
        break
    }
  }
  return facts
}

/** What the words after an effect leave open: 1 where nothing. */
function accountOfTail(after: string, isPlain: boolean): number {
  if (after === '') return 1
  if (/除|不含|不计|例外|特殊/.test(after)) return CONDITION.test(after) ? 0.45 : 0.3
  if (isPlain || PLAIN_TAIL.test(after)) return 1
  return CONDITION.test(after) ? 0.45 : 0.6
}

/** 每上升或下降1个百分点，相应加减: both ways. */
const goesBothWays = (words: string): boolean =>
  /[减降]/.test(words) && /加减|增减|(?:上升|提高|增加)[^,]{0,3}(?:下降|降低|减少)/.test(words)

/** Whom it is said of decides: no form here has cases by subject. */
const isOfSomeSubjects = (words: string): boolean =>
  /[县市象]/.test(words) &&
  /省辖市|扩权县|直管县|县\(市\)|其他考核对象|设区的?市|地级市|市辖区|县级市|其他县|县城所在地/.test(words)

const NUMBERS: ReadonlySet<string> = new Set(['num', 'count', 'bound', 'score', 'rate', 'nth'])

/** How sure a reading can be of `said`: 1 where all is accounted for, below 0.5 where a person has to look. */
export function accountOf(said: Said, form: ReadForm): number {
  const { lead, tail } = said.statement
  const tailText = textOf(tail)
  const isCharged = tailText !== '' && /^的?(?:标准)?(?:扣分|计扣|扣除|扣减|扣)$/.test(tailText)
  if (hasLoose(lead, isCharged ? [] : tail)) return 0.2
  if (goesBothWays(said.lead)) return 0.2
  const isRounding = tailText !== '' && /^\([^()扣得]*按[^()扣得]*计\)$/.test(tailText)
  if (!isRounding && tail.some(({ is }) => NUMBERS.has(is))) {
    if (form.form !== 'proportional' || (said.is !== 'product' && said.is !== 'share')) return 0.3
  }
  const after = tailText.replace(/\(.*\)$/, '')
  const facts = factsOf(said)
  if (facts.hasBareBound && form.form !== 'per-occurrence') return 0.3
  if (facts.hasFormula && form.form !== 'proportional') return 0.3
  let sure = accountOfTail(after, isCharged || form.form === 'proportional')
  if (facts.hasOtherScore && form.form !== 'proportional') sure = Math.min(sure, 0.3)
  if (said.lead.includes('为单位') && !said.step) sure = Math.min(sure, 0.4)
  if (isOfSomeSubjects(said.lead)) sure = Math.min(sure, 0.45)
  if (said.effect?.text.includes('追加')) sure = Math.min(sure, 0.4)
  const isByBounds = form.form === 'tier' || form.form === 'linear' || form.form === 'threshold'
  if (isByBounds && facts.otherBounds > 1) sure = Math.min(sure, 0.45)
  if (form.form === 'veto' && /^[^并且本该同,]/.test(after)) sure = Math.min(sure, 0.4)
  if (form.form === 'all-or-nothing' && /取消.{0,12}(?:资格|评优|评先)|一票否决/.test(said.lead))
    sure = Math.min(sure, 0.45)
  const isOnce = form.form === 'all-or-nothing'
  if (isOnce && facts.hasOrdinal) sure = Math.min(sure, 0.45)
  if (isOnce && (said.lead === '' || (said.is === 'cost' && UNCOUNTED.test(said.lead))))
    sure = Math.min(sure, 0.4)
  if (
    isOnce &&
    form.deduct === 'all' &&
    /板块|大类|部分(?:得分|分值)|类(?:指标|得分|分值)/.test(said.lead.slice(-10))
  )
    sure = Math.min(sure, 0.4)
  const isCount = form.form === 'per-occurrence'
  // 主干道不超过2处，次干道不超过4处，每处扣0.2分: a limit for each kind of place, of which none was read.
  if (
    (isCount || (form.form === 'linear' && form.from !== null)) &&
    hasSeveralLimits(lead, said.step?.unit ?? '')
  ) {
    sure = Math.min(sure, 0.45)
  }
  if (isCount && facts.hasScore) sure = Math.min(sure, 0.3)
  if (facts.hasBoundRate) sure = Math.min(sure, 0.3)
  if (said.free > 0 && !isCount) sure = Math.min(sure, 0.3)
  const isRank = form.form === 'tier' && said.lead.includes('名')
  if (facts.hasFirst && !(isCount && form.allowance) && !isRank) sure = Math.min(sure, 0.4)
  if (facts.hasOddEach && said.step?.token.is !== 'each' && !said.step) sure = Math.min(sure, 0.4)
  return sure
}
