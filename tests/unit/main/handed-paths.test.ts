import { expect, it } from 'vitest'
import { openHandedPaths } from '../../../electron/main/handed-paths'

it('only what was handed over is known, and the oldest are forgotten', () => {
  const handed = openHandedPaths()
  expect(handed.has('/photos/a.jpg')).toBe(false)
  handed.add(['/photos/a.jpg', '/photos'])
  expect([handed.has('/photos/a.jpg'), handed.has('/photos'), handed.has('/photos/b.jpg')]).toEqual([
    true,
    true,
    false,
  ])
  handed.add(Array.from({ length: 20_000 }, (_, no) => `/many/${no}`))
  expect([handed.has('/photos'), handed.has('/many/0'), handed.has('/many/19999')]).toEqual([
    false,
    true,
    true,
  ])
})
