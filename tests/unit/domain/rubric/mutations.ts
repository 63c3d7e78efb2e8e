import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { Item } from '../../../../shared/domain/rubric/rubric'

/** A changed item and what was changed in it. */
export interface Mutation {
  readonly what: string
  readonly item: Item
}

type Path = readonly (string | number)[]

/** Every number that the clause declares, each replaced by near ones and by every other number of the clause. */
export function declaredMutations(item: Item, index: number): Mutation[] {
  const clause = item.clauses[index] as Clause
  const found = numbersIn(clause, [])
  const others = found.map(({ value }) => value)
  return found.flatMap(({ path, value }) =>
    replacements(value, others).map((changed) => ({
      what: `${item.code}/${clause.id} ${path.join('.')}: ${value} → ${changed}`,
      item: withClause(item, index, changeAt(clause, path, changed) as Clause),
    })),
  )
}

/** Every number printed in the clause, replaced in its text and in the item's rule alike. */
export function printedMutations(item: Item, index: number): Mutation[] {
  const clause = item.clauses[index] as Clause
  const at = item.clauses
    .slice(0, index)
    .reduce((end, { text }) => item.rule.indexOf(text, end) + text.length, 0)
  const start = item.rule.indexOf(clause.text, at)
  const matches = [...clause.text.matchAll(/\d+(?:\.\d+)?/g)]
  const others = matches.map(([digits]) => Math.round(Number(digits) * 1000))
  return matches.flatMap((match) =>
    replacements(Math.round(Number(match[0]) * 1000), others).map((changed) => {
      const text = `${clause.text.slice(0, match.index)}${changed / 1000}${clause.text.slice(match.index + match[0].length)}`
      const rule = `${item.rule.slice(0, start)}${text}${item.rule.slice(start + clause.text.length)}`
      return {
        what: `${item.code}/${clause.id} ${clause.text} → ${text}`,
        item: { ...withClause(item, index, { ...clause, text }), rule },
      }
    }),
  )
}

function replacements(value: number, others: readonly number[]): number[] {
  const near = [value + 1, value + 100, value + 1000, value * 2, value * 10, Math.max(0, value - 100)]
  return [...new Set([...near, ...others])].filter((changed) => changed !== value)
}

function numbersIn(value: unknown, path: Path): { path: Path; value: number }[] {
  if (typeof value === 'number') return [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]))
}

/** The value with one member, however deep, replaced. */
export function changeAt(value: unknown, path: Path, changed: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return changed
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === String(key) ? changeAt(each, rest, changed) : each))
  const members = value as Readonly<Record<string, unknown>>
  return { ...members, [key]: changeAt(members[key], rest, changed) }
}

export function withClause(item: Item, index: number, clause: Clause): Item {
  return { ...item, clauses: item.clauses.map((each, at) => (at === index ? clause : each)) }
}
