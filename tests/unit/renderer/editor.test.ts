import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { readNumber, writeNumber } from '../../../renderer/components/clause-editor/fields/use-number-text'
import { formsFor } from '../../../renderer/components/clause-editor/form-select'
import { withMeetingBounds } from '../../../renderer/components/clause-editor/forms/tier-bounds'
import { placeBranch, placeCopy, placeItem } from '../../../renderer/features/standards-editor/new-nodes'
import { branchesOver, outlineRows } from '../../../renderer/features/standards-editor/outline-rows'
import { proofOf } from '../../../renderer/features/standards-editor/proof-view'
import { figuresOf, repairsOf } from '../../../renderer/features/standards-editor/repairs'
import { titleFrom } from '../../../renderer/features/standards-editor/title-from'
import { en } from '../../../renderer/i18n/en/catalogue'
import { zhCN } from '../../../renderer/i18n/zh-CN/catalogue'
import type { Milli } from '../../../shared/domain/points'
import { DIAGNOSTIC_CODES } from '../../../shared/domain/rubric/diagnostic'
import type { RubricEdit } from '../../../shared/domain/rubric/edit/edit'
import { editAll } from '../../../shared/domain/rubric/edit/edit-rubric'
import { followSums, hasFollowedSums } from '../../../shared/domain/rubric/edit/follow-sums'
import { allNodes, findNode } from '../../../shared/domain/rubric/edit/tree'
import { allItems, type Rubric } from '../../../shared/domain/rubric/rubric'

const rubric = readBuiltinRubric(join(__dirname, '../../../resources'))

function edited(edits: readonly RubricEdit[], from: Rubric = rubric): Rubric {
  const step = editAll(from, edits)
  if (!step.ok) throw new Error(step.code)
  return step.rubric
}

const [category] = rubric.categories
const [item] = allItems(rubric)
if (category === undefined || item === undefined) throw new Error('no standard')

describe('sentences', () => {
  it.each(DIAGNOSTIC_CODES)('there is one for %s in both languages', (code) => {
    expect(zhCN.diagnostic[code]).toMatch(/\p{Script=Han}/u)
    expect(en.diagnostic[code]).toMatch(/^[^\p{Script=Han}]+$/u)
  })
})

describe('what is wrong, where, and what puts it right', () => {
  it('the built-in standard has no errors', () => {
    expect(proofOf(rubric).errors).toBe(0)
  })

  it('a sum that is off says by how much, and each repair mends it', () => {
    const parent = findNode(rubric, item.id)?.parent
    const off = edited([{ type: 'change', id: item.id, change: { points: (item.points + 500) as never } }])
    const proof = proofOf(off)
    const sums = proof.findings.filter(({ diagnostic }) => diagnostic.code === 'points-sum')
    expect(sums.map(({ node }) => node?.id)).toEqual([parent?.id])
    const [finding] = sums
    if (finding === undefined) throw new Error('nothing found')
    expect(figuresOf(finding, off).off).toBe('+0.5')
    expect(proof.levelOf(finding.node?.code ?? '')).toBe('error')
    expect(proof.of(parent?.id ?? '')).toContain(finding)
    const repairs = repairsOf(finding, off)
    expect(repairs.map(({ name }) => name)).toEqual(['sum', 'last'])
    for (const { edits } of repairs) {
      const mended = proofOf(edited(edits, off)).findings
      expect(
        mended.filter(({ diagnostic, node }) => diagnostic.code === 'points-sum' && node?.id === parent?.id),
      ).toEqual([])
    }
  })

  it('weights that are off can be shared, or the rest given to the last', () => {
    const off = edited([{ type: 'change', id: category.id, change: { weight: 900 } }])
    const [finding] = proofOf(off).findings
    if (finding === undefined) throw new Error('nothing found')
    expect(finding).toMatchObject({ diagnostic: { code: 'weights-sum' }, node: null })
    expect(figuresOf(finding, off)).toEqual({ sum: '99', points: '100', off: '−1' })
    for (const { edits } of repairsOf(finding, off)) expect(proofOf(edited(edits, off)).errors).toBe(0)
  })

  it('a number used twice is found at its place, and renumbering mends it', () => {
    const off = edited([{ type: 'change', id: item.id, change: { code: category.code } }])
    const finding = proofOf(off).findings.find(({ diagnostic }) => diagnostic.code === 'code-twice')
    if (finding === undefined) throw new Error('nothing found')
    const [repair] = repairsOf(finding, off)
    expect(proofOf(edited(repair?.edits ?? [], off)).errors).toBe(0)
  })

  it('a finding about a clause names item and clause', () => {
    const [clause] = item.clauses
    if (clause === undefined) throw new Error('no clause')
    const off = edited([
      { type: 'clauses', id: item.id, clauses: [{ ...clause, text: '别的话' }, ...item.clauses.slice(1)] },
    ])
    const finding = proofOf(off).findings.find(({ diagnostic }) => diagnostic.code === 'text-not-in-rule')
    expect(finding).toMatchObject({ level: 'warning', clause: clause.id })
    expect(finding?.node?.id).toBe(item.id)
  })
})

describe('the tree on show', () => {
  it('has a line for every node, and none below a closed one', () => {
    expect(outlineRows(rubric, new Set())).toHaveLength(allNodes(rubric).length)
    expect(outlineRows(rubric, new Set(rubric.categories.map(({ id }) => id)))).toHaveLength(
      rubric.categories.length,
    )
    expect(branchesOver(rubric, item.id)[0]).toBe(category.id)
    expect(branchesOver(rubric, 'nobody')).toEqual([])
  })

  it('puts new lines behind the chosen one, with a number that nobody has', () => {
    const codes = new Set(allNodes(rubric).map(({ code }) => code))
    for (const place of [placeItem, placeBranch, placeCopy]) {
      const placed = place(rubric, item.id)
      if (placed === null) throw new Error('nowhere')
      const node = findNode(edited([placed.edit]), placed.id)
      expect(node?.at).toBe(1)
      expect(codes.has(node?.node.code ?? '')).toBe(false)
    }
    const first = placeItem(rubric, category.id)
    expect(first === null ? -1 : findNode(edited([first.edit]), first.id)?.at).toBe(category.children.length)
    expect(placeItem(rubric, 'nobody')).toBeNull()
  })

  it('a group follows what stands below it, unless it was set by hand; a category promises', () => {
    const parent = findNode(rubric, item.id)?.parent
    if (parent === null || parent === undefined) throw new Error('no parent')
    expect(hasFollowedSums(rubric)).toBe(true)
    const more = edited([{ type: 'change', id: item.id, change: { points: (item.points + 500) as never } }])
    const followed = followSums(rubric, more)
    expect(findNode(followed, parent.id)?.node.points).toBe(parent.points + 500)
    expect(followed.categories[0]?.points).toBe(category.points)
    expect(followed.categories[1]).toBe(rubric.categories[1])
    const byHand = edited([{ type: 'change', id: parent.id, change: { points: 1000 as never } }])
    expect(followSums(rubric, byHand)).toBe(byHand)
    const later = edited([{ type: 'change', id: item.id, change: { points: 100 as never } }], byHand)
    expect(findNode(followSums(byHand, later), parent.id)?.node.points).toBe(1000)
  })
})

describe('fields', () => {
  it.each([
    ['0.2', 1000, 200],
    ['１２．５', 100, 1250],
    ['12.345', 100, null],
    ['3', 1, 3],
    ['3.5', 1, null],
    ['-1', 1000, null],
    ['abc', 1000, null],
    ['', 1000, null],
    ['1000000.1', 1000, null],
    ['100.01', 100, null],
  ] as const)('%s in steps of 1/%d is %s', (text, unit, wanted) => {
    expect(readNumber(text, unit, false)).toBe(wanted)
    if (wanted !== null) expect(readNumber(writeNumber(wanted, unit), unit, false)).toBe(wanted)
  })

  it('tiers are made to meet, whichever way round they are listed', () => {
    const tier = (id: string, min?: number, more: object = {}) => ({
      id,
      label: id,
      outcome: { effect: 'zero' } as const,
      ...(min === undefined ? {} : { min: min as Milli }),
      ...more,
    })
    const falling = [tier('a', 90, { isMinOpen: true }), tier('b', 80), tier('c')]
    const met = withMeetingBounds(falling)
    expect(met).toMatchObject([{ id: 'a' }, { id: 'b', max: 90, isMaxClosed: true }, { id: 'c', max: 80 }])
    expect(met[0]).not.toHaveProperty('max')
    expect(met[2]).not.toHaveProperty('isMaxClosed')
    expect(withMeetingBounds([...falling].reverse())).toEqual([...met].reverse())
  })

  it('an item of a special kind has its one form; a nested rule is not by subject', () => {
    expect(formsFor('veto', false)).toEqual(['veto'])
    expect(formsFor('normal', false)).toContain('by-subject')
    expect(formsFor('normal', true)).not.toContain('by-subject')
  })

  it('an item without a title takes its first words', () => {
    expect(titleFrom('  主次干道实行普扫，路面见本色。')).toBe('主次干道实行普扫')
    expect(titleFrom('一二三四五六七八九十一二三四五六七八九十一')).toHaveLength(20)
    expect(titleFrom('')).toBe('')
  })
})
