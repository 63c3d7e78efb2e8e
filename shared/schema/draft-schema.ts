import { z } from 'zod'
import { IMPORT_ACTS, type ImportOrigin } from '../domain/rubric/import-origin'
import type { Rubric } from '../domain/rubric/rubric'
import { digestSchema, idSchema, instantSchema, requiredNameSchema, textSchema } from './primitives'
import { readStrictly } from './read-strictly'
import { rubricSchema } from './rubric-schema'

/** Deeper than this nothing is filled: the schema refuses it anyway. */
const MAX_DEPTH = 60

/** The same value with a word in every empty text: what a draft must be is a standard but for those. */
function filled(value: unknown, depth: number): unknown {
  if (value === '') return '…'
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((member) => filled(member, depth + 1))
  // Not Object.fromEntries alone: an own `__proto__` has to stay one, for the reader to refuse it.
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value))
    Object.defineProperty(copy, key, { value: filled(member, depth + 1), enumerable: true, writable: true })
  return copy
}

/** A standard in the making: of a standard's shape, but its texts may still be empty. */
export const draftRubricSchema: z.ZodType<Rubric> = z.custom<Rubric>(
  (value) => readStrictly(rubricSchema, filled(value, 0)).ok,
)

/** Which standard a draft was made from. */
export const originSchema = z.strictObject({ digest: digestSchema, title: textSchema, version: textSchema })

/** Where a draft was brought in from: one decision a clause at most, and some besides. */
export const importOriginSchema = z.strictObject({
  file: requiredNameSchema,
  sha256: digestSchema,
  decisions: z
    .array(
      z.strictObject({
        at: instantSchema,
        what: z.enum(IMPORT_ACTS),
        where: textSchema,
        before: textSchema,
        after: textSchema,
      }),
    )
    .max(100_000),
}) satisfies z.ZodType<ImportOrigin>

/** The history of a standard that a round has frozen: imports/<digest>.json. */
export const importFileSchema = z.strictObject({
  schema: z.literal('scorebench.import/1'),
  digest: digestSchema,
  imported: importOriginSchema,
})

/** A draft as custody keeps it: standards/<id>.json. */
export const draftFileSchema = z.strictObject({
  schema: z.literal('scorebench.draft/1'),
  id: idSchema,
  basedOn: originSchema.nullable(),
  imported: importOriginSchema.exactOptional(),
  changedAt: instantSchema,
  rubric: draftRubricSchema,
})
