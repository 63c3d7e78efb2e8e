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
      what: z.enum(['title-from-content', 'text-cut', 'points-out-of-range', 'category-made']),
      item: z.int().nullable(),
      detail: z.string(),
    }),
  ),
  /** With --marks: what someone had filled in, as commands for `score`; `how` each score came over. */
  marks: z
    .strictObject({
      path: z.string(),
      commands: z.int(),
      items: z.array(
        z.strictObject({
          seq: z.int(),
          item: z.string().nullable(),
          code: z.string(),
          how: z.enum(['clear', 'exact', 'assumed', 'excluded', 'open', 'blank']),
          score: z.string(),
          reason: z.string(),
        }),
      ),
      /** Sums of scores that the workbook prints otherwise than its own items come to. */
      differences: z.array(
        z.strictObject({ where: z.string(), name: z.string(), printed: z.int(), recomputed: z.int() }),
      ),
      /** What the commands come to under the standard; a range while items are open. */
      total: z.strictObject({ low: z.int(), high: z.int() }).nullable(),
    })
    .nullable(),
})

type Readonlyish<T> = T extends readonly (infer M)[]
  ? readonly Readonlyish<M>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlyish<T[K]> }
    : T

export type CliImport = Readonlyish<z.input<typeof cliImportSchema>>
