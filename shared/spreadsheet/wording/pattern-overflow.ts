import { type ClausePattern, pattern } from './clause-pattern'
import { pts } from './draft'
import { NUMBER, numberOf, printedOf, sentenceEnd } from './phrase'

/** What is taken once the item has nothing left: 扣满后追加扣10分; 扣完后继续扣分，最多再扣2分. */

const ITS_POINTS = '(?:本小?项|该小?项|此项|本条)?(?:的)?(?:分值|分数|得分|标准分)?'
const SPENT = `(?:${ITS_POINTS}(?:扣完|扣满|不足扣)(?:为止)?|扣完${ITS_POINTS})`
const AFTER = '(?:的|后|之后|以后)?(?:仍有问题的|仍有发生的)?,?'
const MOST = '最[多高](?:再|继续|倒|多|超|追加)扣?(?:不超过)?'

/** How it is printed, and whether so much more falls due at once or losses go on up to it. Nothing else may be said. */
const WAYS: readonly (readonly [RegExp, 'add' | 'continue'])[] = [
  // 本项分值扣完的，追加扣2分.
  [new RegExp(`^${SPENT}${AFTER}(?:再|另行|另|并|须|应)?追加(?:扣减|扣除|扣分|扣)(${NUMBER})分$`), 'add'],
  // 本项分值扣完后继续扣分，最多再扣3分.
  [
    new RegExp(
      `^${SPENT}${AFTER}(?:可|仍可|可以)?(?:继续)?(?:扣分|倒扣|超扣|扣减|扣),(?:${MOST}|(?:超扣|倒扣)(?:部分)?最[多高](?:不超过)?)扣?(${NUMBER})分$`,
    ),
    'continue',
  ],
  // 本项可倒扣，倒扣最多不超过2分.
  [
    new RegExp(`^${ITS_POINTS}可以?(?:倒扣|超扣),(?:倒扣|超扣)(?:部分)?最[多高](?:不超过)?(${NUMBER})分$`),
    'continue',
  ],
]

const OPEN = new RegExp(`^${SPENT}(?:的|后|之后|以后)?,`)

export const OVERFLOW_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'past-the-item',
    'spent any*',
    (saids, around) => {
      const takes = sentenceEnd(saids)
      const words = printedOf(saids.slice(0, takes), around)
      for (const [way, mode] of WAYS) {
        const points = numberOf(way.exec(words)?.[1])
        if (points === null || points <= 0) continue
        return {
          form: { form: 'overflow', mode, points: pts(Math.round(points * 1000)) },
          takes,
          isWhole: true,
        }
      }
      // What follows is said of an item with nothing left: no reading of its own would be right.
      const isOpen = saids[0]?.is === 'emptied' && saids[0].statement.join !== 'comma' && OPEN.test(words)
      return isOpen ? { form: { form: 'unparsed' }, takes } : null
    },
    [
      { rule: '扣满后追加扣10分', form: { form: 'overflow', mode: 'add', points: 10000 } },
      {
        rule: '本项分值扣完后继续扣分，最多再扣2分',
        form: { form: 'overflow', mode: 'continue', points: 2000 },
      },
      { rule: '本项可倒扣，倒扣最多不超过2分', form: { form: 'overflow', mode: 'continue', points: 2000 } },
    ],
  ),
]
