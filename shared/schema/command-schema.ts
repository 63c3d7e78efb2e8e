import { z } from 'zod'
import { MOST_ON_ITEM } from '../domain/evidence/evidence'
import { MOST_MARKS } from '../domain/evidence/photo-mark'
import type { SheetCommand } from '../domain/sheet/command'
import { evidencePlace, evidenceSchema, photoMarkSchema } from './evidence-schema'
import { markSchema } from './mark-schema'
import { digestSchema, idSchema, requiredNameSchema, textSchema } from './primitives'
import { sheetPlacesSchema } from './round-schema'
import type { Frozen, Holds, Same } from './same-type'

/** What a person asks for on a sheet; whether the sheet allows it is the domain's to say. */
export const commandSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('clear'), item: idSchema }),
    z.strictObject({
      type: z.literal('mark'),
      item: idSchema,
      clause: idSchema,
      mark: markSchema.nullable(),
    }),
    z.strictObject({ type: z.literal('exclude'), item: idSchema, reason: textSchema }),
    z.strictObject({ type: z.literal('exclude-all'), node: idSchema, reason: textSchema }),
    z.strictObject({ type: z.literal('clear-rest'), node: idSchema }),
    z.strictObject({ type: z.literal('reset'), item: idSchema }),
    z.strictObject({ type: z.literal('note'), item: idSchema, note: textSchema }),
    z.strictObject({
      type: z.literal('attach'),
      item: idSchema,
      ...evidencePlace,
      evidence: z.array(evidenceSchema).min(1).max(MOST_ON_ITEM),
    }),
    z.strictObject({ type: z.literal('detach'), item: idSchema, sha256: digestSchema }),
    z.strictObject({ type: z.literal('list-places'), places: sheetPlacesSchema.min(1) }),
    z.strictObject({ type: z.literal('drop-place'), name: requiredNameSchema }),
    z.strictObject({
      type: z.literal('annotate'),
      item: idSchema,
      sha256: digestSchema,
      marks: z.array(photoMarkSchema).max(MOST_MARKS),
    }),
    z.strictObject({ type: z.literal('undo') }),
    z.strictObject({ type: z.literal('redo') }),
    z.strictObject({ type: z.literal('seal'), reason: textSchema }),
  ])
  .meta({ id: 'Command' }) satisfies z.ZodType<SheetCommand>

export type CommandSchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof commandSchema>>, Frozen<SheetCommand>>
>
