import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readVectors } from '../../../electron/cli/vector-files'
import { runVector } from '../../../electron/cli/vector-run'

const folder = join(__dirname, '../../vectors')
const all = await readVectors(folder)

test('every file of vectors can be read', () => {
  expect(all.filter(({ ok }) => !ok)).toEqual([])
})

describe('the cases worked out by hand', () => {
  const cases = all.flatMap((one) => (one.ok ? [[one.file.slice(folder.length + 1), one] as const] : []))
  test.each(cases.map(([file, one]) => [file, one.vector.title, one] as const))(
    '%s: %s',
    (_file, _title, one) => {
      expect(runVector(one.rubric, one.vector)).toEqual([])
    },
  )
})
