import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'
import type { ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'

const FOLDER = 'resources/rubrics/demonstration'

interface Node {
  readonly children?: readonly Node[]
}

function itemsIn(node: Node): readonly Item[] {
  return node.children ? node.children.flatMap(itemsIn) : [node as Item]
}

const items = readdirSync(FOLDER)
  .filter((name) => name !== 'standard.json')
  .flatMap((name) => itemsIn(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Node))

const IN_CONTEXT = new Set(['zone-limit', 'by-subject', 'escalation', 'overflow', 'rank', 'pass-rate'])

/** Two names for one thing: bounds that hold each other are a tier as well as thresholds. */
function isSameFamily(declared: Clause, ours: ReadClause): boolean {
  if (declared.form === ours.form) return true
  if (declared.form === 'threshold') return ours.form === 'tier'
  return declared.form === 'tier' && ours.form === 'threshold'
}

describe('the demonstration standard, read from its own wording', () => {
  const pairs = items.flatMap((item) => {
    const ours = compileRule(item.rule, {
      content: item.content,
      points: item.points,
      kind: item.kind,
    }).clauses
    return item.clauses.map((declared) => ({ item, declared, ours }))
  })
  const exact = pairs.filter(({ declared, ours }) =>
    ours.some((one) => one.text === declared.text && isSameFamily(declared, one) && !one.forPerson),
  )

  it('gives back most clauses by their very words and form', () => {
    console.info(`demonstration: ${exact.length} of ${pairs.length} clauses by words and form`)
    expect(items.length).toBe(291)
    expect(exact.length / pairs.length).toBeGreaterThan(0.85)
  })

  it('reads the points of a plain count as they are declared', () => {
    for (const { declared, ours } of exact) {
      const one = ours.find((clause) => clause.text === declared.text)
      if (declared.form !== 'per-occurrence' || one?.form !== 'per-occurrence') continue
      if (declared.pointsPerUnit === undefined) continue
      expect({ text: one.text, points: one.pointsPerUnit, per: one.per }).toEqual({
        text: declared.text,
        points: declared.pointsPerUnit,
        per: declared.per ?? 1,
      })
    }
  })

  it('reads the forms that look beyond one number: zones, kinds of subject, finders, ranks, samples, what is past the item', () => {
    for (const { declared, ours } of pairs) {
      if (!IN_CONTEXT.has(declared.form)) continue
      const one = ours.find((clause) => clause.text === declared.text)
      expect([declared.text, one?.form, one?.forPerson]).toEqual([declared.text, declared.form, undefined])
    }
  })
})
