import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../../../electron/cli/vector-files'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { explainSheet } from '../../../shared/domain/explain/explain-sheet'
import { allItems } from '../../../shared/domain/rubric/rubric'
import { playCommands } from '../../../shared/domain/sheet/play-commands'
import { explanationSchema } from '../../../shared/schema/explanation-schema'
import { jsonSchemas } from '../../../shared/schema/json-schemas'

/** Validators of the published schemas, by another hand than the one that made them; formats are notes only. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
const published = new Map<string, ValidateFunction>()
for (const name of readdirSync('resources/schemas')) {
  published.set(name, ajv.compile(JSON.parse(readFileSync(join('resources/schemas', name), 'utf8'))))
}

function holds(name: string, document: unknown): unknown {
  const validate = published.get(name)
  if (validate === undefined) throw new Error(`no schema ${name}`)
  return validate(document) ? 'holds' : validate.errors
}

const folder = join(__dirname, '../../vectors')
const vectors = (await readVectors(folder)).flatMap((one) => (one.ok ? [one] : []))

test('every published schema is one of the code, and compiles', () => {
  expect([...published.keys()].sort()).toEqual(Object.keys(jsonSchemas()).sort())
})

test('the built-in standard is a rubric', () => {
  expect(holds('rubric.schema.json', readBuiltinRubric('resources'))).toBe('holds')
  expect(holds('rubric.schema.json', { ...readBuiltinRubric('resources'), extra: 1 })).not.toBe('holds')
})

describe('the vectors', () => {
  const files = [...new Set(vectors.map(({ file }) => file))]
  test.each(files.map((file) => [file.slice(folder.length + 1), file]))('%s', (_name, file) => {
    expect(holds('vector.schema.json', JSON.parse(readFileSync(file, 'utf8')))).toBe('holds')
  })
  test('their standards filled in are rubrics, their commands commands, what explains them explanations', () => {
    for (const { file, rubric, vector } of vectors) {
      expect([file, holds('rubric.schema.json', JSON.parse(JSON.stringify(rubric)))]).toEqual([file, 'holds'])
      for (const command of vector.commands) expect(holds('command.schema.json', command)).toBe('holds')
      if (vector.expected.diagnostics !== undefined) continue
      const subject = vector.subject ?? { id: 's', name: '某市', league: '' }
      const tree = explainSheet(rubric, playCommands(rubric, subject, vector.commands).state)
      expect([file, holds('explanation.schema.json', tree)]).toEqual([file, 'holds'])
      expect(explanationSchema.parse(tree)).toEqual(tree)
    }
  })
})

describe('a document of another shape does not hold', () => {
  const [item] = allItems(readBuiltinRubric('resources'))
  const vector = { title: '题', form: 1, working: '一', rubric: 'x', commands: [], expected: {} }
  test.each<[string, string, unknown]>([
    ['command.schema.json', 'a type that there is not', { type: 'delete', item: 'a' }],
    ['command.schema.json', 'a member too many', { type: 'undo', of: 1 }],
    ['command.schema.json', 'a clear without its item', { type: 'clear' }],
    ['vector.schema.json', 'a form that there is not', { ...vector, form: 23 }],
    ['vector.schema.json', 'points as a number', { ...vector, expected: { total: { score: 4.4 } } }],
    ['vector.schema.json', 'four decimals', { ...vector, expected: { total: { score: '4.4444' } } }],
    ['vector.schema.json', 'no working', { ...vector, working: '' }],
    ['vector.schema.json', 'items and categories', { ...vector, rubric: { items: [item], extra: 1 } }],
    ['explanation.schema.json', 'nothing', {}],
    ['cli-vectors.schema.json', 'nothing', {}],
  ])('%s: %s', (name, _what, document) => expect(holds(name, document)).not.toBe('holds'))
  test('and the same that is right does', () => {
    expect(holds('vector.schema.json', { ...vector, expected: { total: { score: '4.44' } } })).toBe('holds')
    expect(holds('command.schema.json', { type: 'undo' })).toBe('holds')
  })
})
