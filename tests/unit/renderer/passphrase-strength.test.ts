import { expect, test } from 'vitest'
import { strengthOf } from '../../../renderer/components/passphrase-strength'

test.each([
  ['', 'short'],
  ['abc1234', 'short'],
  ['12345678', 'weak'],
  ['aaaaaaaaaaaa', 'weak'],
  ['abcdefghijkl', 'weak'],
  ['orange bicycle', 'fair'],
  ['郑州城管考核口令', 'good'],
  ['orange bicycle river lantern', 'good'],
] as const)('%s is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength)
})
