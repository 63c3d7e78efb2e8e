import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain, explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import type { Explanation } from '../../../../shared/domain/explain/explanation'
import { type Expression, evaluate } from '../../../../shared/domain/explain/expression'
import { scoreTallies } from '../../../../shared/domain/scoring/score-sheet'
import { runs } from '../runs'
import { anySheetOf } from './any-sheet'

function nodesOf(node: Explanation): readonly Explanation[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

/** Every 'node' of an expression, with the value that it claims. */
function refsOf(expression: Expression): readonly { readonly node: string; readonly value: number }[] {
  if (expression.op === 'node') return [expression]
  return expression.op === 'number' ? [] : expression.of.flatMap(refsOf)
}

test('every number of every sheet is explained: the arithmetic comes to it, and names what is below it', () => {
  fc.assert(
    fc.property(anySheetOf(6), ({ rubric, state }) => {
      const { score, tallies } = scoreTallies(rubric, state, new WeakMap())
      const tree = explainSheet(rubric, state)
      const nodes = nodesOf(tree)
      const byId = new Map(nodes.map((node) => [node.id, node]))
      expect(byId.size).toBe(nodes.length)
      for (const node of nodes) {
        for (const side of ['worst', 'best'] as const) {
          expect(evaluate(node[side].sum)).toBe(node[side].value)
          for (const { node: id, value } of refsOf(node[side].sum))
            expect(byId.get(id)?.[side].value, `${id} in ${node.id}`).toBe(value)
        }
      }
      expect([tree.worst.value, tree.best.value]).toEqual([score.low, score.high])
      for (const { category, low, high } of score.categories)
        expect([byId.get(category)?.worst.value, byId.get(category)?.best.value]).toEqual([low, high])
      for (const item of tallies.flatMap(({ items }) => items)) {
        const node = byId.get(item.item)
        const isExtra = item.full === 0 && (item.extraLow !== 0 || item.extraHigh !== 0)
        const expected = isExtra ? [item.extraLow, item.extraHigh] : [item.low, item.high]
        expect([node?.worst.value, node?.best.value], item.item).toEqual(expected)
        expect(explain(rubric, state, item.item)).toEqual(node)
        for (const { clause, lost, pending, extra } of item.clauses) {
          const made = byId.get(`${item.item}/${clause}`)
          expect(made?.best.value).toBe(lost + extra)
          expect(made?.worst.value).toBe(lost + pending + extra)
        }
      }
      for (const { id, terms } of tallies.map(({ score: { category }, terms }) => ({ id: category, terms })))
        for (const term of terms) {
          const node = byId.get(term.id)
          if (node?.kind === 'group')
            expect([node.worst.value, node.best.value], id).toEqual([term.low, term.high])
        }
    }),
    runs(500),
  )
})
