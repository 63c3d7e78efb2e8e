import { z } from 'zod'
import { MOST_PLACES } from '../domain/scoring/places'
import type { Mark, MarkValue, Observation, PlainValue } from '../domain/sheet/mark'
import {
  countSchema,
  idSchema,
  milliSchema,
  pointsSchema,
  requiredNameSchema,
  textSchema,
} from './primitives'
import type { Frozen, Holds, Same } from './same-type'

const found = z.strictObject({ finder: idSchema, time: z.int().min(1).max(20), n: countSchema })

const sampled = z.strictObject({
  place: requiredNameSchema,
  passed: countSchema,
  failed: countSchema,
  note: textSchema.exactOptional(),
})

const plainValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), n: countSchema }),
  z.strictObject({ kind: z.literal('counts'), bySeverity: z.record(idSchema, countSchema) }),
  z.strictObject({ kind: z.literal('flag') }),
  z.strictObject({ kind: z.literal('value'), value: milliSchema }),
  z.strictObject({ kind: z.literal('choice'), id: idSchema }),
  z.strictObject({ kind: z.literal('points'), bandId: idSchema, points: pointsSchema }),
  z.strictObject({
    kind: z.literal('missing'),
    parts: z.array(idSchema).max(50),
    notApplicable: z.array(idSchema).max(50).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('zoned'), zone: idSchema, value: milliSchema }),
  z.strictObject({ kind: z.literal('found'), found: z.array(found).max(400) }),
  z.strictObject({ kind: z.literal('clean') }),
  z.strictObject({ kind: z.literal('rank'), rank: z.int().min(1).max(100_000) }),
  z.strictObject({
    kind: z.literal('samples'),
    population: countSchema,
    passed: countSchema,
    failed: countSchema,
    at: z.array(sampled).min(1).max(MOST_PLACES).exactOptional(),
  }),
])
/** What was seen at one place. */
const plainValueSchema = plainValue.meta({ id: 'PlainValue' }) satisfies z.ZodType<PlainValue>

const sameAs = z.strictObject({ item: idSchema, clause: idSchema })

const observation = z.strictObject({
  place: requiredNameSchema,
  value: plainValueSchema,
  note: textSchema.exactOptional(),
  sameAs: sameAs.exactOptional(),
}) satisfies z.ZodType<Observation>

/** What a person entered for one clause; whether it fits the clause is the domain's to say. */
export const markValueSchema = z.discriminatedUnion('kind', [
  ...plainValue.options,
  z.strictObject({ kind: z.literal('places'), at: z.array(observation).max(MOST_PLACES) }),
]) satisfies z.ZodType<MarkValue>

export const markSchema = z
  .strictObject({
    value: markValueSchema,
    reason: textSchema,
    place: requiredNameSchema.exactOptional(),
    sameAs: sameAs.exactOptional(),
  })
  .meta({ id: 'Mark' }) satisfies z.ZodType<Mark>

export type MarkSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof markSchema>>, Frozen<Mark>>>
