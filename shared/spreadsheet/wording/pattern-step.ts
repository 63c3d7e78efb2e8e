import { isAgain } from './cases'
import { type ClausePattern, isMeasured, pattern } from './clause-pattern'
import { type Around, isRange, pts, type Reading } from './draft'
import { sharesWord } from './labels'
import type { Bound } from './read-clause'
import { type Said, textOf } from './said'
import { standardInContent, standardInRule } from './standard-in'
import { isSameScale, isShareUnit, isTimeUnit } from './units'

/** So much for each step beyond a standard: 每低1个百分点扣0.2分. */

const FALLS_BY_RISING =
  /缺口|缺失|破损|漏|投诉|违|超标|返工|缺株|缺苗|病|死|损坏|积压|逾期|不合格|不达标|超限|空置|事故|发案|虫|黑|差错|失误|退件|未/

/** A standard is spoken of that neither the rule nor the content gives. */
function isVague(said: Said, head: Said | null): boolean {
  if (isAgain(said)) return true
  if (isShareUnit(said.step?.unit ?? '') && /标准|规定|目标|指标/.test(said.lead)) return true
  const isByComparison = /同比|环比|上年|去年|同期/.test(said.lead)
  return head === null && !isByComparison && said.step?.mode === 'over' && isShareUnit(said.step.unit ?? '')
}

function directionOf(said: Said, head: Said | null): 'above' | 'below' | null {
  const mode = said.step?.mode
  if (mode === 'short') return 'below'
  // Behind the plan by a share: that much is missing.
  if (/滞后|落后/.test(said.step?.verb ?? '') && isShareUnit(said.step?.unit ?? '')) return 'below'
  if (mode === 'over') return 'above'
  for (const one of [said, head]) {
    for (const { band } of one?.statement.lead ?? []) {
      if (!band || !isSameScale(band.unit, said.step?.unit ?? '')) continue
      const isOver = one === said ? band.lo !== undefined : band.hi !== undefined
      if (band.lo === undefined || band.hi === undefined) return isOver ? 'above' : 'below'
    }
  }
  return FALLS_BY_RISING.test(said.lead) ? 'above' : null
}

/** So much for each step beyond the standard; null where a count serves as well. */
function linear(said: Said, head: Said | null, around: Around): Reading | null {
  const { step } = said
  if (!step || step.unit === null || isRange(said) || said.free > 0) return null
  const direction = directionOf(said, head)
  if (!direction) return isShareUnit(step.unit) ? { form: { form: 'unparsed' } } : null
  const at = said.statement.lead.indexOf(step.token)
  const inStep = step.token.band
  const own = inStep
    ? { value: inStep.lo ?? inStep.hi ?? 0, unit: inStep.unit }
    : standardInRule(said.statement.lead.slice(0, at), step.unit)
  const fromHead = head ? standardInRule(head.statement.lead, step.unit) : null
  if (own === 'several' || fromHead === 'several') return { form: { form: 'unparsed' } }
  const words = (head?.lead ?? '') + said.lead
  const inContent = standardInContent(around.setting.content, step.unit, direction, words)
  // 接报后2小时内 … 每延误1小时: the delay itself is counted, whatever its standard.
  const isDelay = direction === 'above' && isTimeUnit(step.unit)
  const from: Bound | null = fromHead ?? own ?? (isDelay ? null : inContent)
  if (!from && isDelay && inContent) return null
  if (!from && step.mode === 'count' && !isShareUnit(step.unit)) return null
  if (!from && !isMeasured(said)) return null
  const isSure = from !== null || isTimeUnit(step.unit) || !isShareUnit(step.unit)
  return {
    form: {
      form: 'linear',
      unit: step.unit,
      per: step.per,
      pointsPerUnit: pts(said.effect?.low),
      cap: null,
      direction,
      from,
      ...(head?.is === 'win' && { full: pts(head.effect?.low) }),
    },
    confidence: !from && isVague(said, head) ? 0.45 : isSure ? 1 : 0.6,
  }
}

/** …达到90%的得1分。亮灯率低于98%的，每低…: a sentence of its own, on another thing. */
function isOfOther(head: Said, said: Said): boolean {
  if (!['stop', 'semi'].includes(said.statement.join)) return false
  const at = said.step ? said.statement.lead.indexOf(said.step.token) : -1
  const own = textOf(said.statement.lead.slice(0, Math.max(0, at)))
  return own.length > 3 && !sharesWord(head.lead, own)
}

export const STEP_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'full-then-each-step',
    'head measured',
    ([head, said], around) => {
      if (!head || !said || isRange(head) || isOfOther(head, said)) return null
      return linear(said, head, around)
    },
    [
      {
        rule: '返工率在3%以内得1.5分，每超1个百分点扣0.3分',
        form: {
          form: 'linear',
          unit: '百分点',
          pointsPerUnit: 300,
          direction: 'above',
          from: { value: 3, unit: '%' },
          full: 1500,
        },
      },
    ],
  ),
  pattern(
    'full-then-each-step',
    'head step',
    ([head, said], around) => {
      if (!head?.band?.isNear || !said?.step || said.step.mode === 'count' || isRange(head)) return null
      return head.band.band.unit === said.step.unit ? linear(said, head, around) : null
    },
    [
      {
        rule: '检查10家，达标9家及以上得满分，每少1家扣0.3分',
        form: {
          form: 'linear',
          unit: '家',
          pointsPerUnit: 300,
          direction: 'below',
          from: { value: 9, unit: '家' },
        },
      },
    ],
  ),
  pattern(
    'each-step-beyond',
    'step',
    ([said], around) => {
      if (!said?.step || said.step.unit === null) return null
      if (said.step.mode === 'count' && !isShareUnit(said.step.unit)) return null
      if (said.step.unit !== '分' && !isMeasured(said) && !said.step.isEach && said.step.mode === 'over')
        return null
      return linear(said, null, around)
    },
    [
      {
        rule: '分类准确率每低于标准1个百分点扣0.25分',
        content: '分类准确率达到85%',
        form: {
          form: 'linear',
          unit: '百分点',
          pointsPerUnit: 250,
          direction: 'below',
          from: { value: 85, unit: '%' },
        },
      },
      {
        rule: '每逾期1日扣0.2分',
        form: { form: 'linear', unit: '日', pointsPerUnit: 200, direction: 'above', from: null },
      },
    ],
  ),
]
