import { z } from 'zod'

/** Thousandths of a point, as they are published. */
const points = z.int()
const text = z.string()
const rows = z.array(z.int())
const bound = z.strictObject({ value: z.number(), unit: text })
const kind = z.enum(['normal', 'bonus', 'penalty', 'veto'])
const scope = z.enum(['item', 'category', 'total'])
const cmp = z.enum(['<', '<=', '>', '>=', '='])

const result = z
  .discriminatedUnion('effect', [
    z.strictObject({ effect: z.enum(['gain', 'deduct']), points }),
    z.strictObject({ effect: z.enum(['full', 'zero', 'none']) }),
  ])
  .meta({ id: 'ReadResult' })

const tier = z.union([
  z.strictObject({ cmp, value: z.number(), unit: text, result }),
  z.strictObject({
    min: z.number(),
    max: z.number(),
    unit: text,
    minInclusive: z.boolean(),
    maxInclusive: z.boolean(),
    result,
  }),
  z.strictObject({ label: text, result }),
])
const levels = z.array(z.strictObject({ label: text, points }))

const evidence = z.strictObject({
  of: z.enum([
    'subject',
    'unit',
    'per',
    'points',
    'cap',
    'allowance',
    'full',
    'value',
    'result',
    'label',
    'scope',
  ]),
  span: z.tuple([z.int(), z.int()]),
})

/** What every clause has: printed number, verbatim text, where it stands in the rule, how sure the reading is. */
const base = {
  no: text.nullable(),
  text,
  span: z.tuple([z.int(), z.int()]),
  untilZero: z.boolean(),
  confidence: z.number().min(0).max(1),
  forPerson: z.literal(true).exactOptional(),
  evidence: z.array(evidence),
  pattern: text.nullable(),
}
const counted = { unit: text.nullable(), per: z.number(), pointsPerUnit: points.nullable() }

const aggregate = z.enum(['sum', 'mean', 'worst']).exactOptional()

/** What may be said of one kind of subject, or of a rate over a sample. */
const perOccurrence = {
  form: z.literal('per-occurrence'),
  ...counted,
  range: z.tuple([points, points]).exactOptional(),
  cap: points.nullable(),
  allowance: z.number().exactOptional(),
  full: points.exactOptional(),
  aggregate,
}
const allOrNothing = {
  form: z.literal('all-or-nothing'),
  deduct: z.union([z.literal('all'), points]),
  gain: points.exactOptional(),
}
const threshold = { form: z.literal('threshold'), thresholds: z.array(bound.extend({ cmp, result })) }
const linear = {
  form: z.literal('linear'),
  unit: text,
  per: z.number(),
  pointsPerUnit: points,
  cap: points.nullable(),
  direction: z.enum(['above', 'below']),
  from: bound.nullable(),
  full: points.exactOptional(),
}
const proportional = {
  form: z.literal('proportional'),
  base: points.nullable(),
  from: bound.nullable(),
  floor: bound.nullable(),
  terms: z.int().exactOptional(),
}
const tiers = { form: z.literal('tier'), unit: text.nullable(), tiers: z.array(tier) }
const judgement = { form: z.literal('judgement'), min: points.nullable(), max: points.nullable() }

const within = z.union([
  z.strictObject(perOccurrence),
  z.strictObject(allOrNothing),
  z.strictObject(threshold),
  z.strictObject(linear),
  z.strictObject(proportional),
  z.strictObject(tiers),
  z.strictObject(judgement),
])

const clause = z
  .union([
    z.strictObject({ ...base, ...perOccurrence }),
    z.strictObject({ ...base, ...allOrNothing }),
    z.strictObject({ ...base, ...threshold }),
    z.strictObject({ ...base, ...linear }),
    z.strictObject({ ...base, ...proportional }),
    z.strictObject({ ...base, ...tiers }),
    z.strictObject({ ...base, ...judgement }),
    z.strictObject({
      ...base,
      form: z.literal('additive'),
      parts: levels,
      isNormalised: z.literal(true).exactOptional(),
    }),
    z.strictObject({
      ...base,
      form: z.literal('additive'),
      unit: text,
      per: z.number(),
      pointsPerUnit: points,
      cap: points.nullable(),
    }),
    z.strictObject({
      ...base,
      form: z.literal('bonus'),
      ...counted,
      levels: levels.exactOptional(),
      cap: points.nullable(),
    }),
    z.strictObject({
      ...base,
      form: z.literal('penalty'),
      ...counted,
      levels: levels.exactOptional(),
      cap: points.nullable(),
      scope,
    }),
    z.strictObject({ ...base, form: z.literal('veto'), scope }),
    z.strictObject({
      ...base,
      form: z.literal('by-subject'),
      cases: z.array(z.strictObject({ kinds: z.array(text), rule: within })),
      otherwise: within,
    }),
    z.strictObject({
      ...base,
      form: z.literal('zone-limit'),
      unit: text,
      zones: z.array(z.strictObject({ label: text, limit: z.number() })),
      direction: z.enum(['above', 'below']),
      per: z.number(),
      pointsPerUnit: points,
      cap: points.nullable(),
    }),
    z.strictObject({
      ...base,
      form: z.literal('escalation'),
      unit: text,
      finders: levels,
      repeats: z.array(z.strictObject({ label: text, factor: z.number() })),
      cap: points.nullable(),
    }),
    z.strictObject({ ...base, form: z.literal('overflow'), mode: z.enum(['continue', 'add']), points }),
    z.strictObject({
      ...base,
      form: z.literal('rank'),
      first: z.enum(['highest', 'lowest']),
      steps: z.array(z.strictObject({ label: text, to: z.int().nullable(), result })),
    }),
    z.strictObject({
      ...base,
      form: z.literal('pass-rate'),
      thing: text,
      unit: text,
      samples: z.array(z.strictObject({ from: z.int(), atLeast: z.int() })),
      rule: within,
    }),
    z.strictObject({ ...base, form: z.literal('unparsed') }),
  ])
  .meta({ id: 'ReadClause' })

const role = z.enum([
  'number',
  'category',
  'group',
  'subgroup',
  'title',
  'content',
  'rule',
  'points',
  'methods',
  'units',
  'papers',
  'remark',
  'score',
  'reason',
])

const item = z
  .strictObject({
    seq: z.int(),
    sheet: text,
    row: z.int(),
    number: text.nullable(),
    category: text,
    path: z.array(text),
    title: text.nullable(),
    name: text.exactOptional(),
    content: text,
    points: points.nullable(),
    pointsText: text.nullable(),
    kind,
    rule: text,
    clauses: z.array(clause),
    parts: z.array(z.strictObject({ no: text, points })).exactOptional(),
    caps: z.array(z.strictObject({ points, clauses: z.array(z.int()) })).exactOptional(),
    methods: z.array(text),
    units: z.array(text),
    cells: z.partialRecord(role, text),
    filled: z.strictObject({ score: text.nullable(), reason: text.nullable() }).exactOptional(),
  })
  .meta({ id: 'ReadItem' })

const diagnostic = z.strictObject({
  kind: z.enum([
    'sum-mismatch',
    'parts-mismatch',
    'missing-points',
    'missing-rule',
    'duplicate-row',
    'duplicate-number',
    'number-gap',
    'rule-exceeds-points',
    'hidden-row',
    'hidden-column',
    'ignored-sheet',
    'repeated-header',
    'unparsed-rule',
    'side-by-side-tables',
    'oversized-range',
    'encoding',
    'formula-without-value',
    'filled-in',
  ]),
  level: z.enum(['problem', 'note']),
  sheet: text.exactOptional(),
  row: z.int().exactOptional(),
  rows: rows.exactOptional(),
  column: text.exactOptional(),
  cell: text.exactOptional(),
  number: text.exactOptional(),
  path: z.array(text).exactOptional(),
  declared: points.exactOptional(),
  sum: points.exactOptional(),
  text: text.exactOptional(),
})

/** `rubric check --json`: what was read of a workbook. That it says what `Reading` says is proved by a test. */
export const readingSchema = z.strictObject({
  format: z.literal('rubric-reading/1'),
  file: text,
  title: text.nullable(),
  total: z.strictObject({ declared: points.nullable(), sum: points }),
  tables: z.array(
    z.strictObject({
      sheet: text,
      ref: text,
      headerRows: rows,
      pageHeaderRows: rows.exactOptional(),
      columns: z.partialRecord(role, text.nullable()),
    }),
  ),
  ignoredSheets: z.array(text),
  categories: z.array(
    z.strictObject({
      title: text,
      name: text,
      points: points.nullable(),
      sum: points,
      items: z.int(),
      sheet: text,
      row: z.int(),
      pointsFrom: text.exactOptional(),
      pointsCell: text.exactOptional(),
      kind: text.exactOptional(),
    }),
  ),
  groups: z.array(
    z.strictObject({
      path: z.array(text),
      name: text,
      points: points.nullable(),
      sheet: text,
      row: z.int(),
      code: text.exactOptional(),
    }),
  ),
  items: z.array(item),
  otherRows: z.array(
    z.strictObject({
      sheet: text,
      row: z.int(),
      kind: z.enum([
        'title',
        'header',
        'page-header',
        'category',
        'group',
        'subtotal',
        'total',
        'note',
        'hidden',
        'other',
      ]),
    }),
  ),
  notes: z.array(text),
  diagnostics: z.array(diagnostic),
  counts: z.strictObject({
    categories: z.int(),
    items: z.int(),
    clauses: z.int(),
    sum: points,
    problems: z.int(),
    forms: z.record(text, z.int()),
  }),
})
