import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { CLAUSE_TABLE, LEFT_OUT } from '../../../../shared/spreadsheet/wording/clause-table'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'

describe('the table of patterns', () => {
  it('tries every pattern that is written', () => {
    expect(LEFT_OUT).toEqual([])
  })

  const examples = CLAUSE_TABLE.flatMap((pattern) =>
    pattern.examples.map((example) => ({ pattern, example })),
  )

  it.each(examples.map(({ pattern, example }) => ({ name: pattern.name, example })))(
    '$name reads $example.rule',
    ({ name, example }) => {
      const read = compileRule(example.rule, {
        content: example.content ?? '',
        points: example.points === undefined ? null : points(example.points),
        kind: example.kind ?? 'normal',
      })
      const clause = read.clauses.find((one) => one.pattern === name)
      expect(read.clauses.map((one) => one.pattern)).toContain(name)
      expect(clause).toMatchObject(example.form)
    },
  )

  it('every pattern has an example', () => {
    expect(CLAUSE_TABLE.filter((one) => one.examples.length === 0).map((one) => one.name)).toEqual([])
  })
})
