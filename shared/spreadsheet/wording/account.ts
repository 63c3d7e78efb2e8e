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
    return before !== undefined && zone !== before[0] && index - before.index - before[0].length > 2
  })
}

/** How sure a reading can be of `said`: 1 where all is accounted for, below 0.5 where a person has to look. */
export function accountOf(said: Said, form: ReadForm): number {
  const { lead, tail } = said.statement
  const isCharged = /^的?(?:标准)?(?:扣分|计扣|扣除|扣减|扣)$/.test(textOf(tail))
  if ([...lead, ...(isCharged ? [] : tail)].some((token, i, all) => isLoose(token) && !isNoted(all, i)))
    return 0.2
  // 每上升或下降1个百分点，相应加减: both ways.
  if (/加减|增减|(?:上升|提高|增加)[^,]{0,3}(?:下降|降低|减少)/.test(said.lead)) return 0.2
  const isRounding = /^\([^()扣得]*按[^()扣得]*计\)$/.test(textOf(tail))
  if (
    !isRounding &&
    tail.some((token) => ['num', 'count', 'bound', 'score', 'rate', 'nth'].includes(token.is))
  ) {
    if (form.form !== 'proportional' || (said.is !== 'product' && said.is !== 'share')) return 0.3
  }
  const after = textOf(tail).replace(/\(.*\)$/, '')
  const isBareBound = lead.some((token, i) => token.is === 'before' && lead[i + 1]?.is === 'num')
  if (isBareBound && form.form !== 'per-occurrence') return 0.3
  let sure = isCharged || after === '' || PLAIN_TAIL.test(after) || form.form === 'proportional' ? 1 : 0.6
  if (/除|不含|不计|例外|特殊/.test(after)) sure = 0.3
  if (sure < 1 && CONDITION.test(after)) sure = 0.45
  if (
    lead.some((token) => token.is === 'score' && said.band?.token !== token) &&
    form.form !== 'proportional'
  ) {
    sure = Math.min(sure, 0.3)
  }
  if (said.lead.includes('为单位') && !said.step) sure = Math.min(sure, 0.4)
  // Whom it is said of decides: no form here has cases by subject.
  if (
    /省辖市|扩权县|直管县|县\(市\)|其他考核对象|设区的?市|地级市|市辖区|县级市|其他县|县城所在地/.test(
      said.lead,
    )
  )
    sure = Math.min(sure, 0.45)
  if (/追加/.test(said.effect?.text ?? '')) sure = Math.min(sure, 0.4)
  // Bounds of other things beside the one that counts: samples, sizes of places.
  const others = lead.filter((token) => token.band && said.band && token.band.unit !== said.band.band.unit)
  if (others.length > 1 && (form.form === 'tier' || form.form === 'linear' || form.form === 'threshold')) {
    sure = Math.min(sure, 0.45)
  }
  if (form.form === 'veto' && /^[^并且本该同,]/.test(after)) sure = Math.min(sure, 0.4)
  if (form.form === 'all-or-nothing' && /取消.{0,12}(?:资格|评优|评先)|一票否决/.test(said.lead))
    sure = Math.min(sure, 0.45)
  const isOnce = form.form === 'all-or-nothing'
  if (isOnce && lead.some((token) => token.is === 'ordinal')) sure = Math.min(sure, 0.45)
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
  if (isCount && lead.some((token) => token.is === 'score')) sure = Math.min(sure, 0.3)
  // 每10辆以内: neither a step nor a bound.
  if (lead.some((token, i) => token.is === 'rate' && lead[i + 1]?.is === 'after')) sure = Math.min(sure, 0.3)
  if (said.free > 0 && !isCount) sure = Math.min(sure, 0.3)
  const isRank = form.form === 'tier' && /名/.test(said.lead)
  if (lead.some((token) => token.is === 'first') && !(isCount && form.allowance) && !isRank)
    sure = Math.min(sure, 0.4)
  const each = lead.some((token, i) => token.is === 'each' && lead[i + 1]?.is !== 'unit')
  if (each && said.step?.token.is !== 'each' && !said.step) sure = Math.min(sure, 0.4)
  return sure
}
