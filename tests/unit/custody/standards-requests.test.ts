import { describe, expect, it } from 'vitest'
import { emptyRubric } from '../../../shared/domain/rubric/edit/starting-points'
import { readRequest } from '../../../shared/schema/requests-schema'
import { SMALL_RUBRIC } from './sheet-fixture'

const ID = '00000000-0000-4000-8000-000000000001'
const EMPTY = emptyRubric('own', () => 'n-1', { title: '', category: '', grades: ['', '', '', ''] })

/** A value nested so deep that recursion without a limit would end the program. */
function deep(levels: number): unknown {
  let value: unknown = {}
  for (let level = 0; level < levels; level++) value = { children: [value] }
  return value
}

describe('what a draft may be saved as', () => {
  it.each([
    ['a standard', SMALL_RUBRIC],
    ['one whose texts are still empty', EMPTY],
  ])('%s', (_name, rubric) => {
    expect(readRequest('saveDraft', [ID, rubric])).toEqual([ID, rubric])
    expect(readRequest('createDraft', [rubric, null])).toEqual([rubric, null])
    const imported = { file: '标准.xls', sha256: 'a'.repeat(64), decisions: [] }
    expect(readRequest('createImportedDraft', [rubric, imported])).toEqual([rubric, imported])
    expect(readRequest('createImportedDraft', [rubric, { ...imported, sha256: '../x' }])).toBeNull()
    expect(readRequest('createImportedDraft', [rubric, null])).toBeNull()
  })

  it.each([
    ['nothing', null],
    ['a member more', { ...EMPTY, more: 1 }],
    ['a member less', { ...EMPTY, grades: undefined }],
    ['points that are no whole thousandths', { ...EMPTY, points: 0.5 }],
    ['a prototype', JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(EMPTY).slice(1)}`)],
    ['an id that is a path', { ...EMPTY, id: '../x' }],
    ['no id', { ...EMPTY, id: ' ' }],
    ['a tree without end', { ...EMPTY, categories: [deep(100_000)] }],
  ])('not %s', (_name, rubric) => {
    expect(readRequest('saveDraft', [ID, rubric])).toBeNull()
  })
})
