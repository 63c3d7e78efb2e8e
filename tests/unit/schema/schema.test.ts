import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { readBuiltinSubjects } from '../../../electron/custody/builtin-subjects'
import { sheetEventSchema, stampedEventSchema } from '../../../shared/schema/event-schema'
import { jsonSchemas } from '../../../shared/schema/json-schemas'
import { markSchema } from '../../../shared/schema/mark-schema'
import { readStrictly } from '../../../shared/schema/read-strictly'
import { roundSchema } from '../../../shared/schema/round-schema'
import { rubricSchema } from '../../../shared/schema/rubric-schema'
import { flattenSubjects, subjectsFileSchema } from '../../../shared/schema/subjects-schema'
import { sampleCategory, sampleItem, sampleRubric } from '../domain/rubric/sample-item'

const hash = 'a'.repeat(64)
const stamped = {
  seq: 1,
  at: '2026-11-23T08:00:00.000Z',
  mono: 0,
  boot: 'b1',
  by: '检查员甲',
  event: { type: 'cleared', item: 'x-001' },
  prev: '0'.repeat(64),
  hash,
}
const round = {
  id: 'r1',
  kind: 'mock',
  title: '模拟考核',
  date: '2026-11-23',
  rubricId: 'demonstration-291',
  rubricVersion: '2026.1',
  rubricTitle: '示范评分标准',
  rubricDigest: hash,
  subjects: [],
  team: [{ name: '甲', unit: '', role: 'inspector' }],
  createdAt: stamped.at,
}

test('the built-in standard and ordinary documents are read unchanged', () => {
  const builtin = readBuiltinRubric('resources')
  expect(readStrictly(rubricSchema, builtin)).toEqual({ ok: true, value: builtin })
  expect(readStrictly(stampedEventSchema, stamped)).toEqual({ ok: true, value: stamped })
  expect(readStrictly(roundSchema, round)).toEqual({ ok: true, value: round })
})

describe('a rubric is refused', () => {
  const category = sampleCategory()
  test.each<[string, unknown]>([
    ['an unknown member', { ...sampleRubric(), extra: 1 }],
    [
      'an unknown member deep down',
      sampleRubric({ categories: [{ ...category, children: [{ ...sampleItem(), x: 1 }] }] as never }),
    ],
    ['points that are not whole', sampleRubric({ points: 0.5 as never })],
    ['points as text', sampleRubric({ points: '100000' as never })],
    ['points beyond a safe integer', sampleRubric({ points: (2 ** 60) as never })],
    ['negative points', sampleRubric({ penaltyCap: -1 as never })],
    ['a text too long', sampleRubric({ notice: '长'.repeat(4001) })],
    ['a title too long', sampleRubric({ title: '长'.repeat(201) })],
    ['an inherited name as id', sampleRubric({ id: 'constructor' })],
    ['an id with a slash', sampleRubric({ id: '../x' })],
    [
      'too many clauses',
      sampleRubric({
        categories: [
          sampleCategory({
            children: [sampleItem({ clauses: new Array(51).fill(sampleItem().clauses[0]) })],
          }),
        ],
      }),
    ],
    [
      'a form nobody knows',
      sampleRubric({
        categories: [
          sampleCategory({
            children: [sampleItem({ clauses: [{ id: 'a', form: 'magic', text: '…' } as never] })],
          }),
        ],
      }),
    ],
    ['another schema', { ...sampleRubric(), schema: 'scorebench.rubric/2' }],
    ['nothing', null],
  ])('%s', (_, value) =>
    expect(readStrictly(rubricSchema, value)).toMatchObject({ ok: false, code: 'schema' }),
  )

  test('nested a hundred thousand deep, without exhausting the stack', () => {
    let children: unknown[] = []
    for (let level = 0; level < 100_000; level += 1)
      children = [{ id: 'g', code: 'g', title: 'g', points: 0, children }]
    const deep = { ...sampleRubric(), categories: [{ ...sampleCategory(), children }] }
    expect(readStrictly(rubricSchema, deep)).toMatchObject({ ok: false, code: 'too-deep' })
  })

  test('more than a hundred thousand nodes', () => {
    const group = { id: 'g', code: 'g', title: 'g', points: 0, children: new Array(9_999).fill(sampleItem()) }
    const rubric = {
      ...sampleRubric(),
      categories: [{ ...sampleCategory(), children: new Array(11).fill(group) }],
    }
    expect(readStrictly(rubricSchema, rubric)).toMatchObject({ ok: false, detail: 'more than 100000 nodes' })
  })
})

describe('record keys', () => {
  const counts = (json: string) =>
    readStrictly(markSchema, JSON.parse(`{"reason":"","value":{"kind":"counts","bySeverity":${json}}}`))
  test('ordinary ones are kept', () => expect(counts('{"s1":2}').ok).toBe(true))
  test('__proto__ is refused, not dropped', () =>
    expect(counts('{"__proto__":2}')).toMatchObject({ code: 'forbidden-key' }))
  test.each(['constructor', 'toString', 'hasOwnProperty', ''])('%j is refused', (key) => {
    expect(counts(`{${JSON.stringify(key)}:2}`)).toMatchObject({ code: 'schema' })
  })
  test('in a carried sheet too', () => {
    const event = JSON.parse(
      '{"type":"carried","items":{"__proto__":{"status":"clear","marks":{},"note":"","reason":""}}}',
    )
    expect(readStrictly(sheetEventSchema, event)).toMatchObject({ code: 'forbidden-key' })
  })
})

describe('an event is refused', () => {
  test.each<[string, object]>([
    ['an unknown type', { event: { type: 'deleted', item: 'x' } }],
    ['a member that its type has not', { event: { type: 'cleared', item: 'x', reason: '' } }],
    [
      'a count that is not whole',
      {
        event: {
          type: 'marked',
          item: 'x',
          clause: 'a',
          mark: { reason: '', value: { kind: 'count', n: 1.5 } },
        },
      },
    ],
    ['a note too long', { event: { type: 'noted', item: 'x', note: '长'.repeat(4001) } }],
    ['local time', { at: '2026-11-23T08:00:00.000+08:00' }],
    ['no milliseconds', { at: '2026-11-23T08:00:00Z' }],
    ['a day that is none', { at: '2026-02-30T08:00:00.000Z' }],
    ['a hash in capitals', { hash: 'A'.repeat(64) }],
    ['sequence 0', { seq: 0 }],
  ])('%s', (_, change) => expect(stampedEventSchema.safeParse({ ...stamped, ...change }).success).toBe(false))
})

test('the published JSON Schemas are current (npm run schemas:write)', () => {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    expect(JSON.parse(readFileSync(`resources/schemas/${name}`, 'utf8')), name).toEqual(schema)
  }
})

test('the shipped subjects: three leagues, unique ids', () => {
  const read = readStrictly(
    subjectsFileSchema,
    JSON.parse(readFileSync('resources/subjects/henan.json', 'utf8')),
  )
  if (!read.ok) throw new Error(read.detail)
  expect(read.value.leagues.map(({ name, subjects }) => [name, subjects.length])).toEqual([
    ['省辖市', 18],
    ['扩权县（市）', 6],
    ['省直管县（市）', 10],
  ])
  const subjects = flattenSubjects(read.value)
  expect(readBuiltinSubjects('resources')).toEqual(subjects)
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(34)
  expect(subjects[0]).toEqual({ id: 'sxs-zhengzhou', name: '郑州市', league: '省辖市' })
})
