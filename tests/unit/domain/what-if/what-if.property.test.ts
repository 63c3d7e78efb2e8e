import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allItems } from '../../../../shared/domain/rubric/rubric'
import { rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { decisiveItems } from '../../../../shared/domain/what-if/decisive-items'
import { endingsOf } from '../../../../shared/domain/what-if/endings'
import { exclusionEffects } from '../../../../shared/domain/what-if/exclusion-effects'
import { oneMore } from '../../../../shared/domain/what-if/one-more'
import { anySheetOf } from '../explain/any-sheet'
import { runs } from '../runs'

test('the endings of an open item are its lowest and its highest score', () => {
  fc.assert(
    fc.property(anySheetOf(4), ({ rubric, state }) => {
      const view = rubricFor(rubric, state.header?.subject ?? null)
      for (const item of allItems(view)) {
        const mark = state.items.get(item.id)
        const endings = endingsOf(view, item, mark)
        const now = scoreItem(view, item, mark)
        if (endings === null) {
          expect(now.status).not.toBe('unchecked')
          continue
        }
        const [best, worst] = [scoreItem(view, item, endings.best), scoreItem(view, item, endings.worst)]
        expect(best.high + best.extraHigh, item.id).toBe(now.high + now.extraHigh)
        // A penalty has no bound of its own, and the places of one mark have: what they take is past any points.
        const isBounded = item.clauses.every(
          ({ form, aggregate }) => form !== 'penalty' && aggregate !== 'sum',
        )
        if (isBounded) expect(worst.low + worst.extraLow, item.id).toBe(now.low + now.extraLow)
      }
    }),
    runs(1500),
  )
})

test('what decisive items say is inside the range, and is what the sheet then comes to', () => {
  fc.assert(
    fc.property(anySheetOf(5), ({ rubric, state }) => {
      const now = scoreSheet(rubric, state, new WeakMap())
      const view = rubricFor(rubric, state.header?.subject ?? null)
      const found = decisiveItems(rubric, state)
      // A category that stands at nothing is better off without its open items: the best is then to leave them out.
      const isPlain =
        !now.categories.some(({ isVetoed, isForfeited }) => isVetoed || isForfeited) &&
        !allItems(view).some(({ clauses }) => clauses.some(({ form }) => form === 'overflow'))
      for (const { item: id, atBest, atWorst, moves } of found) {
        const item = allItems(view).find((one) => one.id === id)
        const endings = item === undefined ? null : endingsOf(view, item, state.items.get(id))
        if (endings === null) throw new Error(id)
        const set = (mark: typeof endings.best) =>
          scoreSheet(rubric, { ...state, items: new Map([...state.items, [id, mark]]) }, new WeakMap())
        expect(set(endings.best)).toMatchObject(atBest)
        expect(set(endings.worst)).toMatchObject(atWorst)
        for (const outlook of [atBest, atWorst]) {
          expect(outlook.low).toBeGreaterThanOrEqual(now.low)
          expect(outlook.high).toBeLessThanOrEqual(now.high)
        }
        if (isPlain) expect(atBest.high).toBe(now.high)
        expect(moves).toBe(atBest.high - atWorst.high)
      }
      const sizes = found.map(({ moves }) => moves)
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    }),
    runs(600),
  )
})

test('one more never gives points of an item back, says why where it costs nothing, and leaves the sheet alone', () => {
  fc.assert(
    fc.property(anySheetOf(4), ({ rubric, state }) => {
      const before = structuredClone([...state.items])
      const memory = new WeakMap()
      const view = rubricFor(rubric, state.header?.subject ?? null)
      for (const item of allItems(view)) {
        for (const clause of item.clauses) {
          const steps = oneMore(rubric, state, item.id, clause.id, memory)
          if (state.items.get(item.id)?.status === 'excluded') expect(steps).toEqual([])
          const isLinked = state.items.get(item.id)?.marks[clause.id]?.sameAs !== undefined
          for (const { item: cost, total, grade, whyNothing, value } of steps) {
            // Tiers of a rate may cost less for a worse one, as random standards have them.
            const canRise = clause.form === 'bonus' || clause.form === 'pass-rate'
            if (!canRise && !isLinked && value.kind !== 'places') expect(cost).toBeGreaterThanOrEqual(0)
            expect(whyNothing === null).toBe(total !== 0 || grade !== null)
          }
        }
      }
      expect([...state.items]).toEqual(before)
    }),
    runs(600),
  )
})

test('what an exclusion does is the difference to the sheet without it', () => {
  fc.assert(
    fc.property(anySheetOf(5), ({ rubric, state }) => {
      const now = scoreSheet(rubric, state, new WeakMap())
      for (const effect of exclusionEffects(rubric, state)) {
        const items = new Map(state.items)
        items.delete(effect.item)
        expect(effect.now).toEqual({
          low: now.low,
          high: now.high,
          gradeLow: now.gradeLow,
          gradeHigh: now.gradeHigh,
        })
        expect(scoreSheet(rubric, { ...state, items }, new WeakMap())).toMatchObject(effect.ifUnchecked)
        expect(effect).toMatchObject({ ifBefore: null, isRaising: false })
      }
    }),
    runs(400),
  )
})
