import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBuiltinRubric } from '../../../../../electron/custody/builtin-rubric'
import { points } from '../../../../../shared/domain/points'
import { blanksIn, proveDraft } from '../../../../../shared/domain/rubric/edit/blanks'
import type { RubricEdit } from '../../../../../shared/domain/rubric/edit/edit'
import { editAll, editRubric } from '../../../../../shared/domain/rubric/edit/edit-rubric'
import { historyOf, redo, stepTo, undo } from '../../../../../shared/domain/rubric/edit/history'
import { withNewIds } from '../../../../../shared/domain/rubric/edit/new-ids'
import { isNumberedByPlace, nextCode } from '../../../../../shared/domain/rubric/edit/number'
import {
  copyOfRubric,
  emptyCategory,
  emptyGroup,
  emptyItem,
  emptyRubric,
  raised,
} from '../../../../../shared/domain/rubric/edit/starting-points'
import { allNodes, findNode } from '../../../../../shared/domain/rubric/edit/tree'
import { allItems, type Rubric } from '../../../../../shared/domain/rubric/rubric'

const WORDS = { title: '新标准', category: '第一大项', grades: ['优', '良', '中', '差'] } as const

function made(...edits: readonly RubricEdit[]): Rubric {
  let no = 0
  const edited = editAll(
    emptyRubric('own', () => `id-${++no}`, WORDS),
    edits,
  )
  if (!edited.ok) throw new Error(edited.code)
  return edited.rubric
}

const CATEGORY = 'id-1'
const item = (id: string, code = id) => ({ ...emptyItem(id, code), title: id, points: points(40_000) })
const group = (id: string) => ({ ...emptyGroup(id, id), title: id })
const put = (
  parent: string | null,
  ...nodes: Extract<RubricEdit, { type: 'insert' }>['nodes']
): RubricEdit => ({
  type: 'insert',
  parent,
  at: 0,
  nodes,
})
const outline = (rubric: Rubric) =>
  allNodes(rubric).map(({ id }) => `${'·'.repeat(findNode(rubric, id)?.depth ?? 0)}${id}`)

const SMALL = made(put(CATEGORY, group('g'), item('c')), put('g', item('a'), item('b')))

describe('steps of an editor', () => {
  it('put nodes where they belong, and leave the rest the same objects', () => {
    expect(outline(SMALL)).toEqual(['·id-1', '··g', '···a', '···b', '··c'])
    const edited = editRubric(SMALL, { type: 'change', id: 'a', change: { title: '道路' } })
    if (!edited.ok) throw new Error(edited.code)
    expect(findNode(edited.rubric, 'a')?.node.title).toBe('道路')
    expect(findNode(edited.rubric, 'b')?.node).toBe(findNode(SMALL, 'b')?.node)
    expect(findNode(edited.rubric, 'c')?.node).toBe(findNode(SMALL, 'c')?.node)
  })

  const shifts: readonly (readonly [string, 'up' | 'down' | 'in' | 'out', readonly string[] | string])[] = [
    ['b', 'up', ['·id-1', '··g', '···b', '···a', '··c']],
    ['a', 'down', ['·id-1', '··g', '···b', '···a', '··c']],
    ['b', 'out', ['·id-1', '··g', '···a', '··b', '··c']],
    ['c', 'in', ['·id-1', '··g', '···a', '···b', '···c']],
    // The one before it is but a title: it becomes the group.
    ['b', 'in', ['·id-1', '··g', '···a', '····b', '··c']],
    ['a', 'up', 'no-place'],
    ['a', 'in', 'no-place'],
    ['c', 'out', 'wrong-level'],
    ['id-1', 'in', 'wrong-level'],
    ['nobody', 'up', 'unknown-node'],
  ]
  it.each(shifts)('%s goes %s', (id, by, wanted) => {
    const edited = editRubric(SMALL, { type: 'shift', id, by })
    expect(edited.ok ? outline(edited.rubric) : edited.code).toEqual(wanted)
  })

  it('past the end of a branch go into the next one', () => {
    const two = made(put(CATEGORY, group('g'), group('h')), put('g', item('a')))
    const edited = editRubric(two, { type: 'shift', id: 'a', by: 'down' })
    expect(edited.ok && outline(edited.rubric)).toEqual(['·id-1', '··g', '··h', '···a'])
  })

  const refusals: readonly (readonly [string, RubricEdit])[] = [
    ['id-taken', put('g', item('a'))],
    ['wrong-level', put(null, item('x'))],
    ['wrong-level', put('a', item('x'))],
    ['wrong-level', put('g', emptyCategory('x', '2', 0))],
    ['unknown-node', put('nobody', item('x'))],
    ['unknown-node', { type: 'change', id: 'nobody', change: { title: '' } }],
    ['last-category', { type: 'remove', id: CATEGORY }],
    ['inside-itself', { type: 'move', id: 'g', parent: 'g', at: 0 }],
  ]
  it.each(refusals)('are refused: %s', (code, edit) => {
    expect(editRubric(SMALL, edit)).toEqual({ ok: false, code })
  })

  it('are refused past the depth that a proof walks, and all or none of several are done', () => {
    let deep = SMALL
    for (let no = 1; no < 40; no++) {
      const parent = no === 1 ? 'g' : `d${no - 1}`
      const edited = editRubric(deep, put(parent, group(`d${no}`)))
      if (!edited.ok) {
        expect(edited.code).toBe('too-deep')
        expect(proveDraft(deep).some(({ code }) => code === 'tree-too-deep')).toBe(false)
        break
      }
      deep = edited.rubric
      expect(no).toBeLessThan(30)
    }
    expect(
      editAll(SMALL, [
        { type: 'remove', id: 'a' },
        { type: 'remove', id: 'a' },
      ]),
    ).toEqual({
      ok: false,
      code: 'unknown-node',
    })
  })

  it('take away what named a node that is gone', () => {
    const named: RubricEdit = {
      type: 'head',
      change: {
        guarantees: [
          { id: 'one', text: 'x', items: ['a', 'c'], anyAtZero: true, zeroes: { scope: 'total' } },
          { id: 'two', text: 'y', items: ['b'], anyAtZero: true, zeroes: { scope: 'total' } },
        ],
      },
    }
    const edited = editAll(SMALL, [named, { type: 'remove', id: 'g' }])
    expect(edited.ok && edited.rubric.guarantees).toMatchObject([{ id: 'one', items: ['c'] }])
    const none = editAll(SMALL, [named, { type: 'remove', id: 'g' }, { type: 'remove', id: 'c' }])
    expect(none.ok && 'guarantees' in none.rubric).toBe(false)
  })

  it('keep shared caps to clauses that are there, and write no undefined member', () => {
    const clause = (id: string) =>
      ({
        id,
        text: id,
        form: 'per-occurrence',
        unit: '处',
        pointsPerUnit: points(200),
        cap: undefined,
      }) as const
    const edited = editAll(SMALL, [
      { type: 'clauses', id: 'a', clauses: [clause('x'), clause('y'), clause('z')] },
      {
        type: 'change',
        id: 'a',
        change: { sharedCaps: [{ clauses: ['x', 'y'], cap: points(1000) }], onlyFor: undefined },
      },
      { type: 'clauses', id: 'a', clauses: [clause('y'), clause('z')] },
    ])
    const node = edited.ok ? findNode(edited.rubric, 'a')?.node : undefined
    expect(Object.keys(node ?? {})).not.toContain('sharedCaps')
    expect(Object.keys(node ?? {})).not.toContain('onlyFor')
    expect(node).toHaveProperty('clauses.0.id', 'y')
    expect(node).not.toHaveProperty('clauses.0.cap')
  })

  it('number by place, all or one branch', () => {
    const all = editRubric(SMALL, { type: 'renumber' })
    expect(all.ok && allNodes(all.rubric).map(({ code }) => code)).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.2',
    ])
    expect(all.ok && isNumberedByPlace(all.rubric)).toBe(true)
    const one = editRubric(SMALL, { type: 'renumber', within: 'g' })
    expect(one.ok && allNodes(one.rubric).map(({ code }) => code)).toEqual(['1', 'g', 'g.1', 'g.2', 'c'])
    expect(nextCode(SMALL, '1')).toBe('2')
    expect(nextCode(SMALL, 'A-09 甲')).toBe('A-10 甲')
  })

  it('sum up from below, normal items only', () => {
    const summed = editAll(SMALL, [
      put('g', { ...item('bonus'), kind: 'bonus', points: points(0) }),
      { type: 'sum' },
    ])
    expect(summed.ok && allNodes(summed.rubric).map(({ points: worth }) => worth)).toEqual([
      120_000, 80_000, 0, 40_000, 40_000, 40_000,
    ])
    const one = editRubric(SMALL, { type: 'sum', within: 'g' })
    expect(one.ok && one.rubric.categories[0]?.points).toBe(100_000)
    expect(one.ok && findNode(one.rubric, 'g')?.node.points).toBe(80_000)
  })
})

describe('a draft', () => {
  it('says which texts are still empty, beside what the proof says', () => {
    const found = blanksIn(SMALL)
    expect(found.filter(({ place }) => place === 'a')).toEqual([
      { code: 'text-empty', level: 'error', place: 'a', detail: 'rule' },
    ])
    const all = proveDraft(made(put(CATEGORY, { ...item('x'), title: '' })))
    const empty = all.filter(({ code, detail }) => code === 'text-empty' && detail === 'title')
    expect(empty).toHaveLength(1)
  })

  it('of the built-in standard is whole, and a copy keeps the ids of its nodes', () => {
    const builtin = readBuiltinRubric(join(__dirname, '../../../../../resources'))
    expect(blanksIn(builtin)).toEqual([])
    const copy = copyOfRubric(builtin, 'mine', '我的标准')
    expect(copy).toMatchObject({ id: 'mine', title: '我的标准', version: '1' })
    expect(allItems(copy)[0]?.id).toBe(allItems(builtin)[0]?.id)
    let no = 0
    const first = builtin.categories[0]
    const again = first === undefined ? null : withNewIds(first, () => `n${++no}`)
    expect(again === null ? 0 : new Set([again.id, ...again.children.map(({ id }) => id)]).size).toBe(
      1 + (first?.children.length ?? 0),
    )
  })

  it.each([
    ['1', [], '2'],
    ['1', ['2', '3'], '4'],
    ['2024.9', [], '2024.10'],
    ['v1', [], 'v2'],
    ['试行', [], '试行.2'],
    ['2024年修订', [], '2024年修订.2'],
    ['2024', ['2024.2'], '2024.3'],
  ])('version %s is raised', (version, taken, wanted) => {
    expect(raised(version, taken)).toBe(wanted)
  })
})

describe('the way back and forth', () => {
  const step = (rubric: Rubric, title: string) => ({ ...rubric, title })
  it('undo and redo are each other’s opposite; letters typed in one go are one step', () => {
    const start = historyOf(SMALL)
    const one = stepTo(start, step(SMALL, '甲'), 'head.title', 1000)
    const two = stepTo(one, step(SMALL, '甲乙'), 'head.title', 1400)
    expect(two.past).toHaveLength(1)
    const three = stepTo(two, step(SMALL, '甲乙丙'), 'head.title', 9000)
    expect(three.past).toHaveLength(2)
    expect(undo(three).present.title).toBe('甲乙')
    expect(undo(undo(three)).present).toBe(SMALL)
    expect(undo(undo(undo(three))).present).toBe(SMALL)
    expect(redo(undo(three)).present).toBe(three.present)
    expect(redo(three)).toBe(three)
    const other = stepTo(undo(three), step(SMALL, '丁'), null, 9100)
    expect(other.future).toEqual([])
    expect(stepTo(other, other.present, null, 9200)).toBe(other)
  })
})
