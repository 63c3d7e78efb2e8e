import { type ClausePattern, pattern } from './clause-pattern'
import { type Around, pts } from './draft'
import { bareLabel } from './labels'
import type { ReadTier } from './read-clause'
import { findLast } from './said'

/** Prices in a list, each for one of the names before it. */

export const LISTED_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'listed-prices',
    'prices',
    ([said], around: Around) => {
      const prices = said?.effect?.prices ?? []
      const part = said?.statement.lead ?? []
      const comma = findLast(part, (token) => token.is === 'comma')
      const isLast = comma === part.length - 1
      const head = isLast ? part.slice(0, -1) : part
      const from = findLast(head, (token) => token.is === 'comma') + 1
      const isRateLast = head[head.length - 1]?.is === 'rate' && head[head.length - 2]?.is === 'comma'
      const words = isRateLast ? head.slice(0, -2) : head
      const names = words
        .slice(isRateLast ? findLast(words, (token) => token.is === 'comma') + 1 : from)
        .map((token) => token.text)
        .join('')
        .replace(/^[按对]/, '')
        .split('、')
        .map(bareLabel)
      if (!said || names.length !== prices.length) return { form: { form: 'unparsed' } }
      const gains = said.effect?.verb === 'gain'
      const tiers: ReadTier[] = names.map((label, i) => ({
        label,
        result: { effect: gains ? 'gain' : 'deduct', points: pts(prices[i]) },
      }))
      const sum = prices.reduce((a, b) => a + b, 0)
      if (gains && sum === around.points && Math.max(...prices) !== sum) {
        return {
          form: { form: 'additive', parts: names.map((label, i) => ({ label, points: pts(prices[i]) })) },
        }
      }
      const rate = part.find((token) => token.is === 'rate')
      if (around.setting.kind === 'bonus' || said.effect?.verb === 'add') {
        const levels = names.map((label, i) => ({ label, points: pts(prices[i]) }))
        const unit = said.effect?.unit ?? rate?.unit ?? null
        return { form: { form: 'bonus', unit, per: 1, pointsPerUnit: null, levels, cap: null } }
      }
      if (around.setting.kind === 'penalty') {
        const levels = names.map((label, i) => ({ label, points: pts(prices[i]) }))
        const unit = said.effect?.unit ?? rate?.unit ?? null
        return {
          form: { form: 'penalty', unit, per: 1, pointsPerUnit: null, levels, cap: null, scope: 'total' },
        }
      }
      return { form: { form: 'tier', unit: said.effect?.unit ?? rate?.unit ?? null, tiers } }
    },
    [
      {
        rule: '伸缩缝堵塞、栏杆缺损，分别按每处0.3分、0.5分扣除',
        form: {
          form: 'tier',
          unit: '处',
          tiers: [
            { label: '伸缩缝堵塞', result: { effect: 'deduct', points: 300 } },
            { label: '栏杆缺损', result: { effect: 'deduct', points: 500 } },
          ],
        },
      },
    ],
  ),
]
