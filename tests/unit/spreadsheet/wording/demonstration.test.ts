import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { clausesFrom } from '../../../../shared/spreadsheet/standard/read-back'
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

/** Clauses that do not come back to the letter, as item/clause, with the reason. */
const OTHERWISE = {
  /** What is measured bears a name that the words do not print in one piece: 完成率 for 口袋公园建设任务完成率. */
  measure: (
    '1.3.1/c 2.2.1.3/a 2.4.1/a 2.4.6/a 3.1.2.3/a 3.2.1/a 3.3.1.3/a 3.6/a 4.1.2/b 4.2.2.4/c ' +
    '4.3.2.1/a 5.2.1.2/a 5.2.1.3/a 5.3.2.1/b 5.4.1/a 6.1.3/b 6.1.4/b 6.2.1.2/a 6.2.3/c 7.2.1.3/a ' +
    '8.1.3/a 8.2.2.2/a 8.4.3/a 8.5.2/c 8.7/a 9.1.2/a 9.1.5/c 9.2.1.1/b 9.2.2.1/a 9.4.1/a ' +
    '9.4.2/a 10.1.4/a 10.3.1.1/a 10.3.2.5/a 10.4.3/a 10.5.2/b 10.5.3/b'
  ).split(' '),
  /** A case, part or band is called by less than the words print: 督察岗 for 设督察岗. */
  label: (
    '1.3.4/a 3.3.1.4/a 3.3.2.3/c 4.2.1.4/a 5.2.2.1/a 6.2.1.3/b 6.3.1.1/a 6.4.1/b 7.4.3/b ' +
    '8.1.5/a 8.2.1.1/c 8.2.2.3/a 8.3.1/c 8.5.1/c 8.6.2/a 9.1.1/a 9.2.1.2/c 9.2.1.4/a 9.2.2.3/c ' +
    '9.4.3/a 9.5.2/b 10.1.1/a 10.2.3/b 10.3.1.3/a 10.3.2.4/a 10.3.2.5/b 10.4.2/a 10.4.5/a'
  ).split(' '),
  /** 超过7天未清运的扣1.5分 is read as something that is so or not; 两款合计最多扣2分 as said of both and part of neither. */
  form: ['8.2.2.3/b', '10.2.1/b', '2.3.5/b'],
  /** The most that is printed is the item's points, which bound the clause anyway: no cap is read. */
  idle: ['3.2.4/a', '4.4.1/a', '6.5.1/c', '7.1.2/a'],
  /** 扣完为止 at the end of a cell is said of all its clauses, and part of the words of none. */
  until: ['5.3.2.3/b', '6.2.2.4/b', '7.2.2.3/b'],
  /** Two cases by how long and one by what for: read as sizes, and the third beside them, under the same most. */
  apart: ['1.2.2.3/a'],
  /** 良好的不扣分，一般的扣1分，较差的扣2.5分 under words on who looked: shown to a person. */
  doubted: ['5.5/a'],
} as const

/** A clause without ids, and without the names of what it measures and of its cases where `isBare`. */
function saying(clause: Clause, isBare: boolean): string {
  const left = new Set(['id', 'problem', ...(isBare ? ['label'] : [])])
  return JSON.stringify(clause, (_, value) =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value as object)
            .filter(([key]) => !left.has(key))
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        ),
  )
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

  it('makes of its own words the very clauses that it declares, but for those listed with their reasons', () => {
    const other: string[] = []
    const unlike: string[] = []
    for (const item of items) {
      const made = clausesFrom(item)
      const known = new Set(made.map((clause) => saying(clause, false)))
      const bare = new Set(made.map((clause) => saying(clause, true)))
      for (const clause of item.clauses) {
        if (known.has(saying(clause, false))) continue
        other.push(`${item.code}/${clause.id}`)
        if (!bare.has(saying(clause, true))) unlike.push(`${item.code}/${clause.id}`)
      }
    }
    const all = pairs.length
    console.info(
      `demonstration: ${all - other.length} of ${all} clauses to the letter, ${all - unlike.length} but for names`,
    )
    const { measure, label, form, idle, until, apart, doubted } = OTHERWISE
    expect([...other].sort()).toEqual(
      [...measure, ...label, ...form, ...idle, ...until, ...apart, ...doubted].sort(),
    )
    expect([...unlike].sort()).toEqual([...form, ...idle, ...until, ...apart, ...doubted].sort())
  })
})
