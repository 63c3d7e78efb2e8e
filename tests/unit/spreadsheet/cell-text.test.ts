import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnName } from '../../../shared/spreadsheet/workbook/cell-names'
import { cellText, xmlText, xstring } from '../../../shared/spreadsheet/xlsx-writer/cell-text'

describe('cell text', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86 371', "'+86 371"],
    ['-3处', "'-3处"],
    ['@SUM', "'@SUM"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['3.10', '3.10'],
    ['扣0.2分=不合格', '扣0.2分=不合格'],
    ['a\u0001b', 'a␁b'],
    ['a\u0085b\ufffe', 'a\ufffdb\ufffd'],
    ['甲\r\n乙', '甲\n乙'],
  ])('%j becomes %j', (text, expected) => {
    expect(cellText(text)).toBe(expected)
  })

  test('whatever comes in, XML can hold it and no formula starts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const shown = cellText(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        expect(shown).not.toMatch(/^\s*[=+\-@]/)
        expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown)
      }),
    )
  })

  test('a text longer than a cell may be is cut and says so', () => {
    const shown = cellText('城'.repeat(40_000))
    expect(shown).toHaveLength(32_767)
    expect(shown).toMatch(/其余见结果包内 result\.json）$/)
  })

  test('escapes', () => {
    expect(xmlText('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;')
    expect(xstring('_x000D_ _x1_')).toBe('_x005F_x000D_ _x1_')
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
