import { z } from 'zod'
import type { Mark, MarkValue } from '../domain/sheet/mark'
import { countSchema, idSchema, milliSchema, pointsSchema, textSchema } from './primitives'
import type { Frozen, Holds, Same } from './same-type'

/** What a person entered for one clause; whether it fits the clause is the domain's to say. */
export const markValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), n: countSchema }),
  z.strictObject({ kind: z.literal('counts'), bySeverity: z.record(idSchema, countSchema) }),
  z.strictObject({ kind: z.literal('flag') }),
  z.strictObject({ kind: z.literal('value'), value: milliSchema }),
  z.strictObject({ kind: z.literal('choice'), id: idSchema }),
  z.strictObject({ kind: z.literal('points'), bandId: idSchema, points: pointsSchema }),
  z.strictObject({ kind: z.literal('missing'), parts: z.array(idSchema).max(50) }),
]) satisfies z.ZodType<MarkValue>

export const markSchema = z
  .strictObject({
    value: markValueSchema,
    reason: textSchema,
  })
  .meta({ id: 'Mark' }) satisfies z.ZodType<Mark>

export type MarkSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof markSchema>>, Frozen<Mark>>>
