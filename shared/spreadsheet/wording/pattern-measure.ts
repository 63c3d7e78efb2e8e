import { fittedBands, tierOf } from './bands'
import { type ClausePattern, isMeasured, pattern } from './clause-pattern'
import { type Around, isRange, pts, type Reading, resultOf } from './draft'
import { bareLabel } from './labels'
import type { Bound, ReadTier } from './read-clause'
import { bareSubject, type Said, textOf } from './said'
import { standardInContent, standardInRule } from './standard-in'
import type { Band } from './tokens'
import { isMeasuredUnit, isSameScale, isShareUnit, isTimeUnit } from './units'

/** What is measured against a standard: bands, thresholds, so much for each step beyond. */

const FALLS_BY_RISING =
  /缺口|缺失|破损|漏|投诉|违|超标|返工|缺株|缺苗|病|死|损坏|积压|逾期|不合格|不达标|超限|空置|事故|发案|虫|黑|差错|失误|退件|未/
const isAgain = (said: Said): boolean => /[再另加追]/.test(said.effect?.text ?? '')

/** A standard is spoken of that neither the rule nor the content gives. */
function isVague(said: Said, head: Said | null): boolean {
  if (isAgain(said)) return true
  if (isShareUnit(said.step?.unit ?? '') && /标准|规定|目标|指标|平均/.test(said.lead)) return true
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

function subjectsAgree(first: string, later: string): boolean {
  const [a, b] = [bareSubject(first), bareSubject(later)]
  return b === '' || a === b || a.endsWith(b) || b.endsWith(a) || (a !== '' && b.length > 1 && a.includes(b))
}

/** The band of a case: printed, or a single thing (查到一起) beside two and more. */
function caseBand(said: Said): Band | null {
  if (said.band?.isNear || (said.step && said.band?.isClose)) return said.band.band
  return null
}

function singleBand(said: Said): Band | null {
  const { step } = said
  if (!step || step.isEach || step.unit === null || step.per !== 1) return null
  if (/[任另每]/.test(step.verb.slice(-1))) return null
  return { unit: step.unit, lo: 1, hi: 1, hasLo: true, hasHi: true }
}

/** 1次得1分 beside 2次以上得2分. */
const wonOrCase = (said: Said): Band | null =>
  said.is === 'win' && said.step ? singleBand(said) : caseBand(said)

const wonBand = (said: Said): Band | null => (said.step ? singleBand(said) : caseBand(said))

/** 达100% is 100%: no share goes beyond. */
const isWhole = (said: Said): boolean =>
  said.band?.token.text.startsWith('达') === true && said.band.band.unit === '%' && said.band.band.lo === 100

/** 达98%得4分，96%得3分，94%得2分，低于94%得0分: after the first, each share is where its case begins. */
function asLowerBounds(bands: readonly Band[]): readonly Band[] {
  const [first] = bands
  if (first?.unit !== '%' || first.lo === undefined || first.hi !== undefined) return bands
  const exact = bands.slice(1).filter((band) => band.lo !== undefined && band.lo === band.hi)
  const isFalling = exact.every((band, i) => (band.lo ?? 0) < ((i === 0 ? first : exact[i - 1])?.lo ?? 0))
  const rest = bands.slice(1).filter((band) => !exact.includes(band))
  const lowest = exact[exact.length - 1]?.lo
  if (!isFalling || !rest.every((band) => band.lo === undefined && band.hi === lowest)) return bands
  return bands.map((band) =>
    exact.includes(band) ? { unit: band.unit, lo: band.lo ?? 0, softLo: true, hasLo: true } : band,
  )
}

function tierForm(
  cases: readonly {
    readonly said: Said
    readonly band: Band | null
    readonly label?: string
    /** What a named case takes of the scale, though it is printed by name. */
    readonly fits?: Band
  }[],
  unit: string | null,
): Reading | null {
  const bands = asLowerBounds(cases.flatMap((one) => (one.band ? [one.band] : one.fits ? [one.fits] : [])))
  // 半年一次, 一年一次: the same count twice is no scale.
  const names = bands.map(({ lo, hi, unit: scale }) => `${lo} ${hi} ${scale}`)
  if (new Set(names).size < names.length) return null
  const fitted = fittedBands(bands)
  if (!fitted) return { form: { form: 'unparsed' } }
  const tiers: ReadTier[] = []
  let at = 0
  for (const { said, band, label, fits } of cases) {
    const result = resultOf(said)
    if (!result) return null
    if (band) {
      const one = fitted[at] as Band
      tiers.push(tierOf(isWhole(said) ? { ...one, hi: 100 } : one, result))
      at += 1
    } else {
      tiers.push({ label: label ?? said.lead, result })
      if (fits) at += 1
    }
  }
  // 完成90%得1.5分 among others: 90% alone, or from 90%?
  const isExactShare = bands.some(({ lo, hi, unit: scale }) => scale === '%' && lo === hi && lo !== 100)
  return { form: { form: 'tier', unit, tiers }, takes: cases.length, confidence: isExactShare ? 0.45 : 1 }
}

/** How many of `saids` are cases of one measure, from the first. */
function casesOf(saids: readonly Said[], band: (said: Said) => Band | null): number {
  const first = saids[0]
  const unit = first && band(first)?.unit
  if (!first || !unit) return 0
  let n = 1
  while (n < saids.length) {
    const said = saids[n] as Said
    if (said.isElse) return n + 1
    const its = band(said)
    if (!its || its.unit !== unit || isAgain(said) || said.statement.join === 'stop') break
    if (!subjectsAgree(first.band?.subject ?? first.lead, said.band?.subject ?? '')) break
    n += 1
  }
  return n
}

const isNamedEnd = (said: Said): boolean => /^(?:全部|全面|第.{1,3}名)/.test(said.lead)

const isMixed = (saids: readonly Said[]): boolean =>
  saids.some((said) => said.is === 'win') && saids.some((said) => said.is === 'cost')

/** What is won at a bound and lost beyond it. */
function reachedOrNot(band: Band, won: Said): Reading | null {
  if (band.lo !== undefined && band.hi !== undefined && band.lo !== band.hi) return null
  const open = band.lo !== undefined ? { unit: band.unit, lo: band.lo, ...sideOf(band, 'lo') } : band
  const isOnly = band.lo !== undefined && band.lo === band.hi && !won.band?.isExact
  if (isOnly && !(band.unit === '%' && band.lo === 100)) return null
  const gain = tierOf(isOnly ? band : open, resultOf(won) ?? { effect: 'full' })
  const loss = tierOf(opposite(open), { effect: 'zero' })
  if (!('cmp' in gain) || !('cmp' in loss)) return null
  return { form: { form: 'threshold', thresholds: [gain, loss] } }
}

const sideOf = (band: Band, _side: 'lo'): Partial<Band> => ({ hasLo: band.hasLo ?? band.softLo ?? true })

function opposite(band: Band): Band {
  const { unit, lo, hi } = band
  if (lo !== undefined) return { unit, hi: lo, hasHi: !(band.hasLo ?? band.softLo ?? true) }
  return { unit, lo: hi ?? 0, hasLo: !(band.hasHi ?? band.softHi ?? false) }
}

const OF_IT = '(?:该|上述|此)?(?:要求|标准|规定|目标|比例|指标)?的?,?$'
const NOT_REACHED = new RegExp(`^,(?:达不到|未达到?|没有达到|不达标|未达标|低于|不足|不够|未满足)${OF_IT}`)
const PASSED = new RegExp(`^,(?:超过|超出|超标|高于|大于)${OF_IT}`)

export const MEASURE_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'bands-by-step',
    'bound-step|bound-free bound-step|bound-free+',
    (saids) => {
      const priced = saids.find((said) => said.step !== null)
      const [first] = saids
      if (!first || !priced?.step || isSameScale(first.band?.band.unit ?? '', priced.step.unit ?? ''))
        return null
      if (isRange(priced)) return null
      const { unit } = priced.step
      const end = saids.findIndex(
        (said) => said.step && (said.step.unit !== unit || said.step.per !== 1 || isRange(said)),
      )
      const group = end < 0 ? saids : saids.slice(0, end)
      const alike = (said: Said): Band | null =>
        caseBand(said) ?? (said.band?.after === first.band?.after ? (said.band?.band ?? null) : null)
      const count = casesOf(group, alike)
      const cases = group.slice(0, count)
      if (count < 2 || !cases.some((said) => said.step !== null)) return null
      return tierForm(
        cases.map((said) => ({ said, band: alike(said) })),
        unit,
      )
    },
    [
      {
        rule: '漂浮物1平方米以下每处扣0.2分，1—3平方米每处扣0.5分，3平方米以上每处扣1分',
        form: {
          form: 'tier',
          unit: '处',
          tiers: [
            { cmp: '<', value: 1, unit: '平方米', result: { effect: 'deduct', points: 200 } },
            {
              min: 1,
              max: 3,
              unit: '平方米',
              minInclusive: true,
              maxInclusive: false,
              result: { effect: 'deduct', points: 500 },
            },
            { cmp: '>=', value: 3, unit: '平方米', result: { effect: 'deduct', points: 1000 } },
          ],
        },
      },
    ],
  ),
  pattern(
    'one-two-more',
    'step counted-case counted-case*',
    (saids) => {
      const [first, second] = saids
      const one = first && singleBand(first)
      if (!first || !second || !one || isRange(first)) return null
      const at = first.step ? first.statement.lead.indexOf(first.step.token) : -1
      const words = textOf(first.statement.lead.slice(at + 1))
      const band = (said: Said): Band | null =>
        said === first ? one : (caseBand(said) ?? (said.band?.after === words ? said.band.band : null))
      const next = band(second)
      if (next?.lo !== 2 || next.unit !== one.unit) return null
      const end = saids.findIndex((said) => band(said)?.unit !== one.unit || isAgain(said) || isRange(said))
      const count = end < 0 ? saids.length : end
      return tierForm(
        saids.slice(0, count).map((said) => ({ said, band: band(said) })),
        null,
      )
    },
    [
      {
        rule: '查到一起扣0.5分，两起以上不得分',
        form: {
          form: 'tier',
          unit: null,
          tiers: [
            { cmp: '=', value: 1, unit: '起', result: { effect: 'deduct', points: 500 } },
            { cmp: '>=', value: 2, unit: '起', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern(
    'bands-within-a-step',
    'step band+',
    (saids) => {
      const [first, ...rest] = saids
      const { step, statement } = first ?? {}
      if (!first || !step || !statement || isRange(first)) return null
      const inner = statement.lead.slice(statement.lead.indexOf(step.token) + 1)
      const token = inner.find((one) => one.is === 'bound')
      const band = token?.band
      if (!band || !/^的?$/.test(textOf(inner.slice(inner.indexOf(token) + 1)))) return null
      const others = rest.filter(
        (said) => said.is === 'cost' && caseBand(said)?.unit === band.unit && !isAgain(said),
      )
      if (others.length === 0 || others.some((said, i) => said !== rest[i])) return null
      return tierForm(
        [{ said: first, band }, ...others.map((said) => ({ said, band: caseBand(said) }))],
        step.unit,
      )
    },
    [
      {
        rule: '路面破损每处0.5平方米以内扣0.1分，0.5平方米以上扣0.3分',
        form: {
          form: 'tier',
          unit: '处',
          tiers: [
            { cmp: '<=', value: 0.5, unit: '平方米', result: { effect: 'deduct', points: 100 } },
            { cmp: '>', value: 0.5, unit: '平方米', result: { effect: 'deduct', points: 300 } },
          ],
        },
      },
    ],
  ),
  pattern(
    'steps-by-their-own-count',
    'bound-step bound-step+',
    ([first, second]) => {
      if (!first?.band?.isClose || !second?.band?.isClose || isMeasured(first) || isMeasured(second))
        return null
      const unit = first.step?.unit
      if (first.band.band.unit !== unit || second.band.band.unit !== unit) return null
      // Whether all cost what the last one costs, or each its own, is not said.
      return {
        form: { form: 'per-occurrence', unit, per: 1, pointsPerUnit: null, cap: null },
        confidence: 0.3,
      }
    },
    [
      {
        rule: '10处以下每处扣0.1分，10处以上每处扣0.2分',
        form: { form: 'per-occurrence', unit: '处', pointsPerUnit: null },
      },
    ],
  ),
  pattern(
    'reached-or-not',
    'band else-nought',
    ([said]) => (said?.band && ['win', 'all'].includes(said.is) ? reachedOrNot(said.band.band, said) : null),
    [
      {
        rule: '防治率达到95%得1分，否则不得分',
        form: {
          form: 'threshold',
          thresholds: [
            { cmp: '>=', value: 95, unit: '%', result: { effect: 'gain', points: 1000 } },
            { cmp: '<', value: 95, unit: '%', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern(
    'reached-or-not',
    'band nought',
    ([won, lost]) => {
      if (!won?.band || !lost || won.is !== 'win' || lost.band || won.band.isExact) return null
      const isContrary = /^(?:不足|未达到?|达不到|不达标|未达标|低于标准|不够|超过|超出|超标)的?$/.test(
        lost.lead.replace(/,$/, ''),
      )
      return isContrary ? reachedOrNot(won.band.band, won) : null
    },
    [
      {
        rule: '不低于5000平方米的得2分，不足的不得分',
        form: {
          form: 'threshold',
          thresholds: [
            { cmp: '>=', value: 5000, unit: '平方米', result: { effect: 'gain', points: 2000 } },
            { cmp: '<', value: 5000, unit: '平方米', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern(
    'must-reach',
    'nought|once',
    ([said]) => {
      const lead = said?.statement.lead ?? []
      const bound = lead.find((token) => token.is === 'bound')
      const result = said && resultOf(said)
      const rest = lead.slice(lead.indexOf(bound as (typeof lead)[number]) + 1)
      if (!said || !bound?.band || !result || said.step || isRange(said)) return null
      const contrary = bound.band.lo !== undefined ? NOT_REACHED : PASSED
      if (!/^,?(?:否则|反之),?$/.test(textOf(rest)) && !contrary.test(textOf(rest))) return null
      const tier = tierOf(opposite(bound.band), result)
      return 'cmp' in tier ? { form: { form: 'threshold', thresholds: [tier] } } : null
    },
    [
      {
        rule: '整治完成率不得低于90%，否则不得分',
        form: {
          form: 'threshold',
          thresholds: [{ cmp: '<', value: 90, unit: '%', result: { effect: 'zero' } }],
        },
      },
      {
        rule: '入户率不低于90%，达不到的扣1分',
        form: {
          form: 'threshold',
          thresholds: [{ cmp: '<', value: 90, unit: '%', result: { effect: 'deduct', points: 1000 } }],
        },
      },
    ],
  ),
  pattern(
    'passed-or-not',
    'win nought',
    ([won, lost]) => {
      const mark = /(?:为|即为|视为)(合格|达标|优秀|通过),?\1的?,?$/.exec(won?.lead ?? '')
      const at = won?.statement.lead.find((token) => token.is === 'bound' || token.is === 'count')
      if (!won || !lost || !mark || at?.n === undefined || !at.unit) return null
      if (lost.lead.replace(/的$/, '') !== `不${mark[1]}` && lost.lead.replace(/的$/, '') !== `未${mark[1]}`)
        return null
      return reachedOrNot({ unit: at.unit, lo: at.n }, won)
    },
    [
      {
        rule: '完好率95%为合格，合格得2分，不合格不得分',
        form: {
          form: 'threshold',
          thresholds: [
            { cmp: '>=', value: 95, unit: '%', result: { effect: 'gain', points: 2000 } },
            { cmp: '<', value: 95, unit: '%', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern(
    'full-then-each-step',
    'head measured',
    ([head, said], around) => {
      if (!head || !said || isRange(head)) return null
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
    'bands',
    'band band|else|win|nought+',
    (saids) => {
      const count = casesOf(saids, wonOrCase)
      const next = saids[count]
      // 完成80%以上得2分，全部完成得3分: one more case, by name.
      const named =
        next &&
        next.is === 'win' &&
        next.step === null &&
        !next.band?.isNear &&
        !next.isElse &&
        next.statement.join !== 'stop'
      const cases = saids.slice(0, named ? count + 1 : count)
      const none = saids[count]
      const isNoneLast =
        none?.is === 'nought' &&
        !none.band &&
        none.statement.join !== 'stop' &&
        /^(?:未|没有|无).{1,6}$/.test(none.lead)
      if (isNoneLast && count > 1 && saids.slice(0, count).every((said) => said.is === 'win')) {
        return tierForm(
          saids.slice(0, count + 1).map((said) => ({
            said,
            band: said === none ? null : wonOrCase(said),
            label: bareLabel(said.lead),
          })),
          null,
        )
      }
      if (count < (named ? 1 : 2) || isMixed(cases) || (named && !isNamedEnd(next))) return null
      const isAll = named && /^(?:全部|全面|100)/.test(next.lead) && cases[0]?.band?.band.unit === '%'
      const whole = { unit: '%', lo: 100, hi: 100, hasLo: true, hasHi: true }
      return tierForm(
        cases.map((said) => ({
          said,
          band: said.isElse || (named && said === next) ? null : wonOrCase(said),
          label: bareLabel(said.lead),
          ...(isAll && said === next && { fits: whole }),
        })),
        null,
      )
    },
    [
      {
        rule: '机扫率90%以上得2分，80%—90%得1分，低于80%不得分',
        form: {
          form: 'tier',
          unit: null,
          tiers: [
            { cmp: '>=', value: 90, unit: '%', result: { effect: 'gain', points: 2000 } },
            {
              min: 80,
              max: 90,
              unit: '%',
              minInclusive: true,
              maxInclusive: false,
              result: { effect: 'gain', points: 1000 },
            },
            { cmp: '<', value: 80, unit: '%', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern(
    'none-then-bands',
    'nought win win+',
    (saids) => {
      const [first, ...rest] = saids
      if (!first || first.band?.isNear || !rest.every((said) => said.is === 'win')) return null
      const count = casesOf(rest, wonBand)
      if (count !== rest.length) return null
      const cases = [
        { said: first, band: null, label: first.lead.replace(/[的,]+$/, '') },
        ...rest.map((said) => ({ said, band: wonBand(said) })),
      ]
      return tierForm(cases, null)
    },
    [
      {
        rule: '年内未组织不得分，组织1次得1分，组织2次以上得3分',
        form: {
          form: 'tier',
          unit: null,
          tiers: [
            { label: '年内未组织', result: { effect: 'zero' } },
            { cmp: '=', value: 1, unit: '次', result: { effect: 'gain', points: 1000 } },
            { cmp: '>=', value: 2, unit: '次', result: { effect: 'gain', points: 3000 } },
          ],
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
  pattern(
    'beyond-a-bound',
    'band',
    ([said]) => {
      const band = said?.band
      if (!said || !band || (said.is === 'free' && !said.isElse)) return null
      if (band.isExact) return null
      if (said.effect?.scope === 'category' || said.effect?.scope === 'total') return null
      const result = resultOf(said)
      const tier = result && tierOf(band.band, result)
      if (!tier || !('cmp' in tier)) return null
      return { form: { form: 'threshold', thresholds: [tier] } }
    },
    [
      {
        rule: '签订率低于98%不得分',
        form: {
          form: 'threshold',
          thresholds: [{ cmp: '<', value: 98, unit: '%', result: { effect: 'zero' } }],
        },
      },
    ],
  ),
  pattern(
    'repeated-so-often',
    'nought|once',
    ([said]) => {
      const result = said && resultOf(said)
      const band = said?.band
      if (!said || !band?.isExact || !result || isRange(said) || band.band.lo === undefined) return null
      if (band.band.lo < 2 || !/(?:连续|累计|累计达|超标|达)$/.test(band.subject)) return null
      const after = textOf(said.statement.lead.slice(said.statement.lead.indexOf(band.token) + 1))
      if (isMeasuredUnit(band.band.unit) || after.includes('每') || after.includes(',')) return null
      const { unit, lo } = band.band
      // 累计2次扣0.1分: once, or for every two?
      const isSum = band.subject.endsWith('累计') && said.is === 'cost'
      return {
        form: { form: 'threshold', thresholds: [{ cmp: '>=', value: lo, unit, result }] },
        confidence: isSum ? 0.45 : 1,
      }
    },
    [
      {
        rule: '连续3个月未开展的不得分',
        form: {
          form: 'threshold',
          thresholds: [{ cmp: '>=', value: 3, unit: '个月', result: { effect: 'zero' } }],
        },
      },
    ],
  ),
]
