import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, pts, resultOf } from './draft'
import { labelled, labelOf } from './labelled'
import { bareLabel, excludes, takesUp } from './labels'
import type { Said } from './said'
import { isMeasuredUnit, isShareUnit, isTimeUnit } from './units'

/** What is lost by being so: all or nothing, and cases that exclude each other. */

/** A share, or a bound on how many there are, that no pattern took: it says when, and was not read. */
function isUnread({ band }: Said): boolean {
  if (band === null) return false
  const { unit } = band.band
  // 累计3类以上未更新: how many there are is part of what is found.
  return isShareUnit(unit) || (band.isNear && !band.isExact && !isTimeUnit(unit) && !isMeasuredUnit(unit))
}

export const CASE_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'none-or-cases',
    'free once once* nought?',
    (saids) => {
      const end = saids.findIndex(
        (said, i) => i > 0 && !['comma', 'dun', 'semi'].includes(said.statement.join),
      )
      const group = end < 0 ? saids : saids.slice(0, end)
      if (group.length < 2 || group.some((said) => said.band?.isNear || isRange(said))) return null
      const reading = labelled(group)
      return reading && { ...reading, takes: group.length }
    },
    [
      {
        rule: '总体评价良好的不扣分，一般的扣1分，较差的扣2.5分',
        form: {
          form: 'tier',
          tiers: [
            { label: '总体评价良好', result: { effect: 'none' } },
            { label: '一般', result: { effect: 'deduct', points: 1000 } },
            { label: '较差', result: { effect: 'deduct', points: 2500 } },
          ],
        },
      },
    ],
  ),
  pattern(
    'first-then-again',
    'once nought|once nought|once*',
    (saids) => {
      const [first, again] = saids
      if (!first || !again || isRange(first) || isRange(again)) return null
      const label = /(?:首次|第一次|初次)/.exec(first.lead)?.[0]
      const next = /^(?:再次|第二次|二次|再犯|再)[\u4e00-\u9fff]{0,4}/.exec(again.lead)?.[0]
      if (!label || !next || /[再另加追]/.test(again.effect?.text.slice(0, 1) ?? '')) return null
      const [a, b] = [resultOf(first), resultOf(again)]
      if (!a || !b) return null
      const more = saids.slice(2).filter((said) => /^第[三四五3-5]次/.test(said.lead) && !isRange(said))
      const third = more.flatMap((said) => {
        const result = resultOf(said)
        return result ? [{ label: bareLabel(said.lead), result }] : []
      })
      return {
        form: {
          form: 'tier',
          unit: null,
          tiers: [{ label, result: a }, { label: bareLabel(again.lead), result: b }, ...third],
        },
        takes: 2 + third.length,
      }
    },
    [
      {
        rule: '出现混装混运的，首次扣2分，再次发生不得分',
        form: {
          form: 'tier',
          tiers: [
            { label: '首次', result: { effect: 'deduct', points: 2000 } },
            { label: '再次发生', result: { effect: 'zero' } },
          ],
        },
      },
    ],
  ),
  pattern(
    'excluding-cases',
    'once once+',
    (saids) => {
      const labels = saids.map(labelOf)
      if (
        saids.some(
          (said, i) =>
            isRange(said) || said.isJudged || (i === 0 && said.band?.isNear && !said.lead.includes('仅')),
        )
      )
        return null
      let count = 1
      while (count < saids.length) {
        const [first, said] = [labels[0] as string, saids[count] as Said]
        if (['stop', 'bare'].includes(said.statement.join) || /[再另加追各均]/.test(said.effect?.text ?? ''))
          break
        const label = labels[count] as string
        if (!excludes(first, label)) break
        if (said.band?.isNear && !said.lead.includes('仅') && !takesUp(first, label)) break
        if (said.effect?.low === saids[count - 1]?.effect?.low) break
        count += 1
      }
      const reading = count > 1 ? labelled(saids.slice(0, count)) : null
      return reading && { ...reading, takes: count }
    },
    [
      {
        rule: '无台账的扣1分，台账不完整的扣0.5分',
        form: {
          form: 'tier',
          tiers: [
            { label: '无台账', result: { effect: 'deduct', points: 1000 } },
            { label: '台账不完整', result: { effect: 'deduct', points: 500 } },
          ],
        },
      },
    ],
  ),
  pattern(
    'excluding-zero',
    'nought once',
    ([none, some]) => {
      if (
        !none ||
        !some ||
        isRange(some) ||
        some.isJudged ||
        !(/^(?:已|虽|有).{1,12}(?:但|未|无)/.test(some.lead) || takesUp(labelOf(none), labelOf(some)))
      )
        return null
      if (some.statement.join === 'stop' || !excludes(labelOf(none), labelOf(some))) return null
      return labelled([none, some])
    },
    [
      {
        rule: '未签订合同的，不得分；已签订但无考核条款的，扣1分',
        form: {
          form: 'tier',
          tiers: [
            { label: '未签订合同', result: { effect: 'zero' } },
            { label: '已签订但无考核条款', result: { effect: 'deduct', points: 1000 } },
          ],
        },
      },
    ],
  ),
  pattern(
    'lost-once',
    'once',
    ([said]) => {
      if (!said || isRange(said) || said.isJudged || said.free > 0) return null
      const { band } = said
      const isUnclear = band?.isNear === true || isUnread(said)
      return {
        form: { form: 'all-or-nothing', deduct: pts(said.effect?.low) },
        confidence: isUnclear ? 0.4 : 1,
      }
    },
    [{ rule: '渗滤液外排的，扣5分', form: { form: 'all-or-nothing', deduct: 5000 } }],
  ),
  pattern(
    'all-lost',
    'nought',
    ([said]) => {
      if (!said || said.isElse || said.effect?.scope === 'category' || said.effect?.scope === 'total')
        return null
      return { form: { form: 'all-or-nothing', deduct: 'all' }, confidence: isUnread(said) ? 0.4 : 1 }
    },
    [{ rule: '未启动应急预案的不得分', form: { form: 'all-or-nothing', deduct: 'all' } }],
  ),
]
