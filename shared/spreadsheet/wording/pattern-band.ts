import { caseBand, casesOf, isAgain, singleBand, tierForm, wonBand, wonOrCase } from './cases'
import { type ClausePattern, isMeasured, pattern } from './clause-pattern'
import { isRange } from './draft'
import { bareLabel, sharesWord } from './labels'
import { bareSubject, type Said, textOf } from './said'
import type { Band } from './tokens'
import { isSameScale } from './units'

/** Bands of a measured value, each with its result. */

const isNamedEnd = (said: Said): boolean => /^(?:全部|全面|第.{1,3}名)/.test(said.lead)

const isMixed = (saids: readonly Said[]): boolean =>
  saids.some((said) => said.is === 'win') && saids.some((said) => said.is === 'cost')

/** What is won at a bound and lost beyond it. */

const UNDONE = /^(?:仍|还|尚)?[未没无不]/

export const BAND_PATTERNS: readonly ClausePattern[] = [
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
      // 24小时内未整改: what was not done in time has no amount.
      if (first.band?.band.lo === undefined && UNDONE.test(first.band?.after ?? '')) return null
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
    'one-two-more',
    'win-step win+',
    (saids) => {
      const [first, second] = saids
      const one = first && singleBand(first)
      if (!first || !second || !one || caseBand(second)?.lo !== 2) return null
      const count = casesOf(saids, (said) => (said === first ? one : caseBand(said)))
      if (count < 2) return null
      return tierForm(
        saids.slice(0, count).map((said) => ({ said, band: said === first ? one : caseBand(said) })),
        null,
      )
    },
    [
      {
        rule: '建成1个得1分，2个得2分，3个以上得4分',
        form: {
          form: 'tier',
          unit: null,
          tiers: [
            { cmp: '=', value: 1, unit: '个', result: { effect: 'gain', points: 1000 } },
            { cmp: '=', value: 2, unit: '个', result: { effect: 'gain', points: 2000 } },
            { cmp: '>=', value: 3, unit: '个', result: { effect: 'gain', points: 4000 } },
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
      if (
        second.statement.join === 'stop' ||
        (second.statement.join === 'semi' && second.band.subject !== '')
      )
        return null
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
        saids[0]?.is === 'win' &&
        ['comma', 'dun'].includes(next.statement.join)
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
    'bands-of-one-deed',
    'bounded bounded+ else|nought?',
    (saids) => {
      const deedOf = (said: Said): string => (said.band?.after ?? '').replace(/[的者,]+$/, '')
      const [first, second] = saids
      const deed = first && deedOf(first)
      if (!first?.band || !second || !deed || first.band.isNear || /[0-9,]/.test(deed)) return null
      if (first.band.band.lo === undefined && UNDONE.test(deed)) return null
      // 到达现场 … 到达.
      const isOfDeed = (said: Said): boolean =>
        said.band?.isNear === true || (deedOf(said) !== '' && deed.startsWith(deedOf(said)))
      const count = casesOf(saids, (said) => (isOfDeed(said) ? (said.band?.band ?? null) : null))
      if (count < 2 || isMixed(saids.slice(0, count))) return null
      const none = saids[count]
      const isNoneLast =
        none?.is === 'nought' && !none.band && none.statement.join !== 'stop' && /^[未没无]/.test(none.lead)
      return tierForm(
        saids.slice(0, isNoneLast ? count + 1 : count).map((said) => ({
          said,
          band: said.isElse || said === none ? null : (said.band?.band ?? null),
          label: bareLabel(said.lead),
        })),
        null,
      )
    },
    [
      {
        rule: '12小时内处理完毕的得1分，24小时内处理完毕的得0.5分，超过24小时的不得分',
        form: {
          form: 'tier',
          unit: null,
          tiers: [
            { cmp: '<=', value: 12, unit: '小时', result: { effect: 'gain', points: 1000 } },
            {
              min: 12,
              max: 24,
              unit: '小时',
              minInclusive: false,
              maxInclusive: true,
              result: { effect: 'gain', points: 500 },
            },
            { cmp: '>', value: 24, unit: '小时', result: { effect: 'zero' } },
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
      const begins = rest[0]?.lead ?? ''
      const own = bareSubject(begins.slice(0, begins.indexOf(rest[0]?.band?.token.text ?? '')))
      // 未建立的不得分；接通率95%以上得2分: of another thing.
      const isOfOther = own !== '' && !sharesWord(first.lead, own)
      if (count !== rest.length || isOfOther) return null
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
]
