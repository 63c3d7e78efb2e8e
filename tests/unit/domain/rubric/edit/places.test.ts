import { describe, expect, it } from 'vitest'
import { points } from '../../../../../shared/domain/points'
import type { Edited, Node, RubricEdit } from '../../../../../shared/domain/rubric/edit/edit'
import { editAll, editRubric } from '../../../../../shared/domain/rubric/edit/edit-rubric'
import { historyOf, redo, stepTo, undo } from '../../../../../shared/domain/rubric/edit/history'
import { withNewIds } from '../../../../../shared/domain/rubric/edit/new-ids'
import { isNumberedByPlace, nextCode } from '../../../../../shared/domain/rubric/edit/number'
import {
  emptyItem,
  emptyRubric,
  nextVersionOf,
} from '../../../../../shared/domain/rubric/edit/starting-points'
import { allNodes, findNode } from '../../../../../shared/domain/rubric/edit/tree'
import type { Category, Group, Item, Rubric } from '../../../../../shared/domain/rubric/rubric'
import { categoryOf, itemOf, rubricOf } from '../../scoring/small-standard'

const item = (id: string, more: Partial<Item> = {}) => itemOf(id, 2_000, [], { rule: '每处扣0.2分', ...more })
const bare = (id: string, more: Partial<Item> = {}) => item(id, { rule: ' ', ...more })
function group(id: string, children: readonly (Group | Item)[]): Group {
  const { weight: _weight, ...rest } = categoryOf(id, 0, children)
  return rest
}

/** 'a', or 'g(a b)': what stands where. */
function written(nodes: readonly Node[]): string {
  return nodes
    .map((node) => ('children' in node ? `${node.id}(${written(node.children)})` : node.id))
    .join(' ')
}
const outcome = (edited: Edited) => (edited.ok ? written(edited.rubric.categories) : edited.code)
const tree = rubricOf([
  categoryOf('k', 5_000, [
    group('g', [item('a'), item('b')]),
    group('h', [item('c'), group('i', [item('d')])]),
  ]),
  categoryOf('l', 5_000, [item('e'), bare('f'), item('z')]),
])

describe('a node is put where it is wanted', () => {
  it.each<[id: string, by: 'up' | 'down' | 'in' | 'out', wanted: string]>([
    ['k', 'down', 'l(e f z) k(g(a b) h(c i(d)))'],
    ['k', 'up', 'no-place'],
    ['l', 'out', 'wrong-level'],
    // Past the end of a branch: behind all of the one before, before all of the one after.
    ['c', 'up', 'k(g(a b c) h(i(d))) l(e f z)'],
    ['b', 'down', 'k(g(a) h(b c i(d))) l(e f z)'],
    ['e', 'up', 'k(g(a b) h(c i(d)) e) l(f z)'],
    ['z', 'down', 'no-place'],
    ['a', 'up', 'no-place'],
    // Only a branch takes what goes past the end.
    ['d', 'up', 'no-place'],
    ['d', 'down', 'no-place'],
    ['h', 'down', 'k(g(a b)) l(h(c i(d)) e f z)'],
    // Out: right behind what it stood in.
    ['a', 'out', 'k(g(b) a h(c i(d))) l(e f z)'],
    ['d', 'out', 'k(g(a b) h(c i() d)) l(e f z)'],
    ['h', 'in', 'k(g(a b h(c i(d)))) l(e f z)'],
    // An item with a rule of its own holds no others.
    ['f', 'in', 'no-place'],
    ['z', 'in', 'k(g(a b) h(c i(d))) l(e f(z))'],
    ['e', 'in', 'no-place'],
  ])('%s %s', (id, by, wanted) => expect(outcome(editRubric(tree, { type: 'shift', id, by }))).toBe(wanted))

  it.each<[wanted: string, edit: RubricEdit]>([
    ['k(g(b) h(c a i(d))) l(e f z)', { type: 'move', id: 'a', parent: 'h', at: 1 }],
    ['l(e f z) k(g(a b) h(c i(d)))', { type: 'move', id: 'k', parent: null, at: 1 }],
    ['inside-itself', { type: 'move', id: 'h', parent: 'i', at: 0 }],
    ['inside-itself', { type: 'move', id: 'k', parent: 'g', at: 0 }],
    ['wrong-level', { type: 'move', id: 'g', parent: 'c', at: 0 }],
    ['wrong-level', { type: 'move', id: 'g', parent: null, at: 0 }],
    ['unknown-node', { type: 'move', id: 'none', parent: 'g', at: 0 }],
    ['unknown-node', { type: 'move', id: 'a', parent: 'none', at: 0 }],
    ['unknown-node', { type: 'remove', id: 'none' }],
    ['k(g(a b) h(c i(d)))', { type: 'remove', id: 'l' }],
    ['wrong-level', { type: 'insert', parent: null, at: 0, nodes: [categoryOf('m', 0, []), item('n')] }],
    ['wrong-level', { type: 'insert', parent: 'g', at: 0, nodes: [item('n'), categoryOf('m', 0, [])] }],
    ['id-taken', { type: 'insert', parent: 'g', at: 0, nodes: [item('n'), item('d')] }],
    [
      'k(g(a n o() b) h(c i(d))) l(e f z)',
      { type: 'insert', parent: 'g', at: 1, nodes: [item('n'), group('o', [])] },
    ],
    [
      'm() k(g(a b) h(c i(d))) l(e f z)',
      { type: 'insert', parent: null, at: 0, nodes: [categoryOf('m', 0, [])] },
    ],
  ])('%s', (wanted, edit) => expect(outcome(editRubric(tree, edit))).toBe(wanted))

  it('and what becomes a group keeps its name, its number, its points and whom it is for', () => {
    const standard = rubricOf([categoryOf('k', 10_000, [bare('f', { onlyFor: ['县'] }), item('z')])])
    const edited = editRubric(standard, { type: 'shift', id: 'z', by: 'in' })
    expect(edited.ok && findNode(edited.rubric, 'f')?.node).toEqual({
      id: 'f',
      code: 'f',
      title: 'f',
      points: 2_000,
      onlyFor: ['县'],
      children: [item('z')],
    })
    const plain = editRubric(tree, { type: 'shift', id: 'z', by: 'in' })
    expect(plain.ok && findNode(plain.rubric, 'f')?.node).not.toHaveProperty('onlyFor')
  })

  it('as deep as a proof walks, counted with all that it brings along', () => {
    let deep: Group = group('d0', [item('x')])
    const levels = (one: Group): Rubric =>
      rubricOf([categoryOf('k', 10_000, [one]), categoryOf('m', 0, [item('y')])])
    let at = 0
    while (editRubric(levels(deep), { type: 'move', id: deep.id, parent: 'm', at: 0 }).ok) {
      at += 1
      deep = group(`d${at}`, [item(`y${at}`), deep])
    }
    // The deepest that may stand below a category may be put below another, and nothing may be put around it.
    expect(outcome(editRubric(levels(deep), { type: 'move', id: deep.id, parent: 'm', at: 0 }))).toBe(
      'too-deep',
    )
    const inner = deep.children[1] as Group
    const around = editAll(levels(inner), [
      { type: 'insert', parent: 'm', at: 0, nodes: [group('o', [])] },
      { type: 'move', id: inner.id, parent: 'o', at: 0 },
    ])
    expect(outcome(around)).toBe('too-deep')
  })
})

describe('shared caps', () => {
  it('of one clause alone are gone, those of two stay', () => {
    const three = itemOf(
      'a',
      2_000,
      [
        { form: 'all-or-nothing', deduct: 'all' },
        { form: 'all-or-nothing', deduct: 'all' },
        { form: 'all-or-nothing', deduct: 'all' },
      ],
      {
        sharedCaps: [
          { clauses: ['a', 'b'], cap: points(500) },
          { clauses: ['a', 'b', 'c'], cap: points(900) },
        ],
      },
    )
    const standard = rubricOf([categoryOf('k', 10_000, [three])])
    const left = three.clauses.slice(0, 1).concat(three.clauses.slice(2))
    const edited = editRubric(standard, { type: 'clauses', id: 'a', clauses: left })
    expect(edited.ok && findNode(edited.rubric, 'a')?.node).toMatchObject({
      sharedCaps: [{ clauses: ['a', 'c'], cap: 900 }],
    })
  })
})

describe('numbers by place', () => {
  const codes = (rubric: Rubric) => allNodes(rubric).map(({ code }) => code)
  const renumbered = (within?: string) => {
    const edited = editRubric(tree, { type: 'renumber', ...(within === undefined ? {} : { within }) })
    if (!edited.ok) throw new Error(edited.code)
    return edited.rubric
  }

  it('are given from the top, or below one branch', () => {
    expect(codes(renumbered())).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.2',
      '1.2.1',
      '1.2.2',
      '1.2.2.1',
      '2',
      '2.1',
      '2.2',
      '2.3',
    ])
    expect(codes(renumbered('i'))).toEqual(['k', 'g', 'a', 'b', 'h', 'c', 'i', 'i.1', 'l', 'e', 'f', 'z'])
    expect(codes(renumbered('l'))).toEqual(['k', 'g', 'a', 'b', 'h', 'c', 'i', 'd', 'l', 'l.1', 'l.2', 'l.3'])
  })

  it('leave what had its number the same object', () => {
    expect(isNumberedByPlace(tree)).toBe(false)
    const right = renumbered()
    expect(isNumberedByPlace(right)).toBe(true)
    const one = editRubric(right, { type: 'change', id: 'd', change: { code: '9' } })
    const again = one.ok ? editRubric(one.rubric, { type: 'renumber' }) : one
    expect(again.ok && again.rubric.categories[1]).toBe(right.categories[1])
    expect(again.ok && findNode(again.rubric, 'g')?.node).toBe(findNode(right, 'g')?.node)
    expect(again.ok && codes(again.rubric)).toEqual(codes(right))
    const below = editRubric(right, { type: 'renumber', within: 'g' })
    expect(below.ok && below.rubric.categories[1]).toBe(right.categories[1])
  })

  it('follow on from the last one, past those that are taken', () => {
    const standard = rubricOf([categoryOf('1.9', 0, [item('1.10'), item('甲'), item('A2b3')])])
    expect(nextCode(standard, '1.9')).toBe('1.11')
    expect(nextCode(standard, '甲')).toBe('甲.1')
    expect(nextCode(standard, 'A2b3')).toBe('A2b4')
    expect(nextCode(standard, '')).toBe('.1')
  })
})

describe('sums', () => {
  it('are taken below one branch only, and leave what is right the same object', () => {
    const edited = editRubric(tree, { type: 'sum', within: 'g' })
    const worth = (rubric: Rubric, ids: readonly string[]) =>
      ids.map((id) => findNode(rubric, id)?.node.points)
    expect(edited.ok && worth(edited.rubric, ['g', 'h', 'i'])).toEqual([4_000, 4_000, 2_000])
    expect(edited.ok && edited.rubric.categories[1]).toBe(tree.categories[1])
    const empty = editRubric(rubricOf([{ ...categoryOf('k', 0, []), points: points(3_000) }]), {
      type: 'sum',
    })
    // An empty branch keeps what a person gave it.
    expect(empty.ok && empty.rubric.categories[0]?.points).toBe(3_000)
  })
})

describe('what a standard begins with', () => {
  it('is a standard of one category, whose grades and points are usual', () => {
    let no = 0
    const words = { title: '新标准', category: '第一大项', grades: ['优', '良', '中', '差'] } as const
    expect(emptyRubric('own', () => `id-${++no}`, words)).toEqual({
      schema: 'scorebench.rubric/1',
      id: 'own',
      version: '1',
      title: '新标准',
      source: '',
      notice: '',
      points: 100_000,
      rounding: Object.fromEntries(
        ['item', 'category', 'total'].map((level) => [level, { mode: 'half-up', step: 10 }]),
      ),
      grades: [
        { name: '优', from: 90_000 },
        { name: '良', from: 80_000 },
        { name: '中', from: 60_000 },
        { name: '差', from: 0 },
      ],
      bonusCap: 0,
      penaltyCap: 0,
      categories: [
        { id: 'id-1', code: '1', title: '第一大项', weight: 10_000, points: 100_000, children: [] },
      ],
    })
  })

  it('has items that are checked as the one before', () => {
    const like = item('a', {
      kind: 'bonus',
      methods: ['资料'],
      units: { lead: ['城管局'], support: [] },
      exclusion: 'full-marks',
      onlyFor: ['县'],
      papers: ['台账'],
    })
    const { kind, methods, units, exclusion, onlyFor, papers, points: worth } = emptyItem('n', '2', like)
    expect({ kind, methods, units, exclusion, onlyFor }).toEqual({
      kind: 'bonus',
      methods: ['资料'],
      units: { lead: ['城管局'], support: [] },
      exclusion: 'full-marks',
      onlyFor: ['县'],
    })
    // Its papers are its own affair.
    expect([papers, worth]).toEqual([[], 2_000])
    expect(emptyItem('n', '2')).toEqual({
      id: 'n',
      code: '2',
      kind: 'normal',
      title: '',
      content: '',
      rule: '',
      points: 1_000,
      clauses: [],
      methods: ['现场'],
      papers: [],
      units: { lead: [], support: [] },
      exclusion: 'normalise',
    })
  })

  it('and goes on as the next version that nobody has', () => {
    const version = (now: string, ...taken: string[]) => nextVersionOf({ ...tree, version: now }, taken)
    expect(version('2024.12', '2024.13')).toEqual({ ...tree, version: '2024.14' })
  })

  it('is copied node by node, each with an id of its own', () => {
    let no = 0
    const copy = withNewIds(tree.categories[1] as Category, () => `n${++no}`)
    expect(written([copy])).toBe('n1(n2 n3 n4)')
    expect(copy.children.map(({ title }) => title)).toEqual(['e', 'f', 'z'])
  })
})

describe('the way back', () => {
  const named = (title: string): Rubric => ({ ...tree, title })
  it('is one step for letters in one go of the same field only', () => {
    const start = stepTo(historyOf(tree), named('甲'), 'head.title', 1_000)
    expect(stepTo(start, named('乙'), 'head.source', 1_100).past).toHaveLength(2)
    expect(stepTo(start, named('乙'), 'head.title', 2_499).past).toHaveLength(1)
    expect(stepTo(start, named('乙'), 'head.title', 2_500).past).toHaveLength(2)
    const unnamed = stepTo(historyOf(tree), named('甲'), null, 1_000)
    expect(stepTo(unnamed, named('乙'), null, 1_001).past).toHaveLength(2)
  })

  it('goes to and fro through all steps, and is 500 long', () => {
    let history = historyOf(tree)
    for (let at = 1; at <= 510; at++) history = stepTo(history, named(String(at)), null, at)
    let back = history
    for (let at = 0; at < 510; at++) back = undo(back)
    expect(back.present.title).toBe('10')
    let forth = back
    for (let at = 0; at < 500; at++) forth = redo(forth)
    expect(forth.present).toBe(history.present)
    expect(undo(undo(forth)).present.title).toBe('508')
  })
})
