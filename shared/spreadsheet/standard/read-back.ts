import { canonicalJson } from '../../domain/canonical-json'
import type { Clause } from '../../domain/rubric/clause'
import type { Item } from '../../domain/rubric/rubric'
import type { ReadItem } from '../reading/reading'
import { compileRule } from '../wording/compile-rule'
import { settledClauses } from './clauses-of'

/** The clauses that an item's own words make, with nobody there to confirm them. */
export function clausesFrom(item: Item): readonly Clause[] {
  const { content, points, kind, rule } = item
  const read: ReadItem = {
    seq: 1,
    sheet: '',
    row: 1,
    number: item.code,
    category: '',
    path: [],
    title: item.title,
    content,
    points,
    pointsText: null,
    kind,
    rule,
    ...compileRule(rule, { content, points, kind }),
    methods: [],
    units: [],
    cells: {},
  }
  return settledClauses(read, () => null, '').clauses
}

/**
 * The clauses of an item, by id, that its own words read back to: nothing has to be held against them one number at
 * a time. None where the words cannot be read for sure.
 */
export function readBack(item: Item): ReadonlySet<string> {
  const sure = clausesFrom(item).filter(({ forPerson }) => forPerson !== true)
  const known = new Set(sure.map(saying))
  return new Set(item.clauses.filter((clause) => known.has(saying(clause))).map(({ id }) => id))
}

/** What a clause says, and of which words. */
function saying({ id: _, problem: __, aggregate: ___, ...clause }: Clause): string {
  return canonicalJson(clause)
}
