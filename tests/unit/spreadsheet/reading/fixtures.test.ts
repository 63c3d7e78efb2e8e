import { describe, expect, test } from 'vitest'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import type { ReadingDiagnostic } from '../../../../shared/spreadsheet/reading/reading'
import { bookOf, type Expected, expectedOf, fixtureNames } from './fixture-books'

/** Diagnostics that hang on how a rule's wording was read. */
const OF_WORDING: ReadonlySet<string> = new Set(['unparsed-rule', 'rule-exceeds-points', 'parts-mismatch'])

type Compared = Omit<Expected, 'format' | 'about'>

/** In an order of their own: the order of diagnostics says nothing. */
function sorted(diagnostics: readonly ReadingDiagnostic[]): readonly ReadingDiagnostic[] {
  const key = (diagnostic: ReadingDiagnostic) =>
    JSON.stringify(Object.entries(diagnostic).sort(([a], [b]) => (a < b ? -1 : 1)))
  return [...diagnostics].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** All that does not hang on the wording of rules. */
function withoutClauses({ items, diagnostics, counts, ...rest }: Compared) {
  const { categories, items: count, sum } = counts
  return {
    ...rest,
    items: items.map(({ clauses: _, parts: _parts, caps: _caps, ...item }) => item),
    diagnostics: sorted(diagnostics.filter(({ kind }) => !OF_WORDING.has(kind))),
    counts: { categories, items: count, sum },
  }
}

function compared(reading: Expected | (Compared & { readonly format: string })): Compared {
  const { format: _, ...rest } = reading
  const { about: _about, ...all } = { about: '', ...rest }
  return all
}

describe.each(fixtureNames())('%s', (name) => {
  const expected = expectedOf(name)
  const reading = readRubric(bookOf(expected.file))

  test('tables, headings, items, sums and every other row are as a careful person finds them', () => {
    expect(withoutClauses(compared(reading))).toEqual(withoutClauses(compared(expected)))
  })

  test('where no rule is compiled, only what hangs on its wording is missing', () => {
    const bare = readRubric(bookOf(expected.file), [], () => ({ clauses: [] }))
    expect(withoutClauses(compared(bare))).toEqual(withoutClauses(compared(expected)))
  })

  test('so are the problems that hang on the wording of rules', () => {
    const ofWording = ({ diagnostics }: Expected | typeof reading) =>
      sorted(diagnostics.filter(({ kind, level }) => OF_WORDING.has(kind) && level === 'problem'))
    expect(ofWording(reading)).toEqual(ofWording(expected))
    expect(reading.counts.problems).toBe(expected.counts.problems)
  })
})
