import { z } from 'zod'
import type { SheetCommand } from '../domain/sheet/command'
import { markSchema } from './mark-schema'
import { idSchema, textSchema } from './primitives'
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
    z.strictObject({ type: z.literal('undo') }),
    z.strictObject({ type: z.literal('redo') }),
    z.strictObject({ type: z.literal('seal'), reason: textSchema }),
  ])
  .meta({ id: 'Command' }) satisfies z.ZodType<SheetCommand>

export type CommandSchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof commandSchema>>, Frozen<SheetCommand>>
>
