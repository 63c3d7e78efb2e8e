import { describe, expect, it } from 'vitest'
import { ACTIONS, type KeyLike, SHORTCUTS, shortcutOf } from '../../../renderer/features/scoring/shortcuts'

const pressed = (key: string, held: Partial<KeyLike> = {}): KeyLike => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('shortcuts', () => {
  it('has one entry for each action, so that the help lists them all', () => {
    expect(SHORTCUTS.map(({ action }) => action).sort()).toEqual([...ACTIONS].sort())
  })

  it.each([
    [' ', {}, 'clear-and-next'],
    ['ArrowDown', {}, 'next'],
    ['7', {}, 'digit'],
    ['+', { shiftKey: true }, 'more'],
    ['N', { shiftKey: true }, 'exclude'],
    ['/', {}, 'search'],
    ['?', { shiftKey: true }, 'help'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['y', { metaKey: true }, 'redo'],
    ['Enter', { ctrlKey: true }, 'seal'],
    ['Enter', {}, 'next'],
  ] as const)('%j with %j is %s', (key, held, action) => {
    expect(shortcutOf(pressed(key, held), true)?.action).toBe(action)
  })

  it('leaves only keys that are no single printable key when those are switched off', () => {
    expect(shortcutOf(pressed(' '), false)).toBeUndefined()
    expect(shortcutOf(pressed('5'), false)).toBeUndefined()
    expect(shortcutOf(pressed('ArrowDown'), false)?.action).toBe('next')
    expect(shortcutOf(pressed('z', { ctrlKey: true }), false)?.action).toBe('undo')
  })

  it('leaves combinations that it does not know to the system', () => {
    expect(shortcutOf(pressed('c', { ctrlKey: true }), true)).toBeUndefined()
    expect(shortcutOf(pressed('n', { altKey: true }), true)).toBeUndefined()
  })
})
