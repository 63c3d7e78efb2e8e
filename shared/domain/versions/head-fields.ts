import type { Guarantee, Rubric } from '../rubric/rubric'
import { type Field, field, inPoints, list, text, word } from './field'

/** Everything that a standard says of itself, but its categories. */
export function headFields(rubric: Rubric): readonly Field[] {
  const { item, group, category, total } = rubric.rounding
  const rounded = (name: 'item' | 'group' | 'category' | 'total', rounding: typeof item | undefined) =>
    rounding === undefined ? [] : [field(`rounding-${name}`, { kind: 'rounding', rounding })]
  const codes = codesOf(rubric)
  return [
    field('standard-id', text(rubric.id)),
    field('version', text(rubric.version)),
    field('title', text(rubric.title)),
    field('source', text(rubric.source)),
    field('notice', text(rubric.notice)),
    field('points', inPoints(rubric.points)),
    ...rounded('item', item),
    ...rounded('group', group),
    ...rounded('category', category),
    ...rounded('total', total),
    ...rubric.grades.map(({ name, from }) => field('grade', inPoints(from), name, name)),
    field('bonus-cap', inPoints(rubric.bonusCap)),
    field('penalty-cap', inPoints(rubric.penaltyCap)),
    rubric.exclusionScope === undefined
      ? field('exclusion-scope', word('by-default'))
      : field('exclusion-scope', word(`over-${rubric.exclusionScope}`)),
    ...(rubric.weighting === undefined ? [] : [field('weighting', word('by-points'))]),
    ...(rubric.guarantees ?? []).flatMap((one) => guaranteeFields(one, codes)),
    ...(rubric.subjectKinds === undefined ? [] : [field('subject-kinds', list(rubric.subjectKinds))]),
  ]
}

function guaranteeFields(
  { id, text: words, items, anyAtZero, below, zeroes }: Guarantee,
  codes: ReadonlyMap<string, string>,
): readonly Field[] {
  const short = words.length > 20 ? `${words.slice(0, 20)}…` : words
  return [
    field('guarantee', text(words), '', id),
    // Told apart by id, shown by number: a renumbering changes no guarantee.
    ...items.map((item) =>
      field('guarantee-items', word('yes'), `${short} · ${codes.get(item) ?? item}`, `${id} ${item}`),
    ),
    field('guarantee-any', word(anyAtZero ? 'yes' : 'no'), short, id),
    ...(below === undefined ? [] : [field('guarantee-below', inPoints(below), short, id)]),
    field(
      'guarantee-zeroes',
      zeroes.scope === 'total' ? word('zeroes-total') : text(codes.get(zeroes.category) ?? zeroes.category),
      short,
      id,
    ),
  ]
}

function codesOf({ categories }: Rubric): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const visit = (
    nodes: readonly { id: string; code: string; children?: readonly { id: string; code: string }[] }[],
  ) => {
    for (const { id, code, children } of nodes) {
      codes.set(id, code)
      if (children !== undefined) visit(children)
    }
  }
  visit(categories)
  return codes
}
