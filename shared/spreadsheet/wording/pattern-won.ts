import { type ClausePattern, pattern } from './clause-pattern'
import { type Around, isRange, pts, type Reading } from './draft'
import { labelled, labelOf } from './labelled'
import { excludes, sharesWord } from './labels'
import type { Said } from './said'
import { isShareUnit } from './units'

/** What is won by being so: parts that add up, cases, all or nothing. */

const isTakeOne = (said: Said): boolean => /取最高|不累计|不重复|择高|就高|最高项/.test(said.lead)

const sumOf = (saids: readonly Said[]): number =>
  saids.reduce((sum, said) => sum + (said.effect?.low ?? 0), 0)
const mostOf = (saids: readonly Said[]): number => Math.max(...saids.map((said) => said.effect?.low ?? 0))

function additive(saids: readonly Said[], confidence = 1): Reading {
  return {
    form: {
      form: 'additive',
      parts: saids.map((said) => ({ label: labelOf(said), points: pts(said.effect?.low) })),
    },
    confidence,
  }
}

const RANKS =
  /优|良|一般|合格|星级|[一二三四]级|[一二三四]等|持平|已|正在|未|前[三五十]|名|完成|国|省|市|建成|半年|季度|年/

/** Several wins in a row: parts where they make up the item's points, cases where the best alone does. */
function wins(all: readonly Said[], around: Around): Reading | null {
  const whole = winsOf(all, around)
  const end = all.findIndex(
    (said, i) => i > 1 && (isOfOther(said, all[0]) || (said.is === 'nought' && isSecond(said, all[i - 1]))),
  )
  if (end < 0 || !whole || whole.form.form !== 'tier') return whole
  const reading = winsOf(all.slice(0, end), around)
  return reading && { ...reading, takes: reading.takes ?? end }
}

/** …较差不得分，签订率未达到95%的不得分: all is lost already where no case applies. */
const isSecond = (said: Said, before: Said | undefined): boolean =>
  before?.is === 'nought' && said.lead.length > 6 && !sharesWord(said.lead, before.lead)

/** …，全有得1分；坐席接通率95%以上得2分: another thing begins. */
const isOfOther = (said: Said, first: Said | undefined): boolean =>
  ['semi', 'stop'].includes(said.statement.join) &&
  said.lead.length > 6 &&
  !sharesWord(said.lead, first?.lead ?? '')

function winsOf(saids: readonly Said[], around: Around): Reading | null {
  const gains = saids.filter((said) => said.is === 'win')
  const rest = saids.filter((said) => said.is !== 'win')
  if (saids.some((said) => isRange(said)) || gains.length === 0) return null
  if (rest.length > 0 && gains.length >= 2) {
    if (gains.some((said) => /[再另]/.test(said.effect?.text ?? '')))
      return { ...additive(gains, 0.45), takes: gains.length }
    const isPart = sumOf(gains) === around.points && mostOf(gains) !== around.points
    if (isPart && rest.every((said) => said.is === 'nought'))
      return { ...additive(gains), takes: gains.length }
    return labelled(saids)
  }
  if (rest.length > 0) return null
  if (gains.length === 1) return null
  const { points } = around
  if (points !== null && sumOf(gains) === points) return additive(gains)
  if (points !== null && mostOf(gains) === points) return labelled(gains)
  if (gains.every((said) => said.step !== null)) return null
  const areRanked =
    gains.every((said) => RANKS.test(said.lead)) && new Set(gains.map((g) => g.effect?.low)).size > 1
  const reading = areRanked ? labelled(gains) : additive(gains)
  return reading && { ...reading, confidence: points === null ? 0.7 : 0.45 }
}

/** 有X得1分，没有的不得分. */
const CONTRARY = /^(?:有不|没有|没|无|未|不|否则|反之|达不到|否|缺|逾期|其余|其他)/

export const WON_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'won-or-not',
    'win nought',
    ([won, lost], around) => {
      if (!won || !lost || won.step || isRange(won) || won.statement.tail.length > 0) return null
      const isMeasured = won.band?.isNear && (!won.band.isExact || isShareUnit(won.band.band.unit))
      if (isMeasured && !/^有不/.test(lost.lead)) return null
      const isAll = around.points === null || won.effect?.low === around.points
      return {
        form: { form: 'all-or-nothing', deduct: 'all', gain: pts(won.effect?.low) },
        confidence: isAll ? 1 : 0.6,
      }
    },
    [
      {
        rule: '有安全检测报告得1分，没有的不得分',
        points: 1000,
        form: { form: 'all-or-nothing', deduct: 'all', gain: 1000 },
      },
    ],
  ),
  pattern(
    'full-or-nothing',
    'all nought',
    ([won, lost]) => {
      if (!won || !lost || won.band?.isNear || lost.band?.isNear) return null
      if (!lost.isElse && !CONTRARY.test(lost.lead) && !excludes(labelOf(lost), labelOf(won))) return null
      return { form: { form: 'all-or-nothing', deduct: 'all' } }
    },
    [{ rule: '编制规划并经批准的得满分，否则不得分', form: { form: 'all-or-nothing', deduct: 'all' } }],
  ),
  pattern('full-or-less', 'all once once* nought?', (saids) => (saids.length > 2 ? labelled(saids) : null), [
    {
      rule: '落实到位得满分，基本到位扣0.5分，不到位扣1.5分，未开展不得分',
      form: {
        form: 'tier',
        tiers: [
          { label: '落实到位', result: { effect: 'full' } },
          { label: '基本到位', result: { effect: 'deduct', points: 500 } },
          { label: '不到位', result: { effect: 'deduct', points: 1500 } },
          { label: '未开展', result: { effect: 'zero' } },
        ],
      },
    },
  ]),
  pattern(
    'each-won-up-to-all',
    'win-step win',
    ([said, all]) => {
      if (!said?.step?.unit || isRange(said) || !all || !/^(?:全部|全面)/.test(all.lead)) return null
      const { unit, per } = said.step
      const cap = pts(all.effect?.low)
      return { form: { form: 'additive', unit, per, pointsPerUnit: pts(said.effect?.low), cap } }
    },
    [
      {
        rule: '完成一项得0.4分，全部完成得2分',
        form: { form: 'additive', unit: '项', per: 1, pointsPerUnit: 400, cap: 2000 },
      },
    ],
  ),
  pattern(
    'each-won',
    'win-step nought?',
    ([said, lost]) => {
      if (!said?.step?.unit || isRange(said)) return null
      if (lost && !CONTRARY.test(lost.lead)) return null
      const { unit, per } = said.step
      // So much for each share beyond some line: a sum of points from zero would be another thing.
      const confidence = isShareUnit(unit) ? 0.45 : 1
      return {
        form: { form: 'additive', unit, per, pointsPerUnit: pts(said.effect?.low), cap: null },
        confidence,
      }
    },
    [
      {
        rule: '每建成1个得1分',
        form: { form: 'additive', unit: '个', per: 1, pointsPerUnit: 1000, cap: null },
      },
    ],
  ),
  pattern(
    'several-won',
    'win win* nought|all|else*',
    (saids, around) => {
      const told = saids.filter((said) => !isTakeOne(said))
      // 不重复扣分，每季召开得2分: a note before a case of its own.
      if (saids.some((said) => isTakeOne(said) && said.lead.includes(','))) return null
      return wins(told, around)
    },
    [
      {
        rule: '建立制度得1分，落实人员得1分',
        points: 2000,
        form: {
          form: 'additive',
          parts: [
            { label: '建立制度', points: 1000 },
            { label: '落实人员', points: 1000 },
          ],
        },
      },
      {
        rule: '建成并开放得3分，建成未开放得1.5分，未建成不得分',
        points: 3000,
        form: {
          form: 'tier',
          tiers: [
            { label: '建成并开放', result: { effect: 'gain', points: 3000 } },
            { label: '建成未开放', result: { effect: 'gain', points: 1500 } },
            { label: '未建成', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern('full-or-cases', 'all win+ nought?', (saids) => labelled(saids), [
    {
      rule: '每季度更新一次得满分，半年更新一次得1分，全年未更新不得分',
      form: {
        form: 'tier',
        tiers: [
          { label: '每季度更新一次', result: { effect: 'full' } },
          { label: '半年更新一次', result: { effect: 'gain', points: 1000 } },
          { label: '全年未更新', result: { effect: 'zero' } },
        ],
      },
    },
  ]),
  pattern(
    'nothing-or-more',
    'nought win win+',
    (saids, around) => {
      const isOneSentence = saids.every((said, i) => i === 0 || said.statement.join !== 'stop')
      const isPlain = saids.every((said) => !said.step && !isRange(said) && !said.band?.isNear)
      const [none, ...won] = saids
      if (won.some((said) => isOfOther(said, none))) return null
      if (!none || none.isElse || !isOneSentence || !isPlain || mostOf(won) !== around.points) return null
      return labelled(saids)
    },
    [
      {
        rule: '台账没有的不给分，有但不全的给0.5分，齐全的给1分',
        points: 1000,
        form: {
          form: 'tier',
          tiers: [
            { label: '台账没有', result: { effect: 'zero' } },
            { label: '有但不全', result: { effect: 'gain', points: 500 } },
            { label: '齐全', result: { effect: 'gain', points: 1000 } },
          ],
        },
      },
    ],
  ),
  pattern(
    'not-or-won',
    'nought win',
    ([lost, won], around) => {
      if (!lost || !won || won.step || isRange(won) || won.isJudged || won.band?.isNear || lost.band?.isNear)
        return null
      const isContrary = CONTRARY.test(lost.lead) && excludes(labelOf(lost), labelOf(won))
      if (!isContrary || won.effect?.low !== around.points || won.statement.join === 'stop') return null
      return { form: { form: 'all-or-nothing', deduct: 'all', gain: pts(won.effect?.low) } }
    },
    [
      {
        rule: '未达到国家标准的不得分，达到国家标准的得2分',
        points: 2000,
        form: { form: 'all-or-nothing', deduct: 'all', gain: 2000 },
      },
    ],
  ),
  pattern(
    'won-once',
    'win',
    ([said], around) => {
      if (!said || said.step || isRange(said) || said.isJudged) return null
      const isAll = (said.effect?.low === around.points || around.isPart) && around.isAlone
      return {
        form: { form: 'all-or-nothing', deduct: 'all', gain: pts(said.effect?.low) },
        confidence: isAll ? 0.8 : 0.45,
      }
    },
    [
      {
        rule: '按月公布结果得1分',
        points: 1000,
        form: { form: 'all-or-nothing', deduct: 'all', gain: 1000 },
      },
    ],
  ),
]
