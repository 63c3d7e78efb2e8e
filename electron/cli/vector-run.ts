import { explainSheet } from '../../shared/domain/explain/explain-sheet'
import type { Explanation } from '../../shared/domain/explain/explanation'
import { formatMilli } from '../../shared/domain/points'
import type { Subject } from '../../shared/domain/round/round'
import { proveRubric } from '../../shared/domain/rubric/proof'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { rubricFor } from '../../shared/domain/rubric/rubric-for'
import { unitLosses } from '../../shared/domain/scoring/loss-share'
import type { SheetScore } from '../../shared/domain/scoring/score'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import { doublesOf } from '../../shared/domain/sheet/doubles'
import { ANY_SUBJECT, playCommands, type RefusedCommand } from '../../shared/domain/sheet/play-commands'
import type { Expected, VectorBody } from '../../shared/schema/vector-schema'
import { categoryShown, clauseShown, itemShown, listed, ranged, type Shown, totalShown } from './vector-shown'

/** Where a case came out otherwise than worked out by hand. */
export interface Mismatch {
  /** As in `expected`: 'items.a.low'. */
  readonly place: string
  readonly expected: string
  readonly got: string
}

/** Plays one case; what `expected` names is compared, and nothing else but that every number explains itself. */
export function runVector(rubric: Rubric, vector: VectorBody): readonly Mismatch[] {
  const { expected } = vector
  const errors = proveRubric(rubric).filter(({ level }) => level === 'error')
  const found = errors.map(({ place, code }) => `${place} ${code}`)
  if (expected.diagnostics !== undefined) {
    const wanted = expected.diagnostics.map(({ place, code }) => `${place} ${code}`)
    return differing('diagnostics', listed(wanted), listed(found))
  }
  if (found.length > 0) return differing('diagnostics', listed([]), listed(found))

  const subject = vector.subject ?? ANY_SUBJECT
  const { state, refused } = playCommands(rubric, subject, vector.commands)
  const score = scoreSheet(rubric, state)
  const doubles = doublesOf(rubricFor(rubric, subject), state)
  return [
    ...refusals(expected.refused ?? [], refused),
    ...members('items', expected.items, (id) => itemShown(score, id)),
    ...members('clauses', expected.clauses, (id) => clauseShown(score, id)),
    ...members('categories', expected.categories, (id) => categoryShown(score, id)),
    ...(expected.total === undefined ? [] : compared('total', expected.total, totalShown(score))),
    ...unitsCompared(rubric, subject, score, expected.units),
    ...(expected.doubles === undefined
      ? []
      : differing(
          'doubles',
          listed(
            expected.doubles.map(({ place, problem, marks }) => `${place} ${problem} ${marks.join(' ')}`),
          ),
          listed(
            doubles.map(
              ({ place, problem, marks }) =>
                `${place} ${problem} ${marks.map((one) => `${one.item}/${one.clause}`).join(' ')}`,
            ),
          ),
        )),
    ...unexplained(score, explainSheet(rubric, state)),
  ]
}

/** What is wanted by name, against what is there under the same name. */
function members(
  place: string,
  wanted: Readonly<Record<string, object>> | undefined,
  shownOf: (id: string) => Shown | null,
): readonly Mismatch[] {
  return Object.entries(wanted ?? {}).flatMap(([id, one]) => {
    const shown = shownOf(id)
    return shown === null
      ? [{ place: `${place}.${id}`, expected: 'there', got: 'not there' }]
      : compared(`${place}.${id}`, one, shown)
  })
}

function compared(place: string, wanted: object, shown: Shown): readonly Mismatch[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    if (value === undefined) return []
    const text = Array.isArray(value) ? listed(value) : written(String(value))
    return differing(`${place}.${key}`, text, shown[key] ?? '—')
  })
}

function differing(place: string, expected: string, got: string): readonly Mismatch[] {
  return expected === got ? [] : [{ place, expected, got }]
}

/** "4.50" and "4.5" are one number. */
function written(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}

function refusals(wanted: NonNullable<Expected['refused']>, refused: readonly RefusedCommand[]) {
  return differing(
    'refused',
    listed(wanted.map(({ command, code }) => `${command} ${code}`)),
    listed(refused.map(({ index, code }) => `${index + 1} ${code}`)),
  )
}

/** A unit that is not there answers for nothing. */
function unitsCompared(
  rubric: Rubric,
  subject: Subject,
  score: SheetScore,
  wanted: Expected['units'],
): readonly Mismatch[] {
  const lost = new Map(unitLosses(rubricFor(rubric, subject), score).map((one) => [one.unit, one.lost]))
  return Object.entries(wanted ?? {}).flatMap(([unit, value]) =>
    differing(`units.${unit}`, written(value), formatMilli(lost.get(unit) ?? 0)),
  )
}

/** Every number opens: the arithmetic of the total, of each category and of each item comes to what they show. */
function unexplained(score: SheetScore, tree: Explanation): readonly Mismatch[] {
  const nodes = new Map<string, Explanation>()
  const open = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind !== 'clause' && node.kind !== 'extra') nodes.set(node.id, node)
    open.push(...node.children)
  }
  const check = (id: string, low: number, high: number): readonly Mismatch[] => {
    const node = nodes.get(id)
    const got = node === undefined ? 'not there' : ranged(node.worst.value, node.best.value)
    return differing(`explanation.${id}`, ranged(low, high), got)
  }
  return [
    ...check('total', score.low, score.high),
    ...score.categories.flatMap(({ category, low, high }) => check(category, low, high)),
    ...score.items.flatMap(({ item, full, low, high, extraLow, extraHigh }) =>
      full > 0 ? check(item, low, high) : check(item, extraLow, extraHigh),
    ),
  ]
}
