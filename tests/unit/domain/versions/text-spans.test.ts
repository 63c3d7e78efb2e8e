import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TextSpan, textSpans } from '../../../../shared/domain/versions/text-spans'

const marked = (spans: readonly TextSpan[]) =>
  spans
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('two wordings', () => {
  it.each([
    ['每发现一处扣0.2分', '每发现一处扣0.3分', '每发现一处扣0.[-2-]{+3+}分'],
    ['主次干道路面干净。', '主次干道、背街小巷路面干净。', '主次干道{+、背街小巷+}路面干净。'],
    ['路面干净，无积尘。', '路面干净。', '路面干净[-，无积尘-]。'],
    ['', '新增内容', '{+新增内容+}'],
    ['不变', '不变', '不变'],
    ['🚮垃圾', '🚯垃圾', '[-🚮-]{+🚯+}垃圾'],
  ])('%s → %s', (before, after, shown) => {
    expect(marked(textSpans(before, after))).toBe(shown)
  })

  it('that have hardly a character in common are shown as replaced whole', () => {
    expect(textSpans('建立健全长效管理机制', '每低一个百分点扣分，扣完为止')).toHaveLength(2)
  })

  it('join to what stood and to what stands', () => {
    const word = fc.string({ unit: fc.constantFrom('路', '面', '干', '净', '🚮', '0', '.'), maxLength: 40 })
    fc.assert(
      fc.property(word, word, (before, after) => {
        const spans = textSpans(before, after)
        const join = (without: TextSpan['kind']) =>
          spans.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')
        expect([join('added'), join('gone')]).toEqual([before, after])
      }),
    )
  })

  // A comparison that ran away would not end before the test's own limit.
  it('of 4000 characters each, all changed, are replaced whole', () => {
    expect(textSpans('甲乙丙丁'.repeat(1000), '戊己庚辛'.repeat(1000))).toHaveLength(2)
  })
})
