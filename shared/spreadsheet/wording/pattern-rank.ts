import { type ClausePattern, pattern } from './clause-pattern'
import { pts, resultOf } from './draft'
import { rankIn } from './labels'
import type { ReadTier } from './read-clause'
import type { Said } from './said'

/** Cases by rank or ordinal: 第1-3名, 第二次. */

const isMore = (said: Said): boolean =>
  (said.is === 'bonus' ? /[再另追]/ : /[再另加追]/).test(said.effect?.text ?? '')

export const RANK_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'by-rank',
    'ranked ranked+ else?',
    (saids) => {
      const end = saids.findIndex((said, i) => i > 0 && (said.statement.join === 'stop' || isMore(said)))
      const cases = end < 0 ? saids : saids.slice(0, end)
      const labels = cases.map((said) => (said.isElse ? said.lead : (rankIn(said.lead) ?? '')))
      if (cases.length < 2 || new Set(labels).size < labels.length) return null
      const areWonBeside = cases.every((said) => said.is === 'bonus')
      if (areWonBeside) {
        const levels = cases.map((said, i) => ({ label: labels[i] ?? '', points: pts(said.effect?.low) }))
        const form = { form: 'bonus', unit: null, per: 1, pointsPerUnit: null, levels, cap: null } as const
        return { form, takes: cases.length }
      }
      const tiers = cases.flatMap((said, i): readonly ReadTier[] => {
        const result = resultOf(said)
        return result ? [{ label: labels[i] ?? '', result }] : []
      })
      // 前三名加1分，后三名扣1分: beside the item's points, and of them.
      if (tiers.length < cases.length) return null
      // 由高到低排名: the rank is among those inspected, which no clause read here can tell.
      const isAmong = /[由从][高低多少大小]到/.test(cases[0]?.lead ?? '')
      return {
        form: { form: 'tier', unit: null, tiers },
        takes: cases.length,
        confidence: isAmong ? 0.45 : 1,
      }
    },
    [
      {
        rule: '月度排名第1-3名的不扣分，第4-6名的扣0.5分，第7名及以后的扣1分',
        form: {
          form: 'tier',
          unit: null,
          tiers: [
            { label: '第1-3名', result: { effect: 'none' } },
            { label: '第4-6名', result: { effect: 'deduct', points: 500 } },
            { label: '第7名及以后', result: { effect: 'deduct', points: 1000 } },
          ],
        },
      },
      {
        rule: '排名全市第一的加1分，第二加0.5分',
        form: {
          form: 'bonus',
          unit: null,
          pointsPerUnit: null,
          levels: [
            { label: '第一', points: 1000 },
            { label: '第二', points: 500 },
          ],
        },
      },
    ],
  ),
]
