import { expect, test } from 'vitest'
import { CHECK_CODES } from '../../../electron/result-package/findings'
import { check as english } from '../../../renderer/i18n/en/check'
import { check as chinese } from '../../../renderer/i18n/zh-CN/check'

test('every check has a sentence in both languages, and no sentence is left over', () => {
  const codes = [...CHECK_CODES].sort()
  expect(Object.keys(chinese).sort()).toEqual(codes)
  expect(Object.keys(english).sort()).toEqual(codes)
})
