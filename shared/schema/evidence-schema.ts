import { z } from 'zod'
import {
  type AttachedEvidence,
  EVIDENCE_FLAGS,
  type Evidence,
  LARGEST_FILE,
} from '../domain/evidence/evidence'
import { digestSchema, idSchema, requiredNameSchema } from './primitives'
import type { Frozen, Holds, Same } from './same-type'

/** One name, no path; what a file system took once. */
const fileName = z.string().min(1).max(255)
const media = z
  .string()
  .max(100)
  .regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/)
/** Local time to the second, without a zone: cameras know none. */
const takenAt = z.iso.datetime({ local: true, precision: 0 }).regex(/\d$/)
const position = z.strictObject({
  lat: z.int().min(-90_000_000).max(90_000_000),
  lon: z.int().min(-180_000_000).max(180_000_000),
})

const evidence = z.strictObject({
  sha256: digestSchema,
  name: fileName,
  media,
  size: z.int().min(1).max(LARGEST_FILE),
  takenAt: takenAt.exactOptional(),
  position: position.exactOptional(),
  flags: z.array(z.enum(EVIDENCE_FLAGS)).max(EVIDENCE_FLAGS.length),
})

/** A photo or file: its original bytes are named by their SHA-256, positions are millionths of a degree. */
export const evidenceSchema = evidence.meta({ id: 'Evidence' }) satisfies z.ZodType<Evidence>

/** Where evidence stands on an item. */
export const evidencePlace = {
  clause: idSchema.exactOptional(),
  place: requiredNameSchema.exactOptional(),
} as const

export const attachedEvidenceSchema = evidence
  .extend(evidencePlace)
  .meta({ id: 'AttachedEvidence' }) satisfies z.ZodType<AttachedEvidence>

export type EvidenceSchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof attachedEvidenceSchema>>, Frozen<AttachedEvidence>>
>
