import { tierOf } from './bands'
import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, type Reading, resultOf } from './draft'
import { type Said, textOf } from './said'
import type { Band } from './tokens'
import { isMeasuredUnit } from './units'

/** One mark that is reached or passed: thresholds. */

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

export const MARK_PATTERNS: readonly ClausePattern[] = [
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
    'beyond-a-bound',
    'band',
    ([said]) => {
      const band = said?.band
      if (!said || !band || (said.is === 'free' && !said.isElse)) return null
      if (band.isExact) return null
      if (said.effect?.scope === 'category' || said.effect?.scope === 'total') return null
      const result = resultOf(said)
      const tier = result && tierOf(band.band, result)
      // 主干道达到90%，支路达到70%，未达标的扣1分: not at the bound, but short of it.
      if (/,.*[未不]/.test(band.after)) return { form: { form: 'unparsed' } }
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
