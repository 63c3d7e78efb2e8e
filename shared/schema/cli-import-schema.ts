import { z } from 'zod'
import { digestSchema } from './primitives'

/** `rubric import --json`: the standard that was written, what its proof finds, and what the sheet did not say. */
export const cliImportSchema = z.strictObject({
  path: z.string(),
  id: z.string(),
  title: z.string(),
  digest: digestSchema,
  source: z.strictObject({ file: z.string(), sha256: digestSchema }),
  categories: z.int(),
  items: z.int(),
  points: z.int(),
  forPerson: z.int(),
  problems: z.int(),
  diagnostics: z.array(
    z.strictObject({
      code: z.string(),
      level: z.enum(['error', 'warning']),
      place: z.string(),
      detail: z.string(),
    }),
  ),
  assumptions: z.array(
    z.strictObject({
      what: z.enum(['title-from-content', 'weights-rounded', 'text-cut', 'category-made']),
      item: z.int().nullable(),
      detail: z.string(),
    }),
  ),
})

type Readonlyish<T> = T extends readonly (infer M)[]
  ? readonly Readonlyish<M>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlyish<T[K]> }
    : T

export type CliImport = Readonlyish<z.input<typeof cliImportSchema>>
