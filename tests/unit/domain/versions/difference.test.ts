import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../shared/domain/canonical-json'
import { points } from '../../../../shared/domain/points'
import type { Group, Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { differenceOf, isNoDifference } from '../../../../shared/domain/versions/difference'
import type { FieldChange } from '../../../../shared/domain/versions/field'
import type { NodeChange } from '../../../../shared/domain/versions/node-change'
import { rubricSchema } from '../../../../shared/schema/rubric-schema'
import { anyRubric } from '../scoring/random-standard'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { CLAUSES, EVERYTHING } from './every-form'

const road = (id: string, more: Partial<Item> = {}) => itemOf(id, 2_000, [CLAUSES['all-or-nothing']], more)
const standard = (children: readonly (Item | Group)[]) =>
  rubricOf([categoryOf('c1', 5_000, children), categoryOf('c2', 5_000, [road('z')])])

function only(before: Rubric, after: Rubric): NodeChange {
  const { changes } = differenceOf(before, after)
  // The category's points follow its items.
  const [change, ...more] = changes.filter(({ level }) => level === 'item')
  if (change === undefined || more.length > 0) throw new Error(`not one change: ${JSON.stringify(changes)}`)
  return change
}

const names = (changes: readonly FieldChange[]) => changes.map(({ name }) => name)

describe('the difference of two versions', () => {
  it('names items that are new and gone, where they stand and stood', () => {
    const { changes, counts, items } = differenceOf(
      standard([road('a'), road('b'), road('d')]),
      standard([road('a'), road('c'), road('d')]),
    )
    expect(changes.map(({ id, kinds }) => [id, ...kinds])).toEqual([
      ['b', 'gone'],
      ['c', 'added'],
    ])
    expect(changes[0]?.before).toMatchObject({ code: 'b', category: { id: 'c1' }, parent: { id: 'c1' } })
    expect([counts.added, counts.gone, counts.moved]).toEqual([1, 1, 0])
    expect(items).toEqual({ before: 4, after: 4, unchanged: 3 })
  })

  it('tells a move from a renumbering, and a move of one from a move of all others', () => {
    const before = standard([road('a', { code: '1' }), road('b', { code: '2' }), road('c', { code: '3' })])
    const moved = standard([road('b', { code: '1' }), road('c', { code: '2' }), road('a', { code: '3' })])
    const kinds = differenceOf(before, moved).changes.map(({ id, kinds: own }) => [id, ...own])
    expect(kinds).toEqual([
      ['b', 'renumbered'],
      ['c', 'renumbered'],
      ['a', 'moved', 'renumbered'],
    ])
  })

  it('follows an item into another group', () => {
    const group = (children: readonly Item[]): Group => ({ ...categoryOf('g', 0, children) })
    const before = standard([road('a'), group([road('b')])])
    const after = standard([group([road('a'), road('b')])])
    const change = differenceOf(before, after).changes.find(({ id }) => id === 'a')
    expect(change?.kinds).toEqual(['moved'])
    expect([change?.before?.parent?.id, change?.after?.parent?.id]).toEqual(['c1', 'g'])
  })

  it('says field by field what a clause says otherwise', () => {
    const per = CLAUSES['per-occurrence']
    const before = standard([itemOf('a', 2_000, [per])])
    const after = standard([
      itemOf('a', 2_000, [{ ...per, cap: points(1_500), allowance: undefined } as typeof per]),
    ])
    const { kinds, clauses } = only(before, after)
    expect(kinds).toEqual(['clauses'])
    expect(clauses).toMatchObject([{ id: 'a', change: 'changed' }])
    expect(names(clauses[0]?.fields ?? [])).toEqual(['cap', 'allowance'])
    expect(clauses[0]?.fields[0]).toMatchObject({
      before: { value: { kind: 'points', points: 1000 } },
      after: { value: { kind: 'points', points: 1500 } },
    })
  })

  it('says a change of form, and what each form said', () => {
    const change = only(
      standard([itemOf('a', 2_000, [CLAUSES['all-or-nothing']])]),
      standard([itemOf('a', 2_000, [CLAUSES.overflow])]),
    )
    expect(names(change.clauses[0]?.fields ?? [])).toEqual(['form', 'mode', 'beyond', 'deduct'])
  })

  it('calls a clause with other words alone reworded', () => {
    const [first] = standard([road('a')]).categories
    const item = first?.children[0] as Item
    const reworded = { ...item, rule: '无', clauses: item.clauses.map((one) => ({ ...one, text: '无' })) }
    expect(only(standard([item]), standard([reworded])).kinds).toEqual(['reworded'])
  })

  it('tells conditions, exclusion, units, papers, methods and points apart', () => {
    const change = only(
      standard([road('a')]),
      standard([
        road('a', {
          points: points(2_500),
          exclusion: 'normalise',
          onlyFor: ['省辖市'],
          units: { lead: ['城管局'], support: [] },
          papers: ['台账'],
          methods: ['资料'],
        }),
      ]),
    )
    expect(change.kinds).toEqual(['repointed', 'exclusion', 'conditions', 'units', 'papers', 'methods'])
  })

  it('says the head: version, grades, caps, rounding, guarantees', () => {
    const after: Rubric = {
      ...EVERYTHING,
      version: '2',
      bonusCap: points(0),
      grades: EVERYTHING.grades.map((grade) => ({ ...grade, from: points(Math.max(0, grade.from - 5_000)) })),
      guarantees: [],
      exclusionScope: 'total',
    }
    expect([...new Set(names(differenceOf(EVERYTHING, after).head))]).toEqual([
      'version',
      'grade',
      'bonus-cap',
      'exclusion-scope',
      'guarantee',
      'guarantee-items',
      'guarantee-any',
      'guarantee-below',
      'guarantee-zeroes',
    ])
  })
})

/** The same with the sides changed over. */
function mirrored(changes: readonly NodeChange[]): string[] {
  const turn = { added: 'gone', gone: 'added' } as const
  const field = ({ before, after, ...rest }: FieldChange) => ({ ...rest, before: after, after: before })
  return sorted(
    changes.map((change) => ({
      ...change,
      before: change.after,
      after: change.before,
      kinds: change.kinds.map((kind) => (kind === 'added' || kind === 'gone' ? turn[kind] : kind)),
      fields: change.fields.map(field),
      clauses: change.clauses.map((clause) => ({
        ...clause,
        change: clause.change === 'changed' ? clause.change : turn[clause.change],
        before: clause.after,
        after: clause.before,
        fields: clause.fields.map(field),
      })),
    })),
  )
}

function sorted(changes: readonly NodeChange[]): string[] {
  const byText = (a: unknown, b: unknown) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)
  const alike = <T>(all: readonly T[]) => [...all].sort(byText)
  return changes
    .map((change) => ({
      ...change,
      fields: alike(change.fields),
      clauses: alike(change.clauses.map((one) => ({ ...one, fields: alike(one.fields) }))),
    }))
    .map(canonicalJson)
    .sort()
}

/** Copies of a value, each with one member otherwise: a number one more, a word one letter longer, a list turned. */
function* variants(value: unknown): Generator<unknown> {
  if (typeof value === 'number') yield value + 1
  else if (typeof value === 'string') yield `${value}改`
  else if (typeof value === 'boolean') yield !value
  else if (Array.isArray(value)) {
    if (value.length > 1) yield [...value].reverse()
    if (value.length > 0) yield value.slice(1)
    for (const [at, one] of value.entries())
      for (const other of variants(one)) yield value.map((same, no) => (no === at ? other : same))
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (key === 'schema') continue
      for (const other of variants(one)) yield { ...value, [key]: other }
    }
  }
}

let made: readonly Rubric[] | null = null

/** Those that are still standards; made once, when the first test asks. */
function allVariants(): readonly Rubric[] {
  made ??= [...variants(EVERYTHING)].flatMap((variant) => {
    const read = rubricSchema.safeParse(variant)
    return read.success ? [read.data as Rubric] : []
  })
  return made
}

describe('properties of a difference', { timeout: 60_000 }, () => {
  it('with itself there is none', () => {
    expect(isNoDifference(differenceOf(EVERYTHING, structuredClone(EVERYTHING)))).toBe(true)
    fc.assert(
      fc.property(anyRubric(6), (rubric) => isNoDifference(differenceOf(rubric, structuredClone(rubric)))),
    )
  })

  it('whatever is changed in a standard is told', () => {
    const untold = allVariants().filter((variant) => isNoDifference(differenceOf(EVERYTHING, variant)))
    expect(allVariants().length).toBeGreaterThan(500)
    expect(untold.map((variant) => firstDifference(EVERYTHING, variant))).toEqual([])
  })

  it('the other way round is the mirror', () => {
    for (const variant of allVariants()) {
      expect(sorted(differenceOf(variant, EVERYTHING).changes)).toEqual(
        mirrored(differenceOf(EVERYTHING, variant).changes),
      )
    }
    fc.assert(
      fc.property(anyRubric(6), anyRubric(6), (a, b) => {
        expect(sorted(differenceOf(b, a).changes)).toEqual(mirrored(differenceOf(a, b).changes))
      }),
    )
    const letters = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const [a, b] = [standard(one.map((id) => road(id))), standard(other.map((id) => road(id)))]
        expect(sorted(differenceOf(b, a).changes)).toEqual(mirrored(differenceOf(a, b).changes))
      }),
    )
  })
})

describe('a standard of 10,000 items', () => {
  const large = (version: string, price: number): Rubric =>
    rubricOf(
      Array.from({ length: 100 }, (_one, at) =>
        categoryOf(
          `c${at}`,
          100,
          Array.from({ length: 100 }, (_other, no) =>
            itemOf(`c${at}-${(no * 37) % 100}`, price, Object.values(CLAUSES).slice(0, 4)),
          ),
        ),
      ),
      { version },
    )

  // Measured 85 and 350 ms; a comparison that ran away would not end before the test's own limit.
  it('is compared, whether nothing or everything is otherwise', () => {
    const [before, same, after] = [large('1', 4_000), large('1', 4_000), large('2', 5_000)]
    expect(isNoDifference(differenceOf(before, same))).toBe(true)
    expect(differenceOf(before, after).counts.repointed).toBe(10_100)
  })
})

function firstDifference(a: Rubric, b: Rubric): string {
  const [one, other] = [canonicalJson(a), canonicalJson(b)]
  const at = [...one].findIndex((letter, no) => letter !== other[no])
  return `${one.slice(at - 60, at + 20)} → ${other.slice(at - 20, at + 20)}`
}
