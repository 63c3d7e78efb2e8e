import { z } from 'zod'
import type { Explanation } from '../domain/explain/explanation'
import { ROLES } from '../domain/round/round'
import { explanationSchema } from './explanation-schema'
import { digestSchema } from './primitives'
import { resultSchema } from './result-schema'
import { subjectSchema } from './round-schema'
import { refusalCodeSchema } from './vector-schema'

/** What the command line prints with --json; stable, and published in resources/schemas. */
const verdict = z.enum([
  'valid-trusted',
  'valid-unknown-signer',
  'signer-not-allowed',
  'tampered',
  'unreadable',
])

const check = z.strictObject({
  code: z.string(),
  ok: z.boolean(),
  file: z.string().optional(),
  detail: z.string().optional(),
})

/** `rubric show`: weight in per cent, full marks in points. */
export const cliRubricSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  notice: z.string(),
  digest: digestSchema,
  items: z.int(),
  categories: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      weight: z.number(),
      fullMarks: z.number(),
      items: z.int(),
    }),
  ),
})

/** `demo`: `digest` is the SHA-256 of tagmanifest-sha256.txt. */
export const cliDemoSchema = z.strictObject({
  path: z.string(),
  sheetId: z.string(),
  bytes: z.int(),
  digest: digestSchema,
  fingerprint: digestSchema,
})

export const cliVerificationSchema = z.strictObject({
  verdict,
  fileName: z.string(),
  signers: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      role: z.enum(ROLES),
      fingerprint: digestSchema,
      isKnown: z.boolean(),
      signatureOk: z.boolean(),
    }),
  ),
  checks: z.array(check),
})

/** `replay`: the result that the journal yields (null where it does not play), and the checks that failed. */
export const cliReplaySchema = z.strictObject({
  equal: z.boolean(),
  verdict,
  result: resultSchema.nullable(),
  checks: z.array(check),
})

const diagnostic = z.strictObject({
  code: z.string(),
  level: z.enum(['error', 'warning']),
  place: z.string(),
  detail: z.string(),
})
const mark = z.strictObject({ item: z.string(), clause: z.string() })

/** `score`: nothing is scored (null, and no explanation) where the standard has errors. */
export const cliScoreSchema = z.strictObject({
  rubric: z.strictObject({ id: z.string(), version: z.string(), title: z.string(), digest: digestSchema }),
  subject: subjectSchema,
  diagnostics: z.array(diagnostic),
  commands: z.int(),
  refused: z.array(z.strictObject({ line: z.int(), code: refusalCodeSchema })),
  score: resultSchema.shape.score.nullable(),
  units: resultSchema.shape.units,
  doubles: z.array(z.strictObject({ place: z.string(), problem: z.string(), marks: z.array(mark) })),
  explanation: explanationSchema.nullable(),
})

/** `vectors`: how many cases came out as worked out by hand, and where the others did not. */
export const cliVectorsSchema = z.strictObject({
  passed: z.int(),
  failed: z.int(),
  forms: z.array(z.strictObject({ form: z.int(), passed: z.int(), failed: z.int() })),
  failures: z.array(
    z.strictObject({
      file: z.string(),
      form: z.int(),
      title: z.string(),
      mismatches: z.array(z.strictObject({ place: z.string(), expected: z.string(), got: z.string() })),
    }),
  ),
  unreadable: z.array(z.strictObject({ file: z.string(), detail: z.string() })),
})

type Readonlyish<T> = T extends readonly (infer M)[]
  ? readonly Readonlyish<M>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlyish<T[K]> }
    : T

export type CliRubric = Readonlyish<z.input<typeof cliRubricSchema>>
export type CliDemo = Readonlyish<z.input<typeof cliDemoSchema>>
export type CliVerification = Readonlyish<z.input<typeof cliVerificationSchema>>
export type CliReplay = Readonlyish<z.input<typeof cliReplaySchema>>
export type CliScore = Omit<Readonlyish<z.input<typeof cliScoreSchema>>, 'explanation'> & {
  readonly explanation: Explanation | null
}
export type CliVectors = Readonlyish<z.input<typeof cliVectorsSchema>>
