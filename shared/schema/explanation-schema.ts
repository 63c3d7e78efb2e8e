import { z } from 'zod'
import type { Explanation, Figure, NoteCode } from '../domain/explain/explanation'
import type { Expression } from '../domain/explain/expression'
import type { Points } from '../domain/points'
import type { Holds, Same } from './same-type'

/** Thousandths, either way; as it is published, not as it is entered. */
const thousandths = z.int()
const points = thousandths as z.ZodType<unknown> as z.ZodType<Points, number>

const rounding = z.strictObject({ mode: z.enum(['half-up', 'half-even', 'truncate']), step: points })
const many: z.ZodType<Expression[]> = z.lazy(() => z.array(expressionSchema))
const one: z.ZodType<[Expression]> = z.lazy(() => z.tuple([expressionSchema]))
const two: z.ZodType<[Expression, Expression]> = z.lazy(() => z.tuple([expressionSchema, expressionSchema]))

/** Arithmetic that can be read, printed and recomputed; only 'round' rounds. */
export const expressionSchema: z.ZodType<Expression> = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('number'), value: thousandths }),
    z.strictObject({ op: z.literal('node'), node: z.string(), value: thousandths }),
    z.strictObject({ op: z.enum(['add', 'multiply', 'min', 'max']), of: many }),
    z.strictObject({ op: z.enum(['subtract', 'divide']), of: two }),
    z.strictObject({ op: z.enum(['floor', 'ceiling']), of: one }),
    z.strictObject({ op: z.literal('round'), of: one, rounding }),
  ])
  .meta({ id: 'Expression' })

const figure = z
  .strictObject({ value: points, sum: expressionSchema })
  .meta({ id: 'Figure' }) satisfies z.ZodType<Figure>

const noteCode = z.enum([
  'unchecked',
  'clear',
  'place',
  'reason',
  'excluded-normalise',
  'excluded-full-marks',
  'excluded-leave-out',
  'capped',
  'shared-cap',
  'floored',
  'beyond',
  'rounded',
  'sample-short',
  'rank-pending',
  'counted-elsewhere',
  'veto-item',
  'veto-category',
  'veto-total',
  'veto-grade',
  'normalised',
  'left-out',
  'forfeited',
  'may-be-left-out',
  'worst-leaves-out',
  'may-be-vetoed',
  'may-be-forfeited',
  'may-veto-grade',
  'weight',
  'bonus-cap',
  'penalty-cap',
  'grade',
  'loss-share',
])

/** Why a number is what it is: a tree from the total to each mark. */
export const explanationSchema: z.ZodType<Explanation> = z
  .strictObject({
    kind: z.enum(['total', 'category', 'group', 'item', 'clause', 'extra']),
    id: z.string(),
    code: z.string(),
    title: z.string(),
    wording: z.string(),
    facts: z.array(z.string()),
    worst: figure,
    best: figure,
    full: points,
    notes: z.array(z.strictObject({ code: noteCode, detail: z.string() })),
    children: z.lazy(() => z.array(explanationSchema)),
  })
  .meta({ id: 'Explanation' })

export type NoteCodesAreTheDomains = Holds<Same<z.output<typeof noteCode>, NoteCode>>
