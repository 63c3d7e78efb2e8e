import { expect, test } from 'vitest'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import { photosOf, pictureKey, picturesOf } from '../../../../shared/domain/findings/paper'

const ARROW: PhotoMark = { kind: 'arrow', from: [100, 100], to: [500, 500] }
const WORDS: PhotoMark = { kind: 'text', at: [200, 200], text: '破损' }

function photo(sha256: string, marks?: readonly PhotoMark[]): AttachedEvidence {
  const one = { sha256, name: `${sha256}.jpg`, media: 'image/jpeg', flags: [], size: 1 }
  return marks === undefined ? one : { ...one, marks }
}

const paper = (...evidence: readonly AttachedEvidence[]) => ({
  findings: [],
  loose: [{ item: 'i', evidence }],
})

test('a photo that two items drew on differently is one photo and two pictures', () => {
  const of = paper(photo('a', [ARROW]), photo('a', [WORDS]), photo('a', [ARROW]), photo('b'))
  expect(photosOf(of)).toEqual(['a', 'b'])
  expect(picturesOf(of).map(({ sha256, marks }) => ({ sha256, marks }))).toEqual([
    { sha256: 'a', marks: [ARROW] },
    { sha256: 'a', marks: [WORDS] },
    { sha256: 'b', marks: [] },
  ])
})

test('a photo that nothing is drawn on is named by its SHA-256, also where marks were taken off again', () => {
  expect(pictureKey(photo('a'))).toBe('a')
  expect(pictureKey(photo('a', []))).toBe('a')
  expect(pictureKey(photo('a', [ARROW]))).not.toBe('a')
})

test('files that no window shows are no pictures', () => {
  expect(picturesOf(paper({ ...photo('a'), media: 'application/pdf' }))).toEqual([])
})
