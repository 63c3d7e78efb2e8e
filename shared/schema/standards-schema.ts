import { z } from 'zod'
import type { RubricSummary } from '../ipc/contract'
import { digestSchema, idSchema, requiredNameSchema, textSchema } from './primitives'

/** The standards that were proved and built in: out/main/standards.json; each stands beside it as <digest>.json. */
export const standardsSchema = z.array(
  z.strictObject({
    id: idSchema,
    version: requiredNameSchema,
    title: requiredNameSchema,
    notice: textSchema,
    digest: digestSchema,
    categories: z.int(),
    items: z.int(),
    isBuiltin: z.literal(true),
    state: z.literal('builtin'),
  }),
) satisfies z.ZodType<RubricSummary[]>
