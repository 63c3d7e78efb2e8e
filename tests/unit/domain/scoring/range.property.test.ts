import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allItems, type Item, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { worstGrade } from '../../../../shared/domain/scoring/grade'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { anyRubric, endingsOf } from './random-standard'

/**
 * The endings of an item that differ in score: of marks that lead to the same score one is enough, and between
 * the lowest and the highest none matters to a range.
 */
function distinctEndings(rubric: Rubric, item: Item): readonly ItemMark[] {
  const byEffect = new Map<string, ItemMark>()
  const plain: { readonly mark: ItemMark; readonly low: number }[] = []
  for (const mark of endingsOf(item)) {
    const { status, due, low, extraLow, vetoes } = scoreItem(rubric, item, mark)
    if (status !== 'excluded' && extraLow === 0 && vetoes.length === 0) plain.push({ mark, low })
    else byEffect.set(`${status} ${due} ${low} ${extraLow} ${vetoes.length}`, mark)
  }
  plain.sort((a, b) => a.low - b.low)
  const ends = [plain[0], plain[plain.length - 1]].flatMap((one) => (one === undefined ? [] : [one.mark]))
  return [...new Set([...ends, ...byEffect.values()])]
}

function everyEnding(
  items: readonly { readonly id: string; readonly endings: readonly ItemMark[] }[],
): readonly ReadonlyMap<string, ItemMark>[] {
  return items.reduce<readonly ReadonlyMap<string, ItemMark>[]>(
    (sheets, { id, endings }) =>
      sheets.flatMap((sheet) => endings.map((mark) => new Map(sheet).set(id, mark))),
    [new Map()],
  )
}

describe('the range still reachable', { timeout: 60_000 }, () => {
  it('is exactly what the endings of the open items reach: no total outside, both ends reached, grades too', () => {
    let sheets = 0
    fc.assert(
      fc.property(anyRubric(4), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (rubric, choices) => {
        const items = allItems(rubric).map((item, at) => {
          const endings = distinctEndings(rubric, item)
          const choice = choices[at] ?? 0
          // About a third are checked already.
          const mark = choice % 3 === 0 ? endings[Math.floor(choice / 3) % endings.length] : undefined
          return { id: item.id, mark, endings: mark === undefined ? endings : [mark] }
        })
        const now = new Map(
          items.flatMap(({ id, mark }) => (mark === undefined ? [] : [[id, mark] as const])),
        )
        const range = scoreSheet(rubric, { items: now })
        const ends = everyEnding(items).map((sheet) => scoreSheet(rubric, { items: sheet }))
        sheets += ends.length
        for (const end of ends) expect(end.high).toBe(end.low)
        expect(Math.min(...ends.map(({ low }) => low))).toBe(range.low)
        expect(Math.max(...ends.map(({ high }) => high))).toBe(range.high)
        const grades = ends.map(({ gradeLow }) => gradeLow)
        expect(worstGrade(rubric, grades)).toBe(range.gradeLow)
        const order = rubric.grades.map(({ name }) => name)
        expect(order.find((name) => grades.includes(name))).toBe(range.gradeHigh)
        range.categories.forEach((category, at) => {
          const scores = ends.map((end) => end.categories[at]).filter((one) => one?.isLeftOut === false)
          if (scores.length === 0) return
          expect(Math.min(...scores.map((one) => one?.low ?? 0))).toBe(category.low)
        })
      }),
      { numRuns: 400 },
    )
    expect(sheets).toBeGreaterThan(1_000)
  })

  it('of an item is exactly what its marks and its exclusion reach', () => {
    fc.assert(
      fc.property(anyRubric(3), (rubric) => {
        for (const item of allItems(rubric)) {
          const open = scoreItem(rubric, item)
          const ends = endingsOf(item).map((mark) => scoreItem(rubric, item, mark))
          const counted = ends.filter(({ due }) => due > 0 || item.points === 0)
          expect(Math.min(...counted.map(({ low }) => low))).toBe(open.low)
          expect(Math.max(...counted.map(({ high }) => high))).toBe(open.high)
          expect(Math.max(...ends.map(({ extraHigh }) => extraHigh))).toBe(open.extraHigh)
          for (const { low, lost, due } of ends) {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(low).toBeLessThanOrEqual(item.points)
            expect(lost).toBe(due - low)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})
