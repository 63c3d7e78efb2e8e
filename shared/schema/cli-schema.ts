import { z } from 'zod'
import { ROLES } from '../domain/round/round'
import { digestSchema } from './primitives'
import { resultSchema } from './result-schema'

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

type Readonlyish<T> = T extends readonly (infer M)[]
  ? readonly Readonlyish<M>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlyish<T[K]> }
    : T

export type CliRubric = Readonlyish<z.input<typeof cliRubricSchema>>
export type CliDemo = Readonlyish<z.input<typeof cliDemoSchema>>
export type CliVerification = Readonlyish<z.input<typeof cliVerificationSchema>>
export type CliReplay = Readonlyish<z.input<typeof cliReplaySchema>>
