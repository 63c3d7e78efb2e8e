import { z } from 'zod'
import type { Clause, Outcome, Rule } from '../domain/rubric/clause'
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

const aggregate = z.enum(['sum', 'mean', 'worst']).exactOptional()
const words = {
  id: idSchema,
  text: requiredTextSchema,
  problem: requiredNameSchema.exactOptional(),
  forPerson: z.literal(true).exactOptional(),
}
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

const partial = z.enum(['exact', 'whole-steps', 'started-steps'])
const zone = z.strictObject({ id: idSchema, label: requiredNameSchema, limit: milliSchema })
const step = z.strictObject({
  id: idSchema,
  label: requiredNameSchema,
  to: z.int().min(1).max(100_000).exactOptional(),
  outcome,
})
const passRateRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tiers'),
    tiers: z
      .array(
        z.strictObject({
          id: idSchema,
          label: requiredNameSchema,
          min: milliSchema.exactOptional(),
          outcome,
        }),
      )
      .min(1)
      .max(50),
  }),
  z.strictObject({
    kind: z.literal('shortfall'),
    from: milliSchema,
    per: milliSchema,
    pointsPerUnit: pointsSchema,
    partial,
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('proportional'), base: pointsSchema }),
])

const rules = [
  z.strictObject({
    aggregate,
    form: z.literal('per-occurrence'),
    unit,
    per: countSchema.min(1).exactOptional(),
    pointsPerUnit: pointsSchema.exactOptional(),
    severities: z.array(severity).min(1).max(20).exactOptional(),
    allowance: countSchema.exactOptional(),
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('all-or-nothing'),
    deduct: z.union([z.literal('all'), pointsSchema]),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('threshold'),
    measure,
    thresholds: z.array(threshold).min(1).max(20),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('tier'),
    measure: measure.exactOptional(),
    tiers: z.array(tier).min(1).max(50),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('linear'),
    measure,
    from: milliSchema,
    direction: z.enum(['below', 'above']),
    per: milliSchema,
    pointsPerUnit: pointsSchema,
    partial,
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('proportional'),
    measure,
    base: pointsSchema,
    fullAt: milliSchema,
    floor: milliSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('judgement'),
    effect: z.enum(['deduct', 'gain']),
    bands: z.array(band).min(1).max(20),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('additive'),
    isNormalised: z.boolean().exactOptional(),
    parts: z.array(severity).min(1).max(50),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('bonus'),
    unit,
    pointsPerUnit: pointsSchema,
    cap: pointsSchema,
  }),
  z.strictObject({
    aggregate,
    form: z.literal('penalty'),
    unit,
    pointsPerUnit: pointsSchema,
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('veto'),
    scope: z.enum(['item', 'category', 'total', 'grade']),
    grade: requiredNameSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('zone-limit'),
    measure,
    zones: z.array(zone).min(1).max(20),
    direction: z.enum(['below', 'above']),
    per: milliSchema,
    pointsPerUnit: pointsSchema,
    partial,
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('escalation'),
    unit,
    finders: z.array(severity).min(1).max(20),
    repeats: z
      .array(z.strictObject({ label: requiredNameSchema, factor: milliSchema }))
      .min(1)
      .max(20),
    cap: pointsSchema.exactOptional(),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('overflow'),
    mode: z.enum(['continue', 'add']),
    points: pointsSchema,
  }),
  z.strictObject({
    aggregate,
    form: z.literal('rank'),
    measure,
    first: z.enum(['highest', 'lowest']),
    steps: z.array(step).min(1).max(50),
  }),
  z.strictObject({
    aggregate,
    form: z.literal('pass-rate'),
    measure,
    samples: z
      .array(z.strictObject({ from: countSchema, atLeast: countSchema }))
      .min(1)
      .max(20),
    rule: passRateRule,
  }),
] as const
/** A rule of any form, without the words that it was read from. */
const rule = z.discriminatedUnion('form', rules).meta({ id: 'Rule' }) satisfies z.ZodType<Rule>

const bySubject = z.strictObject({
  ...words,
  aggregate,
  form: z.literal('by-subject'),
  cases: z
    .array(z.strictObject({ kinds: z.array(requiredNameSchema).min(1).max(50), rule }))
    .min(1)
    .max(20),
  otherwise: rule,
})

const anyClause = z.discriminatedUnion('form', [
  rules[0].extend(words),
  rules[1].extend(words),
  rules[2].extend(words),
  rules[3].extend(words),
  rules[4].extend(words),
  rules[5].extend(words),
  rules[6].extend(words),
  rules[7].extend(words),
  rules[8].extend(words),
  rules[9].extend(words),
  rules[10].extend(words),
  rules[11].extend(words),
  rules[12].extend(words),
  rules[13].extend(words),
  rules[14].extend(words),
  rules[15].extend(words),
  bySubject,
])

/** One clause (扣分条款), of any form; unknown members are refused. */
export const clauseSchema = anyClause.meta({ id: 'Clause' }) satisfies z.ZodType<Clause>

export type ClauseSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof clauseSchema>>, Frozen<Clause>>>
