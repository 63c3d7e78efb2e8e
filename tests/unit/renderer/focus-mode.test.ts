import { describe, expect, it } from 'vitest'
import { hasPhrase, withPhrase } from '../../../renderer/features/scoring/focus/phrases'
import { isSideways, SWIPE_LEAST, swipeOf } from '../../../renderer/features/scoring/focus/swipe'

describe('a finger that moves over the item', () => {
  const from = { x: 600, y: 400 }
  const to = (x: number, y: number) => ({ x: from.x + x, y: from.y + y })

  it.each([
    ['far to the left: the next item', -SWIPE_LEAST, 0, 1],
    ['far to the right: the previous one', SWIPE_LEAST, 10, -1],
    ['not far enough', -(SWIPE_LEAST - 1), 0, 0],
    ['slanting, but more sideways', -150, 90, 1],
    ['slanting, but more downwards: it scrolls', -150, 120, 0],
    ['straight down', 0, 300, 0],
    ['a tap', 2, 3, 0],
  ])('%s', (_what, x, y, expected) => {
    expect(swipeOf(from, to(x, y))).toBe(expected)
  })

  it('is on its way sideways only when it has left the place of a tap', () => {
    expect(isSideways(from, to(12, 0))).toBe(false)
    expect(isSideways(from, to(13, 0))).toBe(true)
    expect(isSideways(from, to(20, 20))).toBe(false)
  })
})

describe('phrases of a reason', () => {
  it('are added and taken away one by one', () => {
    expect(withPhrase('', '属实')).toBe('属实')
    expect(withPhrase('满溢', '属实')).toBe('满溢；属实')
    expect(withPhrase('满溢；属实', '满溢')).toBe('属实')
    expect(hasPhrase('满溢；属实', '属实')).toBe(true)
    expect(hasPhrase('情况属实', '属实')).toBe(false)
  })
})
