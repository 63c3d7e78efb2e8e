import { z } from 'zod'
import type { RefusalCode } from '../domain/sheet/command'
import { clauseSchema } from './clause-schema'
import { commandSchema } from './command-schema'
import { idSchema, nameSchema, pointsSchema, requiredNameSchema, requiredTextSchema } from './primitives'
import { subjectSchema } from './round-schema'
import { categorySchema, itemSchema, rubricHeadSchema, rubricSchema } from './rubric-schema'
import type { Holds, Same } from './same-type'

/** Points as a person writes them: "98.5", "-2", at most three decimals. */
const decimal = z
  .string()
  .regex(/^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,3})?$/)
  .meta({ id: 'Decimal' })

/** Why a command was refused. */
export const refusalCodeSchema = z.enum([
  'sealed',
  'unknown-item',
  'unknown-clause',
  'mark-unfit',
  'reason-required',
  'not-excludable',
  'nothing-to-exclude',
  'nothing-to-clear',
  'unknown-node',
  'item-excluded',
  'already-attached',
  'not-attached',
  'evidence-too-many',
  'evidence-too-large',
  'place-unnamed',
  'place-not-listed',
  'places-too-many',
  'nothing-to-undo',
  'nothing-to-redo',
  'text-too-long',
  'link-unfit',
  'mark-is-linked',
  'out-of-order',
])
export type RefusalCodesAreTheDomains = Holds<Same<z.output<typeof refusalCodeSchema>, RefusalCode>>

const shortItem = itemSchema
  .partial()
  .extend({ id: idSchema, clauses: z.array(clauseSchema).max(50) })
  .meta({ id: 'ShortItem' })

const shortGroup = z
  .strictObject({
    id: idSchema,
    code: requiredNameSchema.max(50).optional(),
    title: requiredNameSchema.optional(),
    points: pointsSchema.optional(),
    onlyFor: z.array(requiredNameSchema).min(1).max(50).optional(),
    get children(): z.ZodType<ShortNode[]> {
      return z.array(z.union([shortItem, shortGroup])).max(1000)
    },
  })
  .meta({ id: 'ShortGroup' })

const shortCategory = categorySchema
  .partial()
  .extend({ children: z.array(z.union([shortItem, shortGroup])).max(1000) })
  .meta({ id: 'ShortCategory' })

/** A standard of which only what matters is written; `fullStandard` fills in the rest. */
export const shortRubricSchema = rubricHeadSchema
  .omit({ schema: true })
  .partial()
  .extend({
    rounding: rubricHeadSchema.shape.rounding.partial().optional(),
    items: z.array(shortItem).min(1).max(1000).optional(),
    categories: z.array(shortCategory).min(1).max(100).optional(),
  })
  .refine(({ items, categories }) => (items === undefined) !== (categories === undefined), {
    error: 'either items or categories',
  })

const status = z.enum(['unchecked', 'clear', 'scored', 'excluded'])
const codes = z.array(z.string())
/** 'item id/clause id'. */
const clauseName = z.string().regex(/^[^/]+\/[^/]+$/)
const range = { score: decimal.optional(), low: decimal.optional(), high: decimal.optional() }
const grades = {
  grade: nameSchema.optional(),
  gradeLow: nameSchema.optional(),
  gradeHigh: nameSchema.optional(),
}

const expectedItem = z.strictObject({
  status: status.optional(),
  ...range,
  due: decimal.optional(),
  lost: decimal.optional(),
  extra: decimal.optional(),
  extraLow: decimal.optional(),
  extraHigh: decimal.optional(),
})
const expectedClause = z.strictObject({
  lost: decimal.optional(),
  pending: decimal.optional(),
  extra: decimal.optional(),
  isCapped: z.boolean().optional(),
  isShort: z.boolean().optional(),
})
const expectedCategory = z.strictObject({
  ...range,
  ...grades,
  due: decimal.optional(),
  checked: z.int().optional(),
  isVetoed: z.boolean().optional(),
  isForfeited: z.boolean().optional(),
  isLeftOut: z.boolean().optional(),
})
const expectedTotal = z.strictObject({
  ...range,
  ...grades,
  weighted: decimal.optional(),
  weightedLow: decimal.optional(),
  weightedHigh: decimal.optional(),
  bonus: decimal.optional(),
  penalty: decimal.optional(),
  vetoedBy: codes.optional(),
  forfeitedBy: codes.optional(),
  checked: z.int().optional(),
  count: z.int().optional(),
})

const expected = z.strictObject({
  refused: z.array(z.strictObject({ command: z.int().min(1), code: refusalCodeSchema })).optional(),
  /** Errors that make the standard unusable; then nothing is scored. */
  diagnostics: z.array(z.strictObject({ place: z.string(), code: z.string() })).optional(),
  items: z.record(idSchema, expectedItem).optional(),
  clauses: z.record(clauseName, expectedClause).optional(),
  categories: z.record(idSchema, expectedCategory).optional(),
  total: expectedTotal.optional(),
  units: z.record(requiredNameSchema, decimal).optional(),
  doubles: z
    .array(z.strictObject({ place: z.string(), problem: z.string(), marks: z.array(clauseName) }))
    .optional(),
})

/** A case worked out by hand (tests/vectors/README.md). Points in `expected` are decimals; elsewhere thousandths. */
export const vectorSchema = z
  .strictObject({
    title: requiredNameSchema,
    form: z.int().min(1).max(22),
    /** The arithmetic by hand, in words. */
    working: requiredTextSchema,
    rubric: z.union([idSchema, rubricSchema, shortRubricSchema]),
    subject: subjectSchema.optional(),
    commands: z.array(commandSchema).max(10_000),
    expected,
  })
  .meta({ id: 'Vector' })

/** A file of tests/vectors: one case, or several. */
export const vectorFileSchema = z.union([vectorSchema, z.array(vectorSchema).min(1).max(1000)])

/** A file of tests/vectors/rubrics. */
export const vectorRubricSchema = z.union([rubricSchema, shortRubricSchema])

/** A case whose standard is not read yet: it is read by itself, so that what is wrong with it is said of it. */
export const vectorBodySchema = vectorSchema.extend({ rubric: z.unknown() })

export type ShortItem = z.output<typeof shortItem>
export interface ShortGroup {
  readonly id: string
  readonly code?: string | undefined
  readonly title?: string | undefined
  readonly points?: ShortItem['points']
  readonly onlyFor?: readonly string[] | undefined
  readonly children: readonly ShortNode[]
}
export type ShortNode = ShortItem | ShortGroup
export type ShortRubric = z.output<typeof shortRubricSchema>
export type VectorBody = Omit<z.output<typeof vectorBodySchema>, 'rubric'>
export type Expected = VectorBody['expected']
