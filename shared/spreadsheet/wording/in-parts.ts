import type { Aggregate } from '../../domain/rubric/clause'
import type { Said } from './said'

/** How a clause is put together: from several places, or from the parts that apply. */

/** Wordings after a price, and how the losses of the places become one. */
const TOGETHER: readonly (readonly [RegExp, Aggregate])[] = [
  // 各路段扣分累加.
  [/^各[^,0-9]{1,8}扣分(?:累加|相加|累计|之和)(?:计算|计分|计)?,?$/, 'sum'],
  // 取各路口扣分的平均值, 按各市场扣分的平均值计.
  [/^(?:按|取|以)各[^,0-9]{1,8}扣分的?平均(?:值|数|分)(?:计算|计分|计|扣分)?,?$/, 'mean'],
  // 以扣分最多的一座计.
  [/^(?:按|取|以)扣分最[多高]的一?[^,0-9]{1,4}?(?:为准)?(?:计算|计分|计|扣分)?,?$/, 'worst'],
]

/** How several places are put together by words that price nothing themselves; null where they say something else. */
export function aggregateIn(said: Said): Aggregate | null {
  if ((said.is !== 'plain' && said.is !== 'cap') || said.statement.tail.length > 0) return null
  return TOGETHER.find(([wording]) => wording.test(said.lead))?.[1] ?? null
}

/** 有不适用内容的按其余内容折算: parts that do not apply are left out, and the others share their points. */
export function isNotApplying(said: Said): boolean {
  return (
    said.is === 'plain' &&
    /^(?:有)?(?:不适用|不涉及)的?(?:内容|部分|项)?的?,?按(?:其余|其他|其它)(?:内容|部分|项)?(?:得分)?(?:折算|换算)(?:得分|计分)?$/.test(
      said.lead,
    )
  )
}
