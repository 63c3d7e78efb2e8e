import { z } from 'zod'
import {
  type AttachedEvidence,
  EVIDENCE_FLAGS,
  type Evidence,
  LARGEST_FILE,
} from '../domain/evidence/evidence'
import { LONGEST_MARK_TEXT, MOST_MARKS, MOST_POINTS, type PhotoMark } from '../domain/evidence/photo-mark'
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
  source: z.literal('camera').exactOptional(),
  flags: z.array(z.enum(EVIDENCE_FLAGS)).max(EVIDENCE_FLAGS.length),
})

/** A photo or file: its original bytes are named by their SHA-256, positions are millionths of a degree. */
export const evidenceSchema = evidence.meta({ id: 'Evidence' }) satisfies z.ZodType<Evidence>

const point = z.tuple([z.int().min(0).max(1000), z.int().min(0).max(1000)])

/** Drawn over a picture: points are thousandths of its width and height as it is shown upright. */
export const photoMarkSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('arrow'), from: point, to: point }),
    z.strictObject({ kind: z.literal('circle'), from: point, to: point }),
    z.strictObject({ kind: z.literal('rectangle'), from: point, to: point }),
    z.strictObject({ kind: z.literal('freehand'), points: z.array(point).min(2).max(MOST_POINTS) }),
    z.strictObject({
      kind: z.literal('text'),
      at: point,
      text: requiredNameSchema.max(LONGEST_MARK_TEXT),
    }),
  ])
  .meta({ id: 'PhotoMark' }) satisfies z.ZodType<PhotoMark>

/** Where evidence stands on an item. */
export const evidencePlace = {
  clause: idSchema.exactOptional(),
  place: requiredNameSchema.exactOptional(),
} as const

export const attachedEvidenceSchema = evidence
  .extend(evidencePlace)
  .extend({ marks: z.array(photoMarkSchema).min(1).max(MOST_MARKS).exactOptional() })
  .meta({ id: 'AttachedEvidence' }) satisfies z.ZodType<AttachedEvidence>

export type EvidenceSchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof attachedEvidenceSchema>>, Frozen<AttachedEvidence>>
>
