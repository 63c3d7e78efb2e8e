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

/** Headings of a sheet's own: groups, called by a word that is no category's. */
const perSheet = layout
  .chain((how) => standardOf(2).map((standard) => ({ how, standard })))
  .map(({ how, standard }) => {
    const words = how.words - (how.words % 7) + 3
    const own = { ...how, depth: 1, words, hasBonus: false, hasTotal: true, pages: 'none' } as const
    return standard.map(({ name, groups }) => {
      const inside = groups.map((group) => ({ name: group.name, groups: [{ name: '', items: group.items }] }))
      return { name, laid: layOut(inside, own, [name]), isTold: isTold(inside, own) }
    })
  })
  .filter((sheets) => sheets.every((sheet) => sheet.isTold))

test('a sheet for each category: its name is the category', () => {
  fc.assert(
    fc.property(perSheet, (sheets) => {
      const reading = readRubric(drawnBook(...sheets.map(({ name, laid }) => ({ ...laid.sheet, name }))))
      expect(reading.items.map(lineOf)).toEqual(sheets.flatMap(({ laid }) => laid.items))
      expect(reading.categories.map(({ title }) => title)).toEqual(sheets.map(({ name }) => name))
      expect(reading.categories.map(({ points }) => points)).toEqual(sheets.map(({ laid }) => laid.total))
      expect(reading.diagnostics.filter(({ level }) => level === 'problem')).toEqual([])
    }),
    { numRuns: 300 },
  )
})
