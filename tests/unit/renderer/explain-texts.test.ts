import { expect, test } from 'vitest'
import { pathTo } from '../../../renderer/components/node-path'
import { explain as english } from '../../../renderer/i18n/en/explain'
import { explain as chinese } from '../../../renderer/i18n/zh-CN/explain'
import { annexLines, noteWords } from '../../../renderer/print/annex-lines'
import { explainSheet } from '../../../shared/domain/explain/explain-sheet'
import { points } from '../../../shared/domain/points'
import {
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rubricOf,
  scored,
  sheetOf,
} from '../domain/scoring/small-standard'

const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) } as const
const inner = itemOf('2.1', 2_000, [litter])
const group = { id: 'g', code: '2', title: '保洁', points: inner.points, children: [inner] }
const items = ['1.1', '1.2', '1.3'].map((id) => itemOf(id, 2_000, [litter], { exclusion: 'normalise' }))
const category = categoryOf('1', 10_000, [...items, group])

test('a sentence that takes a detail takes it in both languages', () => {
  const takes = (words: string) => words.includes('{{detail}}')
  for (const [code, words] of Object.entries(chinese.note))
    expect(takes(english.note[code as keyof typeof english.note]), code).toBe(takes(words))
})

test('the way down to a number; groups are on it where they have one of their own', () => {
  const codes = (rubric: Parameters<typeof pathTo>[0], node: string) =>
    pathTo(rubric, node).map(({ code }) => code)
  const plain = rubricOf([category])
  expect(codes(plain, 'total')).toEqual([])
  expect(codes(plain, '1')).toEqual(['1'])
  expect(codes(plain, '2.1')).toEqual(['1', '2.1'])
  expect(codes(plain, '2.1/a')).toEqual(['1', '2.1', 'a'])
  expect(codes(plain, 'nowhere')).toEqual([])
  expect(codes(rubricOf([category], { exclusionScope: 'group' }), '2.1')).toEqual(['1', '2', '2.1'])
})

test('the annex tells what was found or left out, names what nobody has checked, and passes over what is clear', () => {
  const sheet = sheetOf({
    '1.1': scored({ a: { kind: 'count', n: 2 } }),
    '1.2': excludedFor('无此设施'),
    '1.3': CLEAR,
  })
  const linesOf = (scope: 'category' | 'group') => {
    const [node] = explainSheet(rubricOf([category], { exclusionScope: scope }), sheet).children
    if (node === undefined) throw new Error('no category')
    const { told, open } = annexLines(node)
    return { told: told.map(({ id }) => id), open: open.map(({ id }) => id) }
  }
  expect(linesOf('category')).toEqual({ told: ['1.1', '1.2'], open: ['2.1'] })
  expect(linesOf('group')).toEqual({ told: ['1.1', '1.2', 'g'], open: ['2.1'] })
})

test('a note on paper says what it says on screen', () => {
  const codeOf = (id: string) => `编号${id}`
  expect(noteWords({ code: 'capped', detail: '1' }, codeOf)).toBe('到顶：最多扣 1 分')
  expect(noteWords({ code: 'clear', detail: '' }, codeOf)).toBe('已查无问题')
  expect(noteWords({ code: 'counted-elsewhere', detail: 'x/a' }, codeOf)).toContain('编号x a')
})
