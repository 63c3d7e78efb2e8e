import { type ClausePattern, pattern } from './clause-pattern'
import type { Around } from './draft'
import { evidenceAt, NUMBER, numberOf, type OneRule, oneRule, printedOf, sentenceEnd } from './phrase'
import type { ReadForm } from './read-clause'

/** A rate over what was sampled, with how many have to be: 抽查公厕不少于10座，合格率95%以上的不扣分 …. */

const DRAW = '(?:随机|抽样|现场|实地|入户)*(?:抽查|抽检|抽取|抽样检查|抽样|抽测|抽验)'
const LEAST = '(?:不少于|不低于|不得少于|至少|≥)'
const UNDER = '(?:不足|少于|不满|低于)'
const FROM = '(?:及以上|以上|\\(含\\)以上)'
const UNIT = '([^0-9,，的以及不]{1,3})'

/** 抽查公厕不少于10座，… */
const PLAIN = new RegExp(`^${DRAW}([^,0-9]{1,12}?)${LEAST}(${NUMBER})${UNIT},`)
/** 抽查公厕，总数不足30座的抽查不少于5座，… */
const BY_SIZE = new RegExp(
  `^([^,;]{2,20}?),(?:([^,0-9]{1,12}?))${UNDER}(${NUMBER})${UNIT}的,?${DRAW}${LEAST}(${NUMBER})\\4,`,
)
const ROW = new RegExp(
  `^(${NUMBER})UNIT${FROM}(?:,?${UNDER}(${NUMBER})UNIT)?的,?${DRAW}${LEAST}(${NUMBER})UNIT,`.replaceAll(
    'UNIT',
    '%',
  ),
)

interface Sampled {
  readonly thing: string
  readonly unit: string
  readonly samples: readonly { readonly from: number; readonly atLeast: number }[]
  /** Where the words on the sample end. */
  readonly length: number
}

const isCount = (value: number | null): value is number => value !== null && Number.isSafeInteger(value)

function sampledIn(words: string): Sampled | null {
  const plain = PLAIN.exec(words)
  if (plain) {
    const atLeast = numberOf(plain[2])
    if (!isCount(atLeast)) return null
    const [length, thing, unit] = [plain[0].length, plain[1] ?? '', plain[3] ?? '']
    return { thing, unit, samples: [{ from: 0, atLeast }], length }
  }
  const sized = BY_SIZE.exec(words)
  if (!sized || !new RegExp(DRAW).test(sized[1] ?? '')) return null
  const unit = sized[4] ?? ''
  const [limit, least] = [numberOf(sized[3]), numberOf(sized[5])]
  if (!isCount(limit) || !isCount(least)) return null
  const samples = [{ from: 0, atLeast: least }]
  let end: number | null = limit
  let length = sized[0].length
  const row = new RegExp(ROW.source.replaceAll('%', unit.replace(/[()]/g, '\\$&')))
  for (let next = row.exec(words.slice(length)); next; next = row.exec(words.slice(length))) {
    const [from, to, atLeast] = [
      numberOf(next[1]),
      next[2] === undefined ? null : numberOf(next[2]),
      numberOf(next[3]),
    ]
    // Each row begins where the one before it ends.
    if (!isCount(from) || !isCount(atLeast) || from !== end) return null
    samples.push({ from, atLeast })
    end = to
    length += next[0].length
  }
  if (end !== null) return null
  const counted = (sized[2] ?? '').replace(/的?(?:总数|总量|数量)$/, '')
  const drawn = (sized[1] ?? '').replace(new RegExp(`^.*?${DRAW}`), '')
  const thing = counted === '' ? drawn : counted
  return thing === '' ? null : { thing, unit, samples, length }
}

const RATES: ReadonlySet<ReadForm['form']> = new Set(['tier', 'threshold', 'linear', 'proportional'])

/** What the rate brings; null where the words after the sample are not surely one rule on a rate. */
function rateRule(words: string, around: Around): OneRule | null {
  if (!/率|比例|占比/.test(words.slice(0, 20))) return null
  const rule = oneRule(words, around)
  return rule !== null && RATES.has(rule.form.form) ? rule : null
}

export const SAMPLE_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'rate-over-a-sample',
    'sampled any*',
    (saids, around) => {
      const until = saids.findIndex((said) => said.is === 'until' && said.effect?.low === undefined)
      const end = Math.min(sentenceEnd(saids), until < 0 ? saids.length : until)
      const group = saids.slice(0, end)
      const words = printedOf(group, around)
      const found = sampledIn(words)
      const rule = found && rateRule(words.slice(found.length), around)
      if (!found || !rule) return null
      const { thing, unit, samples } = found
      const at = (group[0]?.statement.from ?? 0) + words.indexOf(thing)
      const start = (group[0]?.statement.from ?? 0) + found.length
      const told = rule.evidence.flatMap(({ of, span: [from, to] }) =>
        evidenceAt(of, start + from, around.text.slice(start + from, start + to)),
      )
      return {
        form: { form: 'pass-rate', thing, unit, samples, rule: rule.form },
        takes: end,
        isWhole: true,
        evidence: [evidenceAt('subject', at, thing), ...told],
      }
    },
    [
      {
        rule: '抽查公厕不少于10座，合格率以95%为基准，每低1个百分点扣0.2分，最多扣2分',
        form: {
          form: 'pass-rate',
          thing: '公厕',
          unit: '座',
          samples: [{ from: 0, atLeast: 10 }],
          rule: { form: 'linear', from: { value: 95, unit: '%' }, cap: 2000 },
        },
      },
      {
        rule: '抽查公厕，总数不足30座的抽查不少于5座，30座以上的抽查不少于10座，合格率95%以上的不扣分，不足95%的扣1分',
        form: {
          form: 'pass-rate',
          samples: [
            { from: 0, atLeast: 5 },
            { from: 30, atLeast: 10 },
          ],
        },
      },
    ],
  ),
]
