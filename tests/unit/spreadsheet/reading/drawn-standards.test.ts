import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import { drawnBook } from './drawn-book'
import { layout } from './drawn-header'
import { isTold, layOut, lineOf } from './drawn-layout'
import { standardOf } from './drawn-standard'

const drawn = layout
  .chain((how) => standardOf(how.depth).map((standard) => ({ how, standard })))
  .filter(({ how, standard }) => isTold(standard, how))
  .map(({ how, standard }) => layOut(standard, how))

test('whatever way a standard is set out, the same standard is read', () => {
  fc.assert(
    fc.property(drawn, (laid) => {
      const { items, categories, total, diagnostics } = readRubric(drawnBook(laid.sheet))
      expect(items.map(lineOf)).toEqual(laid.items)
      expect(categories.map(({ points }) => points)).toEqual(laid.categories)
      expect(total.declared).toBe(laid.total)
      expect(diagnostics.filter(({ level }) => level === 'problem')).toEqual([])
    }),
    { numRuns: 600 },
  )
})
