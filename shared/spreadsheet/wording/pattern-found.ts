import { type ClausePattern, pattern } from './clause-pattern'
import { type Draft, isRange, pts } from './draft'
import { evidenceAt, NUMBER, numberOf } from './phrase'
import type { Said } from './said'

/** Points by who found it, times how often it was found: 市级发现每处扣0.2分，省级暗访发现每处扣0.5分，重复发现的加倍扣分. */

const FINDS = '发现|查获|查实|查出|检出'
/** Whoever may find it: somebody, not a circumstance. */
const SOMEBODY =
  /国家|省|市|县|区|镇|乡|街道|社区|部|厅|局|办|队|交警|城管|监督员|督查|督察|督导|第三方|媒体|专班|群众|自查|测评/
const FINDER = new RegExp(`^(?:([^,;]{2,40}),)?(?:经|被|由)?([^,;]{2,16}?)(?:${FINDS})[^,;]{0,24}?的?,?每`)

interface Finder {
  readonly label: string
  readonly at: number
  readonly points: number
}

function finderIn(said: Said, isFirst: boolean): Finder | null {
  const found = FINDER.exec(said.lead)
  const label = found?.[2] ?? ''
  const head = found?.[1]
  if (!found || !SOMEBODY.test(label) || (head !== undefined && !isFirst) || isRange(said)) return null
  const at = said.statement.from + (head === undefined ? 0 : head.length + 1)
  return {
    label,
    at: at + said.lead.slice(at - said.statement.from).indexOf(label),
    points: said.effect?.low ?? 0,
  }
}

const AGAIN = new RegExp(
  `^(?:(?:对|在)?同一[^,]{1,6}?)?((?:重复|再次|第${NUMBER}次(?:及以[上后])?)(?:${FINDS}|反弹|发生|出现))的?(?:问题)?,?(?:按照?|予以)?(加倍|翻倍|翻番|双倍|(${NUMBER})倍)(?:扣分|计扣|扣除|扣)?$`,
)

interface Repeat {
  readonly label: string
  readonly factor: number
}

/** 第二次反弹的加倍扣分，第三次及以上反弹的按3倍扣分: null where a part says something else. */
function repeatsIn(words: string): readonly Repeat[] | null {
  const repeats: Repeat[] = []
  for (const part of words.replace(/[,;]$/, '').split(',')) {
    const found = AGAIN.exec(part)
    const factor = found?.[3] === undefined ? 2 : numberOf(found[3])
    if (!found || factor === null || factor < 1) return null
    repeats.push({ label: found[1] ?? '', factor })
  }
  return repeats
}

/** What was not yet found again: 首次发现, 首次反弹. */
const firstOf = ({ label }: Repeat): string =>
  `首次${/(?:发现|查获|查实|查出|检出|反弹|发生|出现)$/.exec(label)?.[0] ?? '发现'}`

const wordsOf = (said: Said): string => said.lead.replace(/,$/, '')

function read(saids: readonly Said[]) {
  const start = saids.findIndex((said) => said.step === null || said.is !== 'cost')
  const prices = saids.slice(0, start)
  const finders = prices.map((said, i) => finderIn(said, i === 0))
  const unit = prices[0]?.step?.unit ?? null
  const isEven = prices.every(({ step }) => step?.unit === unit && step?.per === 1)
  if (unit === null || !isEven || finders.some((finder) => finder === null)) return null
  const repeats: Repeat[] = []
  let takes = start
  let cap: number | null = null
  for (const said of saids.slice(start)) {
    const more = /倍/.test(said.lead) ? repeatsIn(wordsOf(said)) : null
    if (!more || !['plain', 'cap'].includes(said.is) || cap !== null) break
    repeats.push(...more)
    takes += 1
    if (said.is === 'cap') cap = said.effect?.low ?? null
  }
  const [again] = repeats
  if (!again) return null
  return { unit, finders: finders.filter((one) => one !== null), repeats, first: firstOf(again), takes, cap }
}

export const FOUND_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'by-who-found-it',
    'step step+ doubled doubled*',
    (saids) => {
      const found = read(saids)
      if (!found) return null
      const { unit, finders, repeats, first, takes, cap } = found
      const evidence: Draft['evidence'] = finders.map(({ at, label }) => evidenceAt('label', at, label))
      return {
        form: {
          form: 'escalation',
          unit,
          finders: finders.map(({ label, points }) => ({ label, points: pts(points) })),
          repeats: [{ label: first, factor: 1 }, ...repeats],
          cap: cap === null ? null : pts(cap),
        },
        takes,
        isWhole: true,
        evidence,
      }
    },
    [
      {
        rule: '市级督查发现的每处扣0.2分，省级暗访发现的每处扣0.5分，重复发现的加倍扣分',
        form: {
          form: 'escalation',
          unit: '处',
          finders: [
            { label: '市级督查', points: 200 },
            { label: '省级暗访', points: 500 },
          ],
          repeats: [
            { label: '首次发现', factor: 1 },
            { label: '重复发现', factor: 2 },
          ],
        },
      },
    ],
  ),
]
