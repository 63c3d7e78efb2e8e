import { z } from 'zod'
import type { ClauseScore, ItemScore, SheetScore } from '../domain/scoring/score'
import type { SheetResult } from '../domain/sheet/result'
import { sheetHeaderSchema } from './event-schema'
import { attachedEvidenceSchema } from './evidence-schema'
import { markSchema } from './mark-schema'
import { digestSchema, idSchema, instantSchema, nameSchema, textSchema } from './primitives'
import { sheetPlacesSchema } from './round-schema'
import type { Frozen } from './same-type'

/** Thousandths of a point, either way; as it is published, not as it is entered. */
const points = z.int() as z.ZodType<unknown> as z.ZodType<ItemScore['low'], number>
const status = z.enum(['unchecked', 'clear', 'scored', 'excluded'])

const veto = z.union([
  z.strictObject({ scope: z.enum(['item', 'category', 'total']) }),
  z.strictObject({ scope: z.literal('grade'), grade: z.string() }),
])

const clauseScore = z.strictObject({
  clause: idSchema,
  lost: points,
  pending: points,
  extra: points,
  veto: veto.nullable(),
  isCapped: z.boolean(),
  isShort: z.boolean(),
}) satisfies z.ZodType<Frozen<ClauseScore>>

const itemScore = z.strictObject({
  item: idSchema,
  code: z.string(),
  status,
  full: points,
  due: points,
  low: points,
  high: points,
  lost: points,
  extraLow: points,
  extraHigh: points,
  vetoes: z.array(veto),
  clauses: z.array(clauseScore),
}) satisfies z.ZodType<Frozen<ItemScore>>

const categoryScore = z.strictObject({
  category: idSchema,
  code: z.string(),
  title: z.string(),
  weight: z.int(),
  full: points,
  due: points,
  low: points,
  high: points,
  gradeLow: z.string(),
  gradeHigh: z.string(),
  isVetoed: z.boolean(),
  isForfeited: z.boolean(),
  isLeftOut: z.boolean(),
  checked: z.int(),
  count: z.int(),
})

const score = z.strictObject({
  full: points,
  low: points,
  high: points,
  gradeLow: z.string(),
  gradeHigh: z.string(),
  weightedLow: points,
  weightedHigh: points,
  bonus: points,
  penalty: points,
  vetoedBy: z.array(z.string()),
  forfeitedBy: z.array(z.string()),
  checked: z.int(),
  count: z.int(),
  categories: z.array(categoryScore),
  items: z.array(itemScore),
}) satisfies z.ZodType<Frozen<SheetScore>>

/** result.json: what a sealed sheet's journal yields. */
export const resultSchema = z.strictObject({
  schema: z.literal('scorebench.result/1'),
  sheet: sheetHeaderSchema,
  sealed: z.strictObject({ at: instantSchema, by: nameSchema, unchecked: z.int(), reason: textSchema }),
  journal: z.strictObject({ events: z.int().min(1), head: digestSchema }),
  score,
  units: z.array(z.strictObject({ unit: z.string(), lost: points })),
  places: sheetPlacesSchema.min(1).exactOptional(),
  marks: z.record(
    idSchema,
    z.strictObject({
      status,
      marks: z.record(idSchema, markSchema),
      note: textSchema,
      evidence: z.array(attachedEvidenceSchema).exactOptional(),
      isTogether: z.literal(true).exactOptional(),
      reason: textSchema,
      by: z.string(),
      at: z.string(),
    }),
  ),
}) satisfies z.ZodType<Frozen<SheetResult>>
