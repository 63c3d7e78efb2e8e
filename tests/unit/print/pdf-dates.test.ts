import { describe, expect, test } from 'vitest'
import { withFixedDates } from '../../../electron/main/pdf-dates'

const pdf = (created: string, modified = created) =>
  Buffer.from(
    `%PDF-1.4\n%\u00d3\u00eb\n1 0 obj\n<</Creator (x)\n/CreationDate (${created})\n/ModDate (${modified})>>\nendobj\nxref\n%%EOF`,
    'latin1',
  )

describe('dates of a PDF', () => {
  test('become the sealed time, and every offset stays', () => {
    const before = pdf("D:20261123160229+00'00'")
    const after = withFixedDates(before, '2026-11-23T02:46:00.123Z')
    expect(after).toEqual(pdf("D:20261123024600+00'00'"))
    expect(after).toHaveLength(before.length)
    expect(before).toEqual(pdf("D:20261123160229+00'00'"))
  })

  test('two prints of the same sheet become equal', () => {
    const at = '2026-11-23T02:46:00.000Z'
    expect(withFixedDates(pdf("D:20261123160229+00'00'"), at)).toEqual(
      withFixedDates(pdf("D:20261124010101+00'00'", "D:20261124010102+00'00'"), at),
    )
  })

  test.each([
    ['no date at all', Buffer.from('%PDF-1.4 nothing')],
    ['a date in a zone of its own', pdf("D:20261123160229+08'00'")],
    ['a date without seconds', pdf('D:202611231602')],
  ])('%s is refused', (_name, bytes) => {
    expect(() => withFixedDates(bytes, '2026-11-23T02:46:00.000Z')).toThrow(RangeError)
  })

  test('a time that is none is refused', () => {
    expect(() => withFixedDates(pdf("D:20261123160229+00'00'"), 'today')).toThrow(RangeError)
  })
})
