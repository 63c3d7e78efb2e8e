import { z } from 'zod'
import { MOST_ON_ITEM } from '../domain/evidence/evidence'
import { MOST_MARKS } from '../domain/evidence/photo-mark'
import type { CarriedItem, SheetEvent, SheetHeader, StampedEvent } from '../domain/sheet/event'
import { attachedEvidenceSchema, evidencePlace, evidenceSchema, photoMarkSchema } from './evidence-schema'
import { markSchema } from './mark-schema'
import {
  digestSchema,
  idSchema,
  instantSchema,
  requiredNameSchema,
  requiredTextSchema,
  textSchema,
} from './primitives'
import { roundSchema, sheetPlacesSchema, subjectSchema, teamMemberSchema } from './round-schema'
import type { Frozen, Holds, Same } from './same-type'

const sequence = z.int().min(1).max(10_000_000)

/** What is said once, when a sheet is opened. */
export const sheetHeaderSchema = z.strictObject({
  sheetId: idSchema,
  round: roundSchema.omit({ subjects: true, team: true, places: true }),
  subject: subjectSchema,
  scorer: teamMemberSchema,
  correction: z
    .strictObject({
      no: z.int().min(1).max(10_000),
      sheetId: idSchema,
      head: digestSchema,
      reason: requiredTextSchema,
    })
    .nullable(),
  carriedFrom: z
    .strictObject({
      sheetId: idSchema,
      head: digestSchema,
      rubricDigest: digestSchema,
      rubricVersion: requiredNameSchema.max(50),
    })
    .exactOptional(),
}) satisfies z.ZodType<SheetHeader>

const carriedItem = z.strictObject({
  status: z.enum(['clear', 'scored', 'excluded']),
  marks: z.record(idSchema, markSchema),
  note: textSchema,
  evidence: z.array(attachedEvidenceSchema).min(1).max(MOST_ON_ITEM).exactOptional(),
  isTogether: z.literal(true).exactOptional(),
  reason: textSchema,
}) satisfies z.ZodType<CarriedItem>

/** Everything that can happen to a sheet; whether it may happen now is the domain's to say. */
export const sheetEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    header: sheetHeaderSchema,
    places: sheetPlacesSchema.min(1).exactOptional(),
  }),
  z.strictObject({ type: z.literal('carried'), items: z.record(idSchema, carriedItem) }),
  z.strictObject({ type: z.literal('cleared'), item: idSchema }),
  z.strictObject({ type: z.literal('cleared-together'), items: z.array(idSchema).min(1).max(10_000) }),
  z.strictObject({
    type: z.literal('marked'),
    item: idSchema,
    clause: idSchema,
    mark: markSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('excluded'), item: idSchema, reason: textSchema }),
  z.strictObject({
    type: z.literal('excluded-together'),
    items: z.array(idSchema).min(1).max(10_000),
    reason: textSchema,
  }),
  z.strictObject({ type: z.literal('reset'), item: idSchema }),
  z.strictObject({ type: z.literal('noted'), item: idSchema, note: textSchema }),
  z.strictObject({
    type: z.literal('attached'),
    item: idSchema,
    ...evidencePlace,
    evidence: z.array(evidenceSchema).min(1).max(MOST_ON_ITEM),
  }),
  z.strictObject({ type: z.literal('detached'), item: idSchema, sha256: digestSchema }),
  z.strictObject({ type: z.literal('places-listed'), places: sheetPlacesSchema.min(1) }),
  z.strictObject({ type: z.literal('place-dropped'), name: requiredNameSchema }),
  z.strictObject({
    type: z.literal('annotated'),
    item: idSchema,
    sha256: digestSchema,
    marks: z.array(photoMarkSchema).max(MOST_MARKS),
  }),
  z.strictObject({ type: z.literal('undone'), of: sequence }),
  z.strictObject({ type: z.literal('redone'), of: sequence }),
  z.strictObject({ type: z.literal('sealed'), unchecked: z.int().min(0).max(100_000), reason: textSchema }),
]) satisfies z.ZodType<SheetEvent>

/** One line of the journal. */
export const stampedEventSchema = z.strictObject({
  seq: sequence,
  at: instantSchema,
  mono: z.int().min(0),
  boot: idSchema,
  by: requiredNameSchema,
  event: sheetEventSchema,
  prev: digestSchema,
  hash: digestSchema,
}) satisfies z.ZodType<StampedEvent>

export type HeaderSchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof sheetHeaderSchema>>, Frozen<SheetHeader>>
>
export type EventSchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof stampedEventSchema>>, Frozen<StampedEvent>>
>
