import fc from 'fast-check'
import type { Milli } from '../../../../shared/domain/points'
import type { PlainClause } from '../../../../shared/domain/rubric/clause'
import { allItems, type Item, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { isMarkFor, takesPlaces } from '../../../../shared/domain/scoring/forms'
import { settingOf } from '../../../../shared/domain/scoring/score-item'
import type { Scored } from '../../../../shared/domain/scoring/score-sheet'
import type { SheetHeader } from '../../../../shared/domain/sheet/event'
import {
  type ItemMark,
  type Mark,
  type MarkValue,
  type PlainValue,
  UNTOUCHED,
} from '../../../../shared/domain/sheet/mark'
import { nextValues } from '../../../../shared/domain/what-if/next-values'
import { worstValues } from '../../../../shared/domain/what-if/worst-values'
import { anyRubric, anySubject } from '../scoring/random-standard'
import { CLEAR, excludedFor } from '../scoring/small-standard'

/** Marks of a clause: the first steps, middling ones and the worst, at one place and at several. */
export function valuesFor(rubric: Rubric, item: Item, clause: PlainClause): readonly MarkValue[] {
  const setting = settingOf(rubric, item)
  const first = nextValues(clause, undefined, setting)
  const second = first.flatMap(({ value }) => nextValues(clause, value, setting))
  const values = [
    ...middling(clause),
    ...worstValues(clause),
    ...[...first, ...second].map((step) => step.value),
  ]
  const fitting = values.filter((value) => isMarkFor(clause, value))
  if (!takesPlaces(clause)) return fitting
  const plain = fitting.flatMap((value): readonly PlainValue[] => (value.kind === 'places' ? [] : [value]))
  const at = plain.slice(0, 3).map((value, no) => ({ place: `第${no + 1}点`, value }))
  const linked = at.map((one, no) => (no === 0 ? { ...one, sameAs: { item: 'x', clause: 'a' } } : one))
  return [...fitting, ...[at, linked].map((places): MarkValue => ({ kind: 'places', at: places }))].filter(
    (value) => isMarkFor(clause, value),
  )
}

function middling(clause: PlainClause): readonly PlainValue[] {
  switch (clause.form) {
    case 'linear':
    case 'proportional':
    case 'rank':
    case 'threshold':
      return [333, 1_234, 5_001].map((value) => ({ kind: 'value', value: value as Milli }))
    case 'additive':
      return clause.parts.map(({ id }, at) => ({
        kind: 'missing',
        parts: at === 0 ? [] : clause.parts.slice(0, at).map((part) => part.id),
        notApplicable: [id],
      }))
    case 'pass-rate':
      return [
        { kind: 'samples', population: 20, passed: 5, failed: 2 },
        { kind: 'samples', population: 7, passed: 3, failed: 0 },
      ]
    default:
      return []
  }
}

function anyMarkOf(rubric: Rubric, item: Item): fc.Arbitrary<ItemMark> {
  const ways = item.clauses.map((clause) => {
    const values = clause.form === 'by-subject' ? [] : valuesFor(rubric, item, clause)
    if (values.length === 0) return fc.constant([])
    const made = fc.tuple(fc.constantFrom(...values), fc.boolean()).map(([value, isLinked]) => {
      const mark: Mark = { value, reason: '核实', place: '一号街' }
      return [[clause.id, isLinked ? { ...mark, sameAs: { item: 'x', clause: 'a' } } : mark] as const]
    })
    return fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: made })
  })
  const marked = fc.tuple(...ways).map((made): ItemMark => {
    const marks = Object.fromEntries(made.flat())
    return Object.keys(marks).length === 0 ? CLEAR : { ...UNTOUCHED, status: 'scored', marks }
  })
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(UNTOUCHED) },
    { weight: 4, arbitrary: marked },
    { weight: 1, arbitrary: fc.constant(CLEAR) },
    { weight: item.exclusion === 'not-allowed' ? 0 : 2, arbitrary: fc.constant(excludedFor('无此设施')) },
  )
}

export interface AnySheet {
  readonly rubric: Rubric
  readonly state: Scored
}

/** A standard, a subject, and a sheet: each item in any of its states, with any of its marks. */
export function anySheetOf(most: number): fc.Arbitrary<AnySheet> {
  return fc.tuple(anyRubric(most), anySubject).chain(([rubric, subject]) => {
    const header = { subject: { id: 's', name: '某市', ...subject } } as unknown as SheetHeader
    const view = rubricFor(rubric, header.subject)
    return fc
      .tuple(...allItems(view).map((item) => anyMarkOf(view, item).map((mark) => [item.id, mark] as const)))
      .map((entries) => ({
        rubric,
        state: { header, items: new Map(entries.filter(([, mark]) => mark !== UNTOUCHED)) },
      }))
  })
}
