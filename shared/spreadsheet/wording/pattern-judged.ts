import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, pts } from './draft'

/** What is left to a person to weigh, within bounds. */

export const JUDGED_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'judged-by-bands',
    'discretion? judged-range judged-range+',
    (saids) => {
      const priced = saids.filter((said) => said.is !== 'discretion')
      const low = Math.min(...priced.map((said) => said.effect?.low ?? 0))
      const high = Math.max(...priced.map((said) => said.effect?.high ?? 0))
      // The bands themselves have no place in the form: a person gives them.
      return { form: { form: 'judgement', min: pts(low), max: pts(high) }, confidence: 0.45 }
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
