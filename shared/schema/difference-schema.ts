import { z } from 'zod'
import type { Difference } from '../domain/versions/difference'
import { DIFFERENCE_WORDS } from '../domain/versions/difference-words'
import type { FieldChange, FieldName, FieldValue } from '../domain/versions/field'
import { CHANGE_KINDS, type ChangeKind, type NodeChange, type Standing } from '../domain/versions/node-change'
import type { WordName } from '../domain/versions/words'
import { digestSchema } from './primitives'

/** Thousandths, as they are published. */
const points = z.int() as z.ZodType<unknown> as z.ZodType<Standing['points'], number>
const text = z.string()

function names<T extends string>(of: Readonly<Record<T, string>>) {
  return z.enum(Object.keys(of) as [T, ...T[]])
}

const outcome = z.discriminatedUnion('effect', [
  z.strictObject({ effect: z.literal('full') }),
  z.strictObject({ effect: z.literal('zero') }),
  z.strictObject({ effect: z.literal('deduct'), points }),
  z.strictObject({ effect: z.literal('gain'), points }),
])

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('points'), points }),
  z.strictObject({ kind: z.literal('measure'), value: z.int(), unit: text }),
  z.strictObject({ kind: z.literal('count'), count: z.int() }),
  z.strictObject({ kind: z.literal('share'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('factor'), factor: z.int() }),
  z.strictObject({ kind: z.literal('range'), min: points, max: points }),
  z.strictObject({ kind: z.literal('word'), word: names<WordName>(DIFFERENCE_WORDS.en.words) }),
  z.strictObject({ kind: z.literal('list'), of: z.array(text) }),
  z.strictObject({ kind: z.literal('outcome'), bounds: text, outcome }),
  z.strictObject({
    kind: z.literal('rounding'),
    rounding: z.strictObject({ mode: z.enum(['half-up', 'half-even', 'truncate']), step: points }),
  }),
]) satisfies z.ZodType<FieldValue>

const said = z.strictObject({ of: text, value })

const fieldChange = z
  .strictObject({
    name: names<FieldName>(DIFFERENCE_WORDS.en.fields),
    id: text,
    kinds: z.array(text).nullable(),
    before: said.nullable(),
    after: said.nullable(),
  })
  .meta({ id: 'FieldChange' }) satisfies z.ZodType<FieldChange>

const nodeName = z.strictObject({ id: text, code: text, title: text })
const standing = nodeName
  .extend({ points, category: nodeName, parent: nodeName.nullable() })
  .meta({ id: 'Standing' }) satisfies z.ZodType<Standing>

const nodeChange = z.strictObject({
  level: z.enum(['category', 'group', 'item']),
  id: text,
  before: standing.nullable(),
  after: standing.nullable(),
  kinds: z.array(z.enum(CHANGE_KINDS)),
  fields: z.array(fieldChange),
  clauses: z.array(
    z.strictObject({
      id: text,
      change: z.enum(['added', 'gone', 'changed']),
      before: text.nullable(),
      after: text.nullable(),
      fields: z.array(fieldChange),
    }),
  ),
}) satisfies z.ZodType<NodeChange>

/** What differs between two versions of a standard. */
export const differenceSchema = z.strictObject({
  head: z.array(fieldChange),
  changes: z.array(nodeChange),
  counts: z.record(z.enum(CHANGE_KINDS), z.int()) satisfies z.ZodType<Record<ChangeKind, number>>,
  items: z.strictObject({ before: z.int(), after: z.int(), unchanged: z.int() }),
}) satisfies z.ZodType<Difference>

const version = z.strictObject({ id: text, version: text, title: text, digest: digestSchema })

/** `rubric diff --json`: which two standards, and what differs. Points are whole thousandths. */
export const cliDifferenceSchema = z.strictObject({
  before: version,
  after: version,
  difference: differenceSchema,
})

export interface CliDifference {
  readonly before: z.output<typeof version>
  readonly after: z.output<typeof version>
  readonly difference: Difference
}
