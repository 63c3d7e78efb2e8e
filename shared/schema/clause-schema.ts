import { z } from 'zod'
import type { Clause, Outcome } from '../domain/rubric/clause'
import {
  countSchema,
  idSchema,
  milliSchema,
  nameSchema,
  pointsSchema,
  requiredNameSchema,
  requiredTextSchema,
} from './primitives'
import type { Frozen, Holds, Same } from './same-type'

const base = { id: idSchema, text: requiredTextSchema }
const measure = z
  .strictObject({ label: requiredNameSchema, unit: nameSchema.max(20) })
  .meta({ id: 'Measure' })
const unit = requiredNameSchema.max(20)

const anyOutcome = z.discriminatedUnion('effect', [
  z.strictObject({ effect: z.literal('full') }),
  z.strictObject({ effect: z.literal('zero') }),
  z.strictObject({ effect: z.literal('deduct'), points: pointsSchema }),
  z.strictObject({ effect: z.literal('gain'), points: pointsSchema }),
])
const outcome = anyOutcome.meta({ id: 'Outcome' }) satisfies z.ZodType<Outcome>

const severity = z.strictObject({ id: idSchema, label: requiredNameSchema, points: pointsSchema })
const threshold = z.strictObject({ cmp: z.enum(['<', '<=', '>', '>=']), value: milliSchema, outcome })
const tier = z.strictObject({
  id: idSchema,
  label: requiredNameSchema,
  min: milliSchema.exactOptional(),
  isMinOpen: z.boolean().exactOptional(),
  max: milliSchema.exactOptional(),
  isMaxClosed: z.boolean().exactOptional(),
  outcome,
})
const band = z.strictObject({ id: idSchema, label: requiredNameSchema, min: pointsSchema, max: pointsSchema })

const anyClause = z.discriminatedUnion('form', [
  z.strictObject({
    ...base,
    form: z.literal('per-occurrence'),
    unit,
    per: countSchema.min(1).exactOptional(),
    pointsPerUnit: pointsSchema.exactOptional(),
    severities: z.array(severity).min(1).max(20).exactOptional(),
    allowance: countSchema.exactOptional(),
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    ...base,
    form: z.literal('all-or-nothing'),
    deduct: z.union([z.literal('all'), pointsSchema]),
  }),
  z.strictObject({
    ...base,
    form: z.literal('threshold'),
    measure,
    thresholds: z.array(threshold).min(1).max(20),
  }),
  z.strictObject({
    ...base,
    form: z.literal('tier'),
    measure: measure.exactOptional(),
    tiers: z.array(tier).min(1).max(50),
  }),
  z.strictObject({
    ...base,
    form: z.literal('linear'),
    measure,
    from: milliSchema,
    direction: z.enum(['below', 'above']),
    per: milliSchema,
    pointsPerUnit: pointsSchema,
    partial: z.enum(['exact', 'whole-steps', 'started-steps']),
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    ...base,
    form: z.literal('proportional'),
    measure,
    base: pointsSchema,
    fullAt: milliSchema,
    floor: milliSchema.exactOptional(),
  }),
  z.strictObject({
    ...base,
    form: z.literal('judgement'),
    effect: z.enum(['deduct', 'gain']),
    bands: z.array(band).min(1).max(20),
  }),
  z.strictObject({ ...base, form: z.literal('additive'), parts: z.array(severity).min(1).max(50) }),
  z.strictObject({ ...base, form: z.literal('bonus'), unit, pointsPerUnit: pointsSchema, cap: pointsSchema }),
  z.strictObject({
    ...base,
    form: z.literal('penalty'),
    unit,
    pointsPerUnit: pointsSchema,
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    ...base,
    form: z.literal('veto'),
    scope: z.enum(['item', 'category', 'grade']),
    grade: requiredNameSchema.exactOptional(),
  }),
])

/** One clause (扣分条款), of any form; unknown members are refused. */
export const clauseSchema = anyClause.meta({ id: 'Clause' }) satisfies z.ZodType<Clause>

export type ClauseSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof clauseSchema>>, Frozen<Clause>>>
