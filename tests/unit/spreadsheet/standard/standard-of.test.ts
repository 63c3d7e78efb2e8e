import { describe, expect, it } from 'vitest'
import { explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import { proveDraft } from '../../../../shared/domain/rubric/edit/blanks'
import { allItems, type Group, type Item, isItem, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { ANY_SUBJECT, playCommands } from '../../../../shared/domain/sheet/play-commands'
import { readStrictly } from '../../../../shared/schema/read-strictly'
import { rubricSchema } from '../../../../shared/schema/rubric-schema'
import type { Reading } from '../../../../shared/spreadsheet/reading/reading'
import { standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import { expectedReading } from './expected-reading'
import { item, readingOf } from './small-reading'

const SHEETS = ['biaozhun-a', 'biaozhun-b', 'biaozhun-c'] as const
const OPTIONS = { id: 'own', file: '标准.xls', sha256: 'a'.repeat(64) }
const made = (reading: Reading) => standardOf(reading, OPTIONS)
const clearAll = (rubric: Rubric): SheetCommand[] =>
  allItems(rubric).map(({ id }): SheetCommand => ({ type: 'clear', item: id }))

describe.each(SHEETS)('%s', (name) => {
  const reading = expectedReading(name)
  const { rubric, assumptions } = made(reading)

  it('is a standard without errors', () => {
    expect(readStrictly(rubricSchema, rubric)).toMatchObject({ ok: true })
    expect(proveDraft(rubric).filter(({ level }) => level === 'error')).toEqual([])
    expect(assumptions.filter(({ what }) => what !== 'title-from-content')).toEqual([])
  })

  it('has the sheet’s points, texts and order', () => {
    expect(
      allItems(rubric).map(({ points, content, rule, kind }) => ({ points, content, rule, kind })),
    ).toEqual(
      reading.items.map(({ points, content, rule, kind }) => ({ points: points ?? 0, content, rule, kind })),
    )
    expect(rubric.points).toBe(reading.total.declared)
    expect(rubric.categories.map(({ title, points }) => ({ title, points }))).toEqual(
      reading.categories.map((one) => ({ title: one.name, points: one.points ?? one.sum })),
    )
    expect(groupsIn(rubric)).toEqual(reading.groups.map((group) => group.name))
  })

  it('keeps every clause’s words, in order', () => {
    for (const [at, { clauses, rule }] of allItems(rubric).entries()) {
      let from = 0
      for (const { text } of clauses) {
        const start = rule.indexOf(text, from)
        expect([at, text, start >= from]).toEqual([at, text, true])
        from = start + text.length
      }
    }
  })

  it('adds up to what the sheet says, and what an item loses the total loses', () => {
    const full = playCommands(rubric, ANY_SUBJECT, clearAll(rubric))
    expect(full.refused).toEqual([])
    expect(scoreSheet(rubric, full.state)).toMatchObject({ low: rubric.points, high: rubric.points })
    for (const one of allItems(rubric)) {
      const flag = one.clauses.find(({ form }) => form === 'all-or-nothing')
      if (flag === undefined) continue
      const mark = { value: { kind: 'flag' }, reason: '' } as const
      const commands = [
        ...clearAll(rubric),
        { type: 'mark', item: one.id, clause: flag.id, mark },
      ] satisfies SheetCommand[]
      const { state } = playCommands(rubric, ANY_SUBJECT, commands)
      const score = scoreSheet(rubric, state)
      const lost = score.items.find((each) => each.item === one.id)?.lost ?? 0
      expect(lost).toBeGreaterThan(0)
      expect(score.high).toBe(rubric.points - lost)
      expect(explainSheet(rubric, state).children.length).toBeGreaterThan(0)
    }
  })

  it('is the same whenever it is read', () => expect(made(expectedReading(name)).rubric).toEqual(rubric))
})

function groupsIn(rubric: Rubric): readonly string[] {
  const walk = (children: readonly (Group | Item)[]): string[] =>
    children.flatMap((child) => (isItem(child) ? [] : [child.title, ...walk(child.children)]))
  return rubric.categories.flatMap(({ children }) => walk(children))
}

describe('what the sheet lacks', () => {
  const errors = (reading: Reading) =>
    proveDraft(made(reading).rubric)
      .filter(({ level }) => level === 'error')
      .map(({ code, place }) => `${code} ${place}`)

  it.each<[string, Parameters<typeof item>[0], readonly string[]]>([
    ['points', { points: null }, ['points-of-kind 2']],
    ['a rule', { rule: '', clauses: [] }, ['no-clauses 2', 'text-empty 2']],
    ['a number of its own', { number: '1' }, ['code-twice 1']],
  ])('%s is said by the proof, at that item', (_name, change, expected) => {
    const total = change?.points === null ? 2000 : 4000
    const reading = readingOf([item({ number: '1' }), item({ number: '2', ...change })], total)
    expect(errors(reading)).toEqual(expected)
  })

  it('a sum that differs is said by the proof, at that category', () => {
    const { categories, ...rest } = readingOf([item({})], 2000)
    const declared = categories.map((category) => ({ ...category, points: 3000 as never }))
    expect(errors({ ...rest, categories: declared })).toEqual(['points-sum ', 'points-sum 一'])
  })

  it('a rule of which nothing was read is one clause, for a person', () => {
    const { rubric } = made(readingOf([item({ rule: '按有关文件执行。', clauses: [] })], 2000))
    expect(allItems(rubric)[0]?.clauses).toMatchObject([
      { form: 'judgement', text: '按有关文件执行。', forPerson: true, bands: [{ min: 0, max: 2000 }] },
    ])
  })

  it('without any table there is still a draft to begin with', () => {
    const { rubric, assumptions } = made(readingOf([], 0))
    expect(rubric.categories).toHaveLength(1)
    expect(assumptions).toContainEqual({ what: 'category-made', item: null, detail: '' })
  })

  it('texts that are longer than a standard’s are cut, and it is told', () => {
    const { rubric, assumptions } = made(readingOf([item({ content: '长'.repeat(5000) })], 2000))
    expect(allItems(rubric)[0]?.content).toHaveLength(4000)
    expect(assumptions).toContainEqual({ what: 'text-cut', item: 1, detail: '5000 > 4000' })
  })
})

describe('the source', () => {
  it('names the title, the file and its digest', () => {
    const { rubric, imported } = made(readingOf([item({})], 2000))
    expect(rubric.source).toBe(`《小标准》（由 标准.xls 导入，SHA-256 ${'a'.repeat(64)}）`)
    expect(rubric.notice).toBe('说明：本表实行百分制。')
    expect(imported).toEqual({ file: '标准.xls', sha256: 'a'.repeat(64), decisions: [] })
  })
})
