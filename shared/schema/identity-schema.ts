import { z } from 'zod'
import { ROLES } from '../domain/round/round'
import { digestSchema, instantSchema, nameSchema, requiredNameSchema } from './primitives'

/** Who signs on a machine. */
export const identitySchema = z.strictObject({
  name: requiredNameSchema,
  unit: nameSchema,
  role: z.enum(ROLES),
  fingerprint: digestSchema,
  publicKeyPem: z.string().max(1000),
  createdAt: instantSchema,
})

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** keys/identity.json. The work factor has an upper limit: a planted file must not take all memory. */
export const identityFileSchema = z.strictObject({
  schema: z.literal('scorebench.identity/1'),
  identity: identitySchema,
  key: z.strictObject({
    kdf: z.literal('scrypt'),
    n: z.literal([1 << 15, 1 << 16, 1 << 17]),
    r: z.literal(8),
    p: z.literal(1),
    salt: hex(16),
    cipher: z.literal('aes-256-gcm'),
    iv: hex(12),
    tag: hex(16),
    data: z.string().regex(/^(?:[0-9a-f]{2}){32,512}$/),
  }),
  digest: digestSchema,
})

/** keys/attempts.json: failed passphrases since the last right one. */
export const attemptsSchema = z.strictObject({
  failures: z.int().min(0).max(1_000_000),
  notBefore: instantSchema,
})
