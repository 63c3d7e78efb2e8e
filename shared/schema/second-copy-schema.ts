import { z } from 'zod'
import { idSchema, instantSchema } from './primitives'

/** The marker on the stick. */
export const copyMarkerSchema = z.strictObject({
  schema: z.literal('scorebench.copy/1'),
  id: idSchema,
  writtenAt: instantSchema,
})

/** What this machine remembers of backups and of its second place. */
export const safetySchema = z.strictObject({
  schema: z.literal('scorebench.safety/1'),
  lastBackup: z.strictObject({ at: instantSchema, path: z.string().max(4096) }).nullable(),
  place: z
    .strictObject({ folder: z.string().min(1).max(4096), id: idSchema, minutes: z.int().min(1).max(60) })
    .nullable(),
})
