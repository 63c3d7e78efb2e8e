import { type Diagnostic, findingsAt } from './diagnostic'
import { describeNumbers, readPrinted } from './printed-numbers'
import type { Guarantee, Rubric } from './rubric'

/** 任何一项得0分, in the ways that standards say it. */
const AT_ZERO = /[得为计][0零]分|任何?一项[^，。；]*(?:不得分|为零)/

/**
 * Text and tests of each guarantee (保证项) agree: the number that all items together must reach is printed, 得0分 is
 * said where it is a test and only there, and so is what is zeroed: the category's title, or the total.
 */
export function guaranteeAgreement({ guarantees = [], categories }: Rubric): Diagnostic[] {
  const out: Diagnostic[] = []
  for (const guarantee of guarantees) {
    const { id, text, anyAtZero, below, zeroes } = guarantee
    const findings = findingsAt(`/${id}`, out)
    const wanted = below === undefined ? [] : [below]
    const seen = pointsIn(guarantee)
    if (seen.join() !== wanted.join())
      findings.error(
        'numbers-differ',
        `below: declared ${describeNumbers(wanted)}, printed ${describeNumbers(seen)}`,
      )
    if (AT_ZERO.test(text) !== anyAtZero) findings.error('form-word-missing', AT_ZERO.source)
    const title =
      zeroes.scope === 'total' ? '总分' : (categories.find((one) => one.id === zeroes.category)?.title ?? '')
    if (!text.includes(title)) findings.error('label-not-printed', title)
  }
  return out
}

/** Every number of points but nothing. */
function pointsIn({ text }: Guarantee): readonly number[] {
  return readPrinted(text, '').flatMap((one) =>
    one.kind === 'number' && one.isPoints && one.value !== 0 ? [one.value] : [],
  )
}
