import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsOf } from '../../../../shared/spreadsheet/wording/kinds'
import { shape } from '../../../../shared/spreadsheet/wording/shape'
import { shapeSearch } from '../../../../shared/spreadsheet/wording/shape-search'
import { runs } from '../../domain/runs'

const name = fc.constantFrom('a', 'b', 'c', 'd', 'loud', 'a|b', 'c|d', 'loud|a')
const element = fc.tuple(name, fc.constantFrom('', '', '?', '*', '+')).map((parts) => parts.join(''))
const text = fc.array(element, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const item = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('', '', '!'))
const rows = fc.array(
  fc.array(
    item.map((parts) => parts.join('')),
    { maxLength: 8 },
  ),
  { maxLength: 20 },
)

describe('many shapes looked for at once', () => {
  it('finds those that match something, and no other', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), rows, (texts, items) => {
        const kinds = kindsOf<string>({
          is: (one) => one.charAt(0),
          // A closer look of its own name takes the place of the class.
          also: { loud: (one) => one.endsWith('!'), d: (one) => one === 'c!' },
          looked: new Set(['a', 'b', 'c', 'd']),
        })
        const entries = texts.map((one) => ({ shape: shape(one, kinds) }))
        const search = shapeSearch(entries)
        for (const row of items) {
          const known = row.map(kinds.of)
          const matching = entries.filter((one) => one.shape.endOf(known, 0, known.length) > 0)
          expect(search(known, 0, known.length)).toEqual(matching)
        }
      }),
      runs(200),
    )
  })

  it('gives back what the rest of a shape needs, and the slots by name', () => {
    const kinds = kindsOf<string>({ is: (one) => one, also: {} })
    const items = [...'aabbd']
    const match = shape('some:a|b* b c?', kinds).match(items, items.map(kinds.of), 0, items.length)
    expect(match).toEqual({ to: 4, slots: { some: ['a', 'a', 'b'], b: ['b'], c: undefined } })
  })
})
