import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, resultOf } from './draft'
import { evidenceAt, NUMBER, numberOf, sentenceEnd } from './phrase'
import type { ReadResult } from './read-clause'
import type { Said } from './said'

/** Points by rank among the subjects: 由高到低排名，前3名得满分，第4至8名得1分，其余不得分. */

const ORDERED =
  /^(?:按照?|以|依据?|根据)?([^,;]{2,40}?)[由从](高到低|大到小|多到少|低到高|小到大|少到多)(?:进行|的顺序)?(?:排[名位序列队])(?:计分|得分|赋分)?[,:]/
const PLACE = '(?:名|位)'

interface Step {
  readonly label: string
  /** First and last rank; null at the end of the list. */
  readonly from: number
  readonly to: number | null
}

type Way = readonly [RegExp, (numbers: readonly number[], before: number) => Pick<Step, 'from' | 'to'> | null]

/** How a step is printed, with the ranks that it means after rank `before`. */
const WAYS: readonly Way[] = [
  // 前3名, 前三位.
  [new RegExp(`^前(${NUMBER})${PLACE}$`), ([to = 0]) => ({ from: 1, to })],
  // 第4至8名, 4-8名, 第四名至第六名.
  [
    new RegExp(`^第?(${NUMBER})${PLACE}?[至到-]第?(${NUMBER})${PLACE}$`),
    ([from = 0, to = 0]) => (from < to ? { from, to } : null),
  ],
  // 第二、三名.
  [
    new RegExp(`^第?(${NUMBER})${PLACE}?[、和]第?(${NUMBER})${PLACE}$`),
    ([from = 0, to = 0]) => (to === from + 1 ? { from, to } : null),
  ],
  // 第1名.
  [new RegExp(`^第(${NUMBER})${PLACE}$`), ([at = 0]) => ({ from: at, to: at })],
  // 第9名以后 begins with 9, 六名以后 after 6: as the step before it has it.
  [
    new RegExp(`^第?(${NUMBER})${PLACE}(?:及其?|和)?(?:以后|之后|以下|往后|开外)$`),
    ([at = 0], before) => (at === before || at === before + 1 ? { from: before + 1, to: null } : null),
  ],
  [
    /^(?:其余|其他|其它|剩余)(?:名次|位次|单位|县\(市\)|市|城市|考核对象|的)?$/,
    (_, before) => ({ from: before + 1, to: null }),
  ],
]

function stepIn(words: string, before: number): Step | null {
  const label = words.replace(/(?:的|者|,|均|一律)+$/, '')
  for (const [way, ranks] of WAYS) {
    const found = way.exec(label)
    if (!found) continue
    const numbers = found.slice(1).map(numberOf)
    if (numbers.some((number) => number === null || !Number.isSafeInteger(number))) return null
    const step = ranks(numbers as readonly number[], before)
    return step && step.from === before + 1 ? { label, ...step } : null
  }
  return null
}

interface Ranked {
  readonly steps: readonly {
    readonly label: string
    readonly to: number | null
    readonly result: ReadResult
  }[]
  readonly isClosed: boolean
}

/** The steps in a row, each following the one before; null where one leaves a rank out. */
function rankedBy(saids: readonly Said[], skip: number): Ranked | null {
  const steps: { label: string; to: number | null; result: ReadResult }[] = []
  let before = 0
  for (const [i, said] of saids.entries()) {
    if (i > 0 && ['stop', 'semi'].includes(said.statement.join)) break
    const words = i === 0 ? said.lead.slice(skip) : said.lead
    const isRank = /名|位|其余|其他|其它/.test(words) && words.length < 20
    if (!isRank)
      return i > 0 && said.effect !== null && ['cap', 'until'].includes(said.is) ? null : fits(steps)
    const step = stepIn(words, before)
    const result = resultOf(said)
    if (!step || !result || isRange(said) || said.step || said.statement.tail.length > 0) return null
    steps.push({ label: step.label, to: step.to, result })
    if (step.to === null) break
    before = step.to
  }
  return fits(steps)
}

const fits = (steps: Ranked['steps']): Ranked | null =>
  steps.length < 2 ? null : { steps, isClosed: steps[steps.length - 1]?.to === null }

export const AMONG_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'by-rank-among-subjects',
    'ordered any+',
    (saids) => {
      const first = saids[0]
      const ordered = first && ORDERED.exec(first.lead)
      if (!first || !ordered) return null
      const found = rankedBy(saids, ordered[0].length)
      // Not one of its steps says alone what it says among the others.
      if (!found) return { form: { form: 'unparsed' }, takes: sentenceEnd(saids) }
      const subject = ordered[1] ?? ''
      const at = first.statement.from + ordered[0].indexOf(subject)
      const isHighest = /^[高大多]/.test(ordered[2] ?? '')
      return {
        form: { form: 'rank', first: isHighest ? 'highest' : 'lowest', steps: found.steps },
        takes: found.steps.length,
        isWhole: true,
        evidence: [evidenceAt('subject', at, subject)],
        // What comes after the last rank is not said.
        confidence: found.isClosed ? 1 : 0.45,
      }
    },
    [
      {
        rule: '按满意率由高到低排名，前3名得满分，第4至8名得1.2分，其余不得分',
        form: {
          form: 'rank',
          first: 'highest',
          steps: [
            { label: '前3名', to: 3, result: { effect: 'full' } },
            { label: '第4至8名', to: 8, result: { effect: 'gain', points: 1200 } },
            { label: '其余', to: null, result: { effect: 'zero' } },
          ],
        },
      },
      {
        rule: '投诉量由低到高排名，第1名不扣分，第2名扣1分，2名以后扣2分',
        form: { form: 'rank', first: 'lowest', steps: [{ to: 1 }, { to: 2 }, { to: null }] },
      },
    ],
  ),
]
