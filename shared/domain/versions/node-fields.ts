import type { Category, Group, Item } from '../rubric/rubric'
import { counted, type Field, field, inPoints, list, text, word } from './field'

/** Everything that an item says itself, but its id and its clauses. */
export function itemFields(item: Item): readonly Field[] {
  const {
    methods,
    methodWords = [],
    papers,
    units,
    exclusion,
    kind,
    onlyFor,
    sharedCaps = [],
    lossShares = [],
  } = item
  const textOf = new Map(item.clauses.map((clause) => [clause.id, clause.text]))
  return [
    field('code', text(item.code)),
    field('title', text(item.title)),
    field('content', text(item.content)),
    field('rule', text(item.rule)),
    field('points', inPoints(item.points)),
    field('kind', word(`kind-${kind}`)),
    field('exclusion', word(`exclusion-${exclusion}`)),
    ...conditions(onlyFor),
    ...named('methods', methods),
    ...named('method-words', methodWords),
    ...named('papers', papers),
    ...named('lead', units.lead),
    ...named('support', units.support),
    ...sharedCaps.map(({ clauses, cap }) => {
      const of = clauses.map((id) => textOf.get(id) ?? id).join(' + ')
      return field('shared-cap', inPoints(cap), of, JSON.stringify(clauses))
    }),
    ...lossShares.map(({ unit, parts }) => field('loss-share', counted(parts), unit, unit)),
  ]
}

export function groupFields({ code, title, points, onlyFor }: Group): readonly Field[] {
  return [
    field('code', text(code)),
    field('title', text(title)),
    field('points', inPoints(points)),
    ...conditions(onlyFor),
  ]
}

export function categoryFields({ code, title, points, weight }: Category): readonly Field[] {
  return [
    field('code', text(code)),
    field('title', text(title)),
    field('points', inPoints(points)),
    field('weight', { kind: 'share', basisPoints: weight }),
  ]
}

function conditions(onlyFor: readonly string[] | undefined): readonly Field[] {
  return onlyFor === undefined ? [] : [field('only-for', list(onlyFor))]
}

/** Nothing is said where there is none: an empty list reads as 'not there'. */
function named(
  name: 'methods' | 'method-words' | 'papers' | 'lead' | 'support',
  of: readonly string[],
): readonly Field[] {
  return of.length === 0 ? [] : [field(name, list(of))]
}
