import type { Points } from '../../domain/points'
import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, pts, type Reading } from './draft'
import { isFirstFree, type Said, type Step, textOf } from './said'
import { isMeasuredUnit, isShareUnit } from './units'

/** Points for each thing found: 每处扣0.2分. */

const isAgain = (said: Said): boolean => /[再另加追]/.test(said.effect?.text ?? '')

function counted(
  said: Said,
  step: Pick<Step, 'per' | 'unit'>,
  more: { readonly allowance?: number; readonly full?: Points } = {},
  confidence = 1,
): Reading {
  const { effect } = said
  return {
    form: {
      form: 'per-occurrence',
      unit: step.unit,
      per: step.per,
      pointsPerUnit: isRange(said) ? null : pts(effect?.low),
      ...(isRange(said) && { range: [pts(effect?.low), pts(effect?.high)] as const }),
      cap: null,
      ...(more.allowance && { allowance: more.allowance }),
      ...(more.full && { full: more.full }),
    },
    confidence,
  }
}

/** 每处, 发现一处: what stands right before a price. */
const COUNTED = /,?(?:每?发现|查实|出现|每)*(?:每|[1一]).{1,3}$/

/** 超过2座的每座: what is counted is what the bound limits. */
function freeByBound(said: Said, freed: Said | null): number | null {
  const { step, band } = said
  if (!step || !band?.isNear || band.isExact || band.band.unit !== step.unit) return 0
  const { lo, hi, hasLo } = band.band
  if (lo === undefined) return 0
  if (hi !== undefined) return null
  if (hasLo === false) return lo
  if (lo === step.per && step.per !== 1) return 0
  const limit = freed?.band?.band
  // 2处以上的每处: whether the second costs is not said, unless the words before free it.
  return limit?.hi === lo && limit.hasHi === true ? lo : null
}

/** 允许误差2处，超出部分每处: what goes beyond the amount allowed. Null where the amount is not said. */
function freeBeyond(said: Said): number | null {
  if (!said.lead.includes('超') || !/超[出过](?:部分|的|后|以后)?$/.test(said.lead.replace(COUNTED, '')))
    return 0
  const amounts = said.statement.lead.filter((token) => token.is === 'count' || token.is === 'bound')
  // 观察三个周期，允许有5人次: what is allowed is counted as what costs.
  const allowed = amounts.find(({ unit }) => unit === said.step?.unit) ?? amounts[0]
  if (!allowed || allowed.unit !== said.step?.unit) return allowed ? 0 : null
  const { band } = allowed
  return allowed.n ?? band?.hi ?? (band?.hasLo === false ? (band.lo ?? null) : null)
}

const FAULT = /[未乱不违缺破无没脏污损坏擅私漏超]|明显|残留|干道|街|路|问题|扣/

function wordsAfter(said: Said): string {
  const { lead } = said.statement
  const at = said.step ? lead.indexOf(said.step.token) : -1
  return at < 0 ? '' : textOf(lead.slice(at + 1))
}

const countOne = (said: Said): Reading | null => {
  const { step } = said
  if (!step) return null
  const byBound = freeByBound(said, null)
  if (byBound === null) return counted(said, step, {}, 0.4)
  const isExcepted = /除(?:首|第一|初)次外/.test(said.lead)
  const isWarned = isExcepted || (isFirstFree(said.lead) && /再次|第二次|以后|再犯|再发/.test(said.lead))
  const beyond = freeBeyond(said)
  if (beyond === null) return counted(said, step, {}, 0.4)
  const free = said.free || byBound || beyond || (isWarned ? 1 : 0)
  const { isEach, unit } = step
  if (isEach && unit !== null && /^(?:月|季度?|年度?|半年|周|日|天)$/.test(unit) && wordsAfter(said) !== '') {
    // 每月未提交计划扣0.2分: each month, or once?
    return counted(said, step, {}, 0.45)
  }
  // 每增加1处加扣0.2分: more than what?
  if (/^增加/.test(step.verb) && /加/.test(said.effect?.text ?? '')) return counted(said, step, {}, 0.45)
  // Points printed bare of what is no fault may as well be won.
  if (said.effect?.verb === 'bare' && !FAULT.test(said.lead)) return counted(said, step, {}, 0.45)
  if (!step.isEach && step.unit !== null && isMeasuredUnit(step.unit) && step.mode !== 'count') {
    return counted(said, step, { allowance: free }, 0.6)
  }
  return counted(said, step, { allowance: free })
}

const IS_BEYOND = /^超[出过](?:的|部分|后|以后|部分的)?,?每/

export const COUNT_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'first-ones-free',
    'free step',
    ([freed, said]) => {
      if (!freed || !said?.step || freed.isElse) return null
      const first = freed.statement.lead.find((token) => token.is === 'first')
      const limit = freed.band?.band
      const byBound = freeByBound(said, freed)
      if (first?.n !== undefined) {
        const free = said.free || byBound || first.n
        return free === first.n
          ? counted(said, said.step, { allowance: first.n })
          : counted(said, said.step, {}, 0.3)
      }
      if (isFirstFree(freed.lead)) return counted(said, said.step, { allowance: 1 })
      if (limit?.unit !== said.step.unit || limit.hi === undefined) return null
      const isBeyond =
        said.step.mode === 'over' || /^超[出过](?:部分|的)*$/.test(said.lead.replace(COUNTED, ''))
      if (isBeyond && said.step.per === 1) return counted(said, said.step, { allowance: limit.hi })
      if (byBound === null) return counted(said, said.step, {}, 0.4)
      // 2处以内不扣分，超出的每处扣0.5分.
      if (byBound === 0 && IS_BEYOND.test(said.lead)) return counted(said, said.step, { allowance: limit.hi })
      return byBound === limit.hi ? counted(said, said.step, { allowance: limit.hi }) : null
    },
    [
      {
        rule: '2座以内不扣分，超过2座的每座扣0.1分',
        form: { form: 'per-occurrence', unit: '座', pointsPerUnit: 100, allowance: 2 },
      },
      {
        rule: '2处以内不扣分，超出的每处扣0.5分',
        form: { form: 'per-occurrence', unit: '处', pointsPerUnit: 500, allowance: 2 },
      },
      {
        rule: '前3处问题不扣分，从第4处起每处扣0.2分',
        form: { form: 'per-occurrence', unit: '处', pointsPerUnit: 200, allowance: 3 },
      },
    ],
  ),
  pattern(
    'each-but-the-first',
    'step free',
    ([said, freed]) => {
      const first = freed?.statement.lead.find((token) => token.is === 'first')
      if (!said?.step || !first?.n || first.unit !== said.step.unit || said.free > 0) return null
      if (freed?.statement.join === 'semi' || freed?.statement.join === 'stop') return null
      return counted(said, said.step, { allowance: first.n })
    },
    [
      {
        rule: '道闸故障，每次扣0.2分（每月前2次免扣）',
        form: { form: 'per-occurrence', unit: '次', pointsPerUnit: 200, allowance: 2 },
      },
    ],
  ),
  pattern(
    'complete-or-each-missing',
    'head step',
    ([head, said], around) => {
      if (!head || !said?.step || isAgain(said) || isRange(said)) return null
      const isFault =
        /^(?:其中|每|有|缺|少|任何|任意|任|发现|出现)*[一1](?:项|种|条|类|个|处|样)/.test(said.lead) &&
        head.effect?.low === around.points
      // 95%以上得4分，少配1人扣0.2分: a share won, and something else counted.
      const isWhole = head.band?.band.lo === 100 && head.effect?.low === around.points
      if (head.band?.isNear && !head.band.isExact && isShareUnit(head.band.band.unit) && !isWhole) return null
      if (
        (said.step.mode !== 'short' && !isFault && head.is !== 'all' && !isWhole) ||
        (head.band?.isNear && head.band.band.unit === said.step.unit)
      )
        return null
      if (head.is === 'free' || isRange(head)) return null
      const full = head.is === 'win' ? pts(head.effect?.low) : undefined
      // 10户中8户得满分，不足8户的每少1户: short of a number that was not made a bound.
      const isShortOf = said.band !== null && !said.band.isExact && said.band.band.unit === said.step.unit
      return counted(said, said.step, full ? { full } : {}, isShortOf ? 0.45 : 1)
    },
    [
      {
        rule: '领导小组、年度方案、月度调度三项齐全得1.5分，每缺一项扣0.5分',
        form: { form: 'per-occurrence', unit: '项', per: 1, pointsPerUnit: 500, full: 1500 },
      },
    ],
  ),
  pattern('each-counted', 'step', ([said]) => (said ? countOne(said) : null), [
    {
      rule: '每发现一处路面积尘扣0.2分',
      form: { form: 'per-occurrence', unit: '处', per: 1, pointsPerUnit: 200 },
    },
    {
      rule: '零星垃圾每5处扣0.1分',
      form: { form: 'per-occurrence', unit: '处', per: 5, pointsPerUnit: 100 },
    },
    { rule: '抢修不及时的，每次扣0.5—1分', form: { form: 'per-occurrence', unit: '次', range: [500, 1000] } },
    { rule: '超时1次扣0.25分', form: { form: 'per-occurrence', unit: '次', pointsPerUnit: 250 } },
    { rule: '均按每块0.2分扣除', form: { form: 'per-occurrence', unit: '块', pointsPerUnit: 200 } },
    {
      rule: '着装不规范的，首次提醒，第二次起每人次扣0.2分',
      form: { form: 'per-occurrence', unit: '人次', pointsPerUnit: 200, allowance: 1 },
    },
    { rule: '公示，缺一扣0.5分', form: { form: 'per-occurrence', unit: null, pointsPerUnit: 500 } },
  ]),
  pattern(
    'several-one-figure',
    'once',
    ([said]) => {
      if (!said || isRange(said) || said.isJudged || (said.band?.isNear && !said.band.isExact)) return null
      if (!/[各均]|分别/.test(said.effect?.text ?? '') || !said.lead.includes('、')) return null
      return counted(said, { per: 1, unit: null })
    },
    [
      {
        rule: '堆放坡度、排水、绿化覆盖不达标的，各扣0.5分',
        form: { form: 'per-occurrence', unit: null, pointsPerUnit: 500 },
      },
    ],
  ),
]
