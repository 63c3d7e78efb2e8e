import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allItems } from '../../../../shared/domain/rubric/rubric'
import { rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { worstGrade } from '../../../../shared/domain/scoring/grade'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { runs } from '../runs'
import { headerOf } from '../sheet/journal'
import { type Beginning, beginningsOf, distinctEndings, endingsOf } from './endings'
import { anyRubric, anySubject } from './random-standard'

function everyEnding(
  items: readonly { readonly id: string; readonly endings: readonly ItemMark[] }[],
): readonly ReadonlyMap<string, ItemMark>[] {
  return items.reduce<readonly ReadonlyMap<string, ItemMark>[]>(
    (sheets, { id, endings }) =>
      sheets.flatMap((sheet) => endings.map((mark) => new Map(sheet).set(id, mark))),
    [new Map()],
  )
}

describe('the range still reachable', { timeout: 300_000 }, () => {
  it('is exactly what the endings of the open items reach: no total outside, both ends reached, grades too', () => {
    let sheets = 0
    const dice = fc.array(fc.nat(), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(anyRubric(4), anySubject, dice, (standard, subject, choices) => {
        const rubric = rubricFor(standard, subject)
        const header = { ...headerOf(), subject: { ...headerOf().subject, ...subject } }
        const items = allItems(rubric).map((item, at) => {
          const choice = choices[at] ?? 0
          // About two thirds are open; the others have ended, or wait for a rank.
          const begun = choice % 3 === 0 ? beginningsOf(rubric, item) : []
          const open: Beginning = { now: undefined, endings: distinctEndings(rubric, item) }
          return { id: item.id, ...(begun[Math.floor(choice / 3) % begun.length] ?? open) }
        })
        const now = new Map(items.flatMap(({ id, now: mark }) => (mark === undefined ? [] : [[id, mark]])))
        const range = scoreSheet(standard, { items: now, header })
        const ends = everyEnding(items).map((sheet) => scoreSheet(standard, { items: sheet, header }))
        sheets += ends.length
        for (const end of ends) {
          expect(end.high).toBe(end.low)
          for (const { low, high } of [...end.categories, ...end.items]) expect(high).toBe(low)
        }
        const lowest = Math.min(...ends.map(({ low }) => low))
        const highest = Math.max(...ends.map(({ high }) => high))
        const grades = ends.map(({ gradeLow }) => gradeLow)
        const order = rubric.grades.map(({ name }) => name)
        const worst = worstGrade(rubric, grades)
        const best = order.find((name) => grades.includes(name)) ?? ''
        expect([lowest, worst]).toEqual([range.low, range.gradeLow])
        expect([highest, best]).toEqual([range.high, range.gradeHigh])
        range.categories.forEach((category, at) => {
          const scores = ends.flatMap((end) => end.categories[at] ?? []).filter(({ isLeftOut }) => !isLeftOut)
          if (scores.length === 0) return
          expect(Math.min(...scores.map(({ low }) => low))).toBe(category.low)
          expect(Math.max(...scores.map(({ high }) => high))).toBe(category.high)
        })
      }),
      runs(400),
    )
    expect(sheets).toBeGreaterThan(100)
  })

  it('of an item is exactly what its marks and its exclusion reach', () => {
    fc.assert(
      fc.property(anyRubric(3), anySubject, (standard, subject) => {
        const rubric = rubricFor(standard, subject)
        for (const item of allItems(rubric)) {
          const open = scoreItem(rubric, item)
          const ends = endingsOf(rubric, item).map((mark) => scoreItem(rubric, item, mark))
          const counted = ends.filter(({ due }) => due > 0 || item.points === 0)
          expect(Math.min(...counted.map(({ low }) => low))).toBe(open.low)
          expect(Math.max(...counted.map(({ high }) => high))).toBe(open.high)
          expect(Math.max(...ends.map(({ extraHigh }) => extraHigh))).toBe(open.extraHigh)
          // A penalty without a cap of its own is bounded by the standard's.
          const capped = ({ extraLow }: { readonly extraLow: number }) =>
            Math.max(extraLow, -rubric.penaltyCap)
          expect(Math.min(...ends.map(capped))).toBe(capped(open))
          const overflow = item.clauses.reduce(
            (sum, one) => sum + (one.form === 'overflow' ? one.points : 0),
            0,
          )
          for (const { low, lost, due } of ends) {
            expect(low).toBeGreaterThanOrEqual(-overflow)
            expect(low).toBeLessThanOrEqual(item.points)
            expect(lost).toBe(due - low)
          }
        }
      }),
      runs(400),
    )
  })
})
