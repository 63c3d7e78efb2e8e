import { type ClausePattern, pattern } from './clause-pattern'
import type { Around, Draft } from './draft'
import { evidenceAt, oneRule } from './phrase'
import type { FormWithin } from './read-clause'
import type { Said } from './said'

/** What is asked of one kind of subject and not of another: 省辖市以90%为基准 …；其他县（市）以80%为基准 …. */

const KIND =
  '省辖市|设区的?市|地级市|扩权县\\(市\\)|省直管县\\(市\\)|直管县\\(市\\)|县级市|扩权县|省直管县|直管县|市辖区|县\\(市、区\\)|县\\(市\\)'
const KINDS = `(?:${KIND})(?:[、和及与](?:${KIND}))*`
const REST =
  '(?:其他|其它|其余)(?:的)?(?:县\\(市、区\\)|县\\(市\\)|市县|县市区|县|市|城市|考核对象|对象|地区)'
/** What is measured, up to a comma, or named as such; then the first kind. */
const FIRST = new RegExp(`^([^,:;]{2,30}[,:]|[^,:;]{2,30}[率度量数]|)(${KINDS})(?=[^的通])`)
const NEXT = new RegExp(`^(?:(${KINDS})|(${REST}))(?=.)`)
/** The counties without further name: whoever is none of the cities. */
const COUNTIES = /^县\(市(?:、区)?\)$/
const CITIES = /^(?:省辖市|设区的?市|地级市|市辖区)$/

interface Group {
  readonly kinds: readonly string[]
  readonly isRest: boolean
  /** Offset of the kinds, and of what is said of them. */
  readonly at: number
  readonly from: number
  readonly saids: Said[]
}

const kindsIn = (words: string): readonly string[] => words.match(new RegExp(KIND, 'g')) ?? []

/** The statements by whom they are said of; null where the first does not say it. */
function groupsOf(
  saids: readonly Said[],
): { readonly head: string; readonly groups: readonly Group[] } | null {
  const groups: Group[] = []
  let head = ''
  for (const said of saids) {
    const { from, join } = said.statement
    const opening = groups.length === 0 ? FIRST.exec(said.lead) : null
    const named = opening ? null : NEXT.exec(said.lead)
    if (opening) {
      head = opening[1] ?? ''
      const at = from + head.length
      const words = opening[2] ?? ''
      groups.push({ kinds: kindsIn(words), isRest: false, at, from: at + words.length, saids: [said] })
    } else if (groups.length === 0) return null
    else if (named) {
      const isRest = named[2] !== undefined
      const start = from + named[0].length
      groups.push({ kinds: kindsIn(named[1] ?? ''), isRest, at: from, from: start, saids: [said] })
    } else {
      const last = groups[groups.length - 1] as Group
      if (said.is === 'until') break
      if (groups.length > 1 && (join === 'semi' || join === 'stop')) break
      last.saids.push(said)
    }
  }
  return { head, groups }
}

/** The rule that a group's words are, after what all groups measure; null where they are none, or not surely one. */
function ruleOf(head: string, { from, saids }: Group, around: Around): FormWithin | null {
  const last = saids[saids.length - 1] as Said
  const words = around.text.slice(from, last.statement.to).replace(/^[,:]/, '')
  return oneRule(`${head}${words}`, around)?.form ?? null
}

export const SUBJECT_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'by-subject',
    'of-subject any+',
    (saids, around) => {
      const found = groupsOf(saids)
      const groups = found?.groups ?? []
      const last = groups[groups.length - 1]
      if (!found || !last || groups.length < 2 || groups.slice(0, -1).some((group) => group.isRest))
        return null
      const rules = groups.map((group) => ruleOf(found.head, group, around))
      const otherwise = rules[rules.length - 1]
      if (!otherwise || rules.some((rule) => rule === null)) return null
      const takes = groups.reduce((sum, group) => sum + group.saids.length, 0)
      const isSemi = groups.slice(1).every(({ saids: [said] }) => said?.statement.join !== 'comma')
      // …扣0.2分，其他扣0.1分，最多扣2分: whose cap is it?
      const isEven = isSemi || groups.every((group) => group.saids.length === groups[0]?.saids.length)
      const isCounties =
        last.kinds.every((kind) => COUNTIES.test(kind)) &&
        groups.slice(0, -1).some(({ kinds }) => kinds.some((kind) => CITIES.test(kind)))
      const evidence: Draft['evidence'] = groups.map(({ at, from }) =>
        evidenceAt('scope', at, around.text.slice(at, from)),
      )
      return {
        form: {
          form: 'by-subject',
          cases: groups.slice(0, -1).map(({ kinds }, i) => ({ kinds, rule: rules[i] as FormWithin })),
          otherwise,
        },
        takes,
        isWhole: true,
        evidence,
        confidence: isEven ? (last.isRest ? 1 : isCounties ? 0.8 : 0.45) : 0.45,
      }
    },
    [
      {
        rule: '省辖市以90%为基准，每低1个百分点扣0.25分；其他县（市）以80%为基准，每低1个百分点扣0.2分',
        form: {
          form: 'by-subject',
          cases: [{ kinds: ['省辖市'], rule: { form: 'linear', from: { value: 90, unit: '%' } } }],
          otherwise: { form: 'linear', from: { value: 80, unit: '%' } },
        },
      },
    ],
  ),
]
