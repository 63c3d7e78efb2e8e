import { fittedBands, tierOf } from './bands'
import { type ClausePattern, isMeasured, pattern } from './clause-pattern'
import { type Around, isRange, pts, type Reading, resultOf } from './draft'
import type { Bound, ReadTier } from './read-clause'
import { bareSubject, type Said, textOf } from './said'
import { standardInContent, standardInRule } from './standard-in'
import type { Band } from './tokens'
import { isMeasuredUnit, isSameScale, isShareUnit, isTimeUnit } from './units'

/** What is measured against a standard: bands, thresholds, so much for each step beyond. */

const FALLS_BY_RISING =
  /缺口|缺失|破损|漏|投诉|违|超标|返工|缺株|缺苗|病|死|损坏|积压|逾期|不合格|不达标|超限|空置|事故|发案|虫|黑|差错|失误|退件|未/
const isAgain = (said: Said): boolean => /[再另加追]/.test(said.effect?.text ?? '')

function directionOf(said: Said, head: Said | null): 'above' | 'below' | null {
  const mode = said.step?.mode
  if (mode === 'short') return 'below'
  if (mode === 'over') return 'above'
  for (const one of [said, head]) {
    const band = one?.band?.band
    if (!band || !isSameScale(band.unit, said.step?.unit ?? '')) continue
    const isOver = one === said ? band.lo !== undefined : band.hi !== undefined
    if (band.lo === undefined || band.hi === undefined) return isOver ? 'above' : 'below'
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
  const own = standardInRule(said.statement.lead.slice(0, at), step.unit)
  const fromHead = head ? standardInRule(head.statement.lead, step.unit) : null
  const words = (head?.lead ?? '') + said.lead
  const from: Bound | null =
    fromHead ?? own ?? standardInContent(around.setting.content, step.unit, direction, words)
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
    confidence: isSure ? 1 : 0.6,
  }
}

function subjectsAgree(first: string, later: string): boolean {
  const [a, b] = [bareSubject(first), bareSubject(later)]
  return b === '' || a === b || a.endsWith(b) || b.endsWith(a) || (a !== '' && b.length > 1 && a.includes(b))
}

/** The band of a case: printed, or a single thing (查到一起) beside two and more. */
function caseBand(said: Said): Band | null {
  if (said.band?.isNear) return said.band.band
  return null
}

function singleBand(said: Said): Band | null {
  const { step } = said
  if (!step || step.isEach || step.unit === null || step.per !== 1) return null
  if (/[任另每]/.test(step.verb.slice(-1))) return null
  return { unit: step.unit, lo: 1, hi: 1, hasLo: true, hasHi: true }
}

function tierForm(
  cases: readonly { readonly said: Said; readonly band: Band | null; readonly label?: string }[],
  unit: string | null,
): Reading | null {
  const bands = cases.flatMap((one) => (one.band ? [one.band] : []))
  const fitted = fittedBands(bands)
  if (!fitted) return { form: { form: 'unparsed' } }
  const tiers: ReadTier[] = []
  let at = 0
  for (const { said, band, label } of cases) {
    const result = resultOf(said)
    if (!result) return null
    if (band) {
      tiers.push(tierOf(fitted[at] as Band, result))
      at += 1
    } else tiers.push({ label: label ?? said.lead, result })
  }
  return { form: { form: 'tier', unit, tiers }, takes: cases.length }
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

const isMixed = (saids: readonly Said[]): boolean =>
  saids.some((said) => said.is === 'win') && saids.some((said) => said.is === 'cost')

export const MEASURE_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'bands-by-step',
    'band-step band-step+',
    (saids) => {
      const [first] = saids
      if (!first?.step || first.band?.band.unit === first.step.unit || isRange(first)) return null
      const same = saids.findIndex(
        (said) => said.step?.unit !== first.step?.unit || said.step?.per !== 1 || isRange(said),
      )
      const count = casesOf(same < 0 ? saids : saids.slice(0, same), caseBand)
      if (count < 2) return null
      return tierForm(
        saids.slice(0, count).map((said) => ({ said, band: caseBand(said) })),
        first.step.unit,
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
    'step band+',
    (saids) => {
      const [first, second] = saids
      const one = first && singleBand(first)
      if (!first || !second || !one || isRange(first)) return null
      const next = second.band?.band
      if (next?.lo !== 2 || next.unit !== one.unit) return null
      const band = (said: Said): Band | null => (said === first ? one : caseBand(said))
      const same =
        saids.slice(1).filter((said) => caseBand(said)?.unit === one.unit && !isAgain(said)).length + 1
      return tierForm(
        saids.slice(0, same).map((said) => ({ said, band: band(said) })),
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
    'reached-or-not',
    'band else-nought',
    ([said]) => {
      const band = said?.band?.band
      if (!said || !band || said.is !== 'win') return null
      const [lo, hi] = [band.lo, band.hi]
      if (lo === undefined || (hi !== undefined && hi !== lo)) {
        if (hi === undefined || lo !== undefined) return null
        const held = band.hasHi ?? band.softHi ?? false
        const unit = band.unit
        return {
          form: {
            form: 'threshold',
            thresholds: [
              {
                cmp: held ? '<=' : '<',
                value: hi,
                unit,
                result: { effect: 'gain', points: pts(said.effect?.low) },
              },
              { cmp: held ? '>' : '>=', value: hi, unit, result: { effect: 'zero' } },
            ],
          },
        }
      }
      const held = band.hasLo ?? band.softLo ?? true
      return {
        form: {
          form: 'threshold',
          thresholds: [
            {
              cmp: held ? '>=' : '>',
              value: lo,
              unit: band.unit,
              result: { effect: 'gain', points: pts(said.effect?.low) },
            },
            { cmp: held ? '<' : '<=', value: lo, unit: band.unit, result: { effect: 'zero' } },
          ],
        },
      }
    },
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
      if (!head?.band?.isNear || !said?.step?.unit || said.step.mode === 'count' || isRange(head)) return null
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
    'band band|else+',
    (saids) => {
      const count = casesOf(saids, caseBand)
      const cases = saids.slice(0, count)
      if (count < 2 || isMixed(cases)) return null
      return tierForm(
        cases.map((said) => ({ said, band: said.isElse ? null : caseBand(said), label: said.lead })),
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
    'nought band band+',
    (saids) => {
      const [first, ...rest] = saids
      if (!first || first.band?.isNear || !rest.every((said) => said.is === 'win')) return null
      const count = casesOf(rest, caseBand)
      if (count !== rest.length) return null
      const cases = [
        { said: first, band: null, label: first.lead.replace(/[的,]+$/, '') },
        ...rest.map((said) => ({ said, band: caseBand(said) })),
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
      return { form: { form: 'threshold', thresholds: [{ cmp: '>=', value: lo, unit, result }] } }
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
