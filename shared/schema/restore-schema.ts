import { z } from 'zod'
import { idSchema } from './primitives'

/** What a restore was decided to do, as it lies in custody until it is done. */
export const decisionSchema = z.strictObject({
  schema: z.literal('scorebench.restore/1'),
  moves: z.array(z.string().min(1).max(400)).max(1_000_000),
  longer: z.array(idSchema).max(100_000),
})
