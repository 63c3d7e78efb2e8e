import { z } from 'zod'
import { ROLES } from '../domain/round/round'
import { digestSchema, nameSchema, requiredNameSchema } from './primitives'

/** The organiser's list of known signers (名册). */
export const rosterSchema = z.strictObject({
  schema: z.literal('scorebench.roster/1'),
  title: nameSchema.optional(),
  signers: z
    .array(
      z.strictObject({
        name: requiredNameSchema,
        unit: nameSchema,
        role: z.enum(ROLES),
        fingerprint: digestSchema,
      }),
    )
    .max(10_000),
})

export type Roster = z.output<typeof rosterSchema>
