import { describe, expect, it } from 'vitest'
import {
  ALL,
  isRenumbered,
  kindsIn,
  placesIn,
  shownChanges,
} from '../../../renderer/features/versions/shown-changes'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { differenceOf } from '../../../shared/domain/versions/difference'
import { DIFFERENCE_WORDS } from '../../../shared/domain/versions/difference-words'
import { categoryOf, itemOf, rubricOf } from '../domain/scoring/small-standard'
import { CLAUSES } from '../domain/versions/every-form'

const item = (id: string, code: string, more: Partial<Item> = {}) =>
  itemOf(id, 2_000, [CLAUSES['all-or-nothing']], { code, title: `${id}项`, ...more })
const difference = differenceOf(
  rubricOf([
    categoryOf('c1', 5_000, [item('a', '1.1'), item('b', '1.2')]),
    categoryOf('c2', 5_000, [item('z', '2.1'), item('gone', '2.2')]),
  ]),
  rubricOf([
    categoryOf('c1', 5_000, [
      item('new', '1.1'),
      item('a', '1.2'),
      item('b', '1.3', { papers: ['整改台账'] }),
    ]),
    categoryOf('c2', 5_000, [item('z', '2.1')]),
  ]),
)
const words = DIFFERENCE_WORDS.zh
const shown = (narrowing: object) =>
  shownChanges(difference.changes, { ...ALL, ...narrowing }, words).map(({ id }) => id)

describe('the list of changes', () => {
  it('leaves out what only has another number, until that is asked for', () => {
    expect(difference.changes.filter(isRenumbered).map(({ id }) => id)).toEqual(['a'])
    expect(shown({})).toEqual(['c1', 'new', 'b', 'c2', 'gone'])
    expect(shown({ kind: 'renumbered' })).toEqual(['a', 'b'])
    expect(shown({ words: 'a项' })).toEqual(['a'])
  })

  it('is narrowed by kind, by place and by words of either version', () => {
    expect(shown({ kind: 'gone' })).toEqual(['gone'])
    expect(shown({ place: 'c2' })).toEqual(['c2', 'gone'])
    expect(shown({ words: '整改 台账' })).toEqual(['b'])
    expect(shown({ words: '1.2' })).toEqual(['a', 'b'])
    expect(shown({ words: '不存在' })).toEqual([])
  })

  it('counts by kind and by category', () => {
    expect(kindsIn(difference).map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'added 1',
      'gone 1',
      'repointed 2',
      'papers 1',
      'renumbered 2',
    ])
    expect(placesIn(difference.changes).map(({ id, count }) => `${id} ${count}`)).toEqual(['c1 4', 'c2 2'])
  })
})
