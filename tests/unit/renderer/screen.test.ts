import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepScreen, keptScreen, type Screen } from '../../../renderer/app/screen'

const kept = new Map<string, string>()

beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

describe('the screen kept over a reload', () => {
  it.each<Screen>([
    { name: 'home' },
    { name: 'new-round' },
    { name: 'scoring', sheetId: 'a' },
    { name: 'seal', sheetId: 'a' },
    { name: 'standards' },
    { name: 'standards', digest: 'b' },
    { name: 'standards-editor', draftId: 'd' },
    { name: 'versions', before: 'a', after: 'b', sheetId: 's' },
    { name: 'versions', before: 'a' },
    { name: 'verify' },
    { name: 'verify', path: '/x.zip' },
    { name: 'trust' },
    { name: 'settings' },
  ])('%j comes back', (screen) => {
    keepScreen(screen)
    expect(keptScreen()).toEqual(screen)
  })

  it.each(['', '{', 'null', '[]', '{"name":"scoring"}', '{"name":"scoring","sheetId":7}', '{"name":"gone"}'])(
    '%j means home',
    (text) => {
      kept.set('scorebench.screen', text)
      expect(keptScreen()).toEqual({ name: 'home' })
    },
  )
})
