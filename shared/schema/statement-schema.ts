import { z } from 'zod'
import { ROLES, ROUND_KINDS } from '../domain/round/round'
import {
  daySchema,
  digestSchema,
  idSchema,
  instantSchema,
  nameSchema,
  pointsSchema,
  requiredNameSchema,
} from './primitives'
import { subjectSchema } from './round-schema'
import type { Frozen } from './same-type'

/** What a signature is over: an in-toto Statement v1 on the digest of a package's tag manifest. Points: thousandths. */
export const statementSchema = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.tuple([
    z.strictObject({
      name: z.literal('tagmanifest-sha256.txt'),
      digest: z.strictObject({ sha256: digestSchema }),
    }),
  ]),
  predicateType: z.literal('https://scorebench.example/predicates/sheet-result/v1'),
  predicate: z.strictObject({
    sheetId: idSchema,
    round: z.strictObject({
      id: idSchema,
      kind: z.enum(ROUND_KINDS),
      title: requiredNameSchema,
      date: daySchema,
    }),
    subject: subjectSchema,
    rubricDigest: digestSchema,
    total: z.strictObject({ low: pointsSchema, high: pointsSchema }),
    grade: z.strictObject({ low: z.string().max(20), high: z.string().max(20) }),
    unchecked: z.int().min(0).max(100_000),
    journalHead: digestSchema,
    sealedAt: instantSchema,
    predecessor: z
      .strictObject({ no: z.int().min(1).max(10_000), sheetId: idSchema, head: digestSchema })
      .nullable(),
    nonce: z.string().max(200).nullable(),
    signer: z.strictObject({
      name: requiredNameSchema,
      unit: nameSchema,
      role: z.enum(ROLES),
      fingerprint: digestSchema,
    }),
  }),
})

export type Statement = Frozen<z.output<typeof statementSchema>>
