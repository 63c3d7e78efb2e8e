import { z } from 'zod'
import type { RubricHead } from '../domain/rubric/assemble'
import { type Category, CHECK_METHODS, type Group, type Item, type Rubric } from '../domain/rubric/rubric'
import { MAX_NODES } from '../domain/rubric/walk'
import { clauseSchema } from './clause-schema'
import {
  idSchema,
  pointsSchema,
  requiredNameSchema,
  requiredTextSchema,
  roundingStepSchema,
  textSchema,
} from './primitives'
import type { Frozen, Holds, Same } from './same-type'

const kinds = z.array(requiredNameSchema).min(1).max(50)
const names = z.array(requiredNameSchema).max(50)

const item = z.strictObject({
  id: idSchema,
  code: requiredNameSchema.max(50),
  kind: z.enum(['normal', 'bonus', 'penalty', 'veto']),
  title: requiredNameSchema,
  content: textSchema,
  rule: requiredTextSchema,
  points: pointsSchema,
  clauses: z.array(clauseSchema).max(50),
  methods: z.array(z.enum(CHECK_METHODS)).max(CHECK_METHODS.length),
  methodWords: z.array(requiredNameSchema).min(1).max(50).exactOptional(),
  papers: names,
  units: z.strictObject({ lead: names, support: names }),
  exclusion: z.enum(['normalise', 'full-marks', 'leave-out', 'not-allowed']),
  onlyFor: kinds.exactOptional(),
  sharedCaps: z
    .array(z.strictObject({ clauses: z.array(idSchema).min(2).max(50), cap: pointsSchema }))
    .max(20)
    .exactOptional(),
  lossShares: z
    .array(z.strictObject({ unit: requiredNameSchema, parts: z.int().min(1).max(10_000) }))
    .max(20)
    .exactOptional(),
})

/** A scored leaf (小项). */
export const itemSchema = item.meta({ id: 'Item' }) satisfies z.ZodType<Item>

const node = {
  id: idSchema,
  code: requiredNameSchema.max(50),
  title: requiredNameSchema,
  points: pointsSchema,
}

const groupSchema = z
  .strictObject({
    ...node,
    get children(): z.ZodType<(Group | Item)[]> {
      return z.array(z.union([itemSchema, groupSchema])).max(10_000)
    },
    onlyFor: kinds.exactOptional(),
  })
  .meta({ id: 'Group' }) satisfies z.ZodType<Group>

/** A category (大项) with everything below it. */
export const categorySchema = z
  .strictObject({
    ...node,
    weight: z.int().min(0).max(10_000),
    children: z.array(z.union([itemSchema, groupSchema])).max(10_000),
  })
  .meta({ id: 'Category' }) satisfies z.ZodType<Category>

const rounding = z.strictObject({
  mode: z.enum(['half-up', 'half-even', 'truncate']),
  step: roundingStepSchema,
})
const grade = z.strictObject({ name: requiredNameSchema.max(20), from: pointsSchema })

const guarantee = z.strictObject({
  id: idSchema,
  text: requiredTextSchema,
  items: z.array(idSchema).min(1).max(1000),
  anyAtZero: z.boolean(),
  below: pointsSchema.exactOptional(),
  zeroes: z.discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('total') }),
    z.strictObject({ scope: z.literal('category'), category: idSchema }),
  ]),
})

/** Everything of a rubric but its categories. */
export const rubricHeadSchema = z.strictObject({
  schema: z.literal('scorebench.rubric/1'),
  id: idSchema,
  version: requiredNameSchema.max(50),
  title: requiredNameSchema,
  source: textSchema,
  notice: textSchema,
  points: pointsSchema,
  rounding: z.strictObject({
    item: rounding,
    group: rounding.exactOptional(),
    category: rounding,
    total: rounding,
  }),
  grades: z.array(grade).min(1).max(20),
  bonusCap: pointsSchema,
  penaltyCap: pointsSchema,
  exclusionScope: z.enum(['group', 'category', 'total']).exactOptional(),
  weighting: z.literal('points').exactOptional(),
  guarantees: z.array(guarantee).max(50).exactOptional(),
  subjectKinds: kinds.exactOptional(),
}) satisfies z.ZodType<RubricHead>

/** A whole scoring standard (评分标准): its shape; what must hold of its sums is `proveRubric`'s. */
export const rubricSchema = rubricHeadSchema
  .extend({ categories: z.array(categorySchema).min(1).max(100) })
  .refine((rubric) => countNodes(rubric.categories) <= MAX_NODES, {
    error: `more than ${MAX_NODES} nodes`,
  }) satisfies z.ZodType<Rubric>

function countNodes(nodes: readonly (Category | Group | Item)[]): number {
  return nodes.reduce((sum, child) => sum + 1 + ('children' in child ? countNodes(child.children) : 0), 0)
}

export type ItemSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof itemSchema>>, Frozen<Item>>>
export type GroupSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof groupSchema>>, Frozen<Group>>>
export type CategorySchemaIsTheDomains = Holds<
  Same<Frozen<z.output<typeof categorySchema>>, Frozen<Category>>
>
export type RubricSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof rubricSchema>>, Frozen<Rubric>>>
