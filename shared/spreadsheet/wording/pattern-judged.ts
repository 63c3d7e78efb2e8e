import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, pts } from './draft'
import { evidenceAt } from './phrase'
import type { Said } from './said'

/** What is left to a person to weigh, within bounds. */

/** What a band is called: the words before its points, after what introduces all of them. */
function bandLabel({ lead, statement }: Said): { readonly from: number; readonly text: string } {
  const words = lead.replace(/[的者,:]+$/, '')
  const at = Math.max(words.lastIndexOf(','), words.lastIndexOf(':')) + 1
  return { from: statement.from + at, text: words.slice(at) }
}

/** Bands of one scale, one after the other, each with a name of its own. */
function areApart(bands: readonly Said[], labels: readonly string[]): boolean {
  const sorted = [...bands].sort((a, b) => (a.effect?.low ?? 0) - (b.effect?.low ?? 0))
  const isOneWay = bands.every(
    (said) => said.is === bands[0]?.is && !/[再另加追]/.test(said.effect?.text ?? ''),
  )
  const isNamed = labels.every((label) => label !== '') && new Set(labels).size === labels.length
  const isRising = sorted.every(
    (said, i) => i === 0 || (said.effect?.low ?? 0) >= (sorted[i - 1]?.effect?.high ?? 0),
  )
  return isOneWay && isNamed && isRising
}

export const JUDGED_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'judged-by-bands',
    'discretion? judged-range judged-range+',
    (saids) => {
      const priced = saids.filter((said) => said.is !== 'discretion')
      const end = priced.findIndex((said, i) => i > 0 && ['stop', 'semi'].includes(said.statement.join))
      const bands = end < 0 ? priced : priced.slice(0, end)
      const labels = bands.map(bandLabel)
      const low = Math.min(...bands.map((said) => said.effect?.low ?? 0))
      const high = Math.max(...bands.map((said) => said.effect?.high ?? 0))
      return {
        form: { form: 'judgement', min: pts(low), max: pts(high) },
        takes: saids.length - priced.length + bands.length,
        // The form has room for the ends alone; the bands stand in the evidence, if they are bands at all.
        confidence:
          bands.length > 1 &&
          areApart(
            bands,
            labels.map(({ text }) => text),
          )
            ? 1
            : 0.45,
        evidence: labels.map(({ from, text }) => evidenceAt('label', from, text)),
      }
    },
    [
      {
        rule: '视落实效果得分：效果良好的得4—5分，不完整的得2—3.5分',
        form: { form: 'judgement', min: 2000, max: 5000 },
      },
    ],
  ),
  pattern('judged-or-full', 'all discretion', () => ({ form: { form: 'judgement', min: null, max: null } }), [
    { rule: '完成整治的得满分，否则根据进度酌情给分', form: { form: 'judgement', min: null, max: null } },
  ]),
  pattern('judged', 'discretion', () => ({ form: { form: 'judgement', min: null, max: null } }), [
    { rule: '执行走样的另行酌情扣分', form: { form: 'judgement', min: null, max: null } },
  ]),
  pattern(
    'judged-within',
    'cost|win',
    ([said]) => {
      if (!said || said.step || said.free > 0 || said.band?.isNear) return null
      if (isRange(said)) {
        return { form: { form: 'judgement', min: pts(said.effect?.low), max: pts(said.effect?.high) } }
      }
      return said.isJudged
        ? { form: { form: 'judgement', min: null, max: pts(said.effect?.low) }, confidence: 0.45 }
        : null
    },
    [
      { rule: '存在安全隐患的，视情节扣0.5—2分', form: { form: 'judgement', min: 500, max: 2000 } },
      { rule: '站区脏乱扣1—2分', form: { form: 'judgement', min: 1000, max: 2000 } },
    ],
  ),
]
