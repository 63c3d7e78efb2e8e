import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TextSpan, textSpans } from '../../../../shared/domain/versions/text-spans'

const marked = (spans: readonly TextSpan[]) =>
  spans
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

interface Stretch {
  readonly same: number
  readonly gone: number
  readonly added: number
}

/** Two texts with no character twice, so that but one difference is right: runs that stay, each with a change behind. */
function wordings(stretches: readonly Stretch[]) {
  let next = 0x4e00
  const fresh = (length: number) =>
    Array.from({ length }, () => {
      next += 1
      return String.fromCodePoint(next)
    }).join('')
  const spans = stretches.flatMap(({ same, gone, added }): readonly TextSpan[] => [
    { kind: 'same', text: fresh(same) },
    { kind: 'gone', text: fresh(gone) },
    { kind: 'added', text: fresh(added) },
  ])
  const without = (kind: TextSpan['kind']) =>
    spans.flatMap((span) => (span.kind === kind ? [] : [span.text])).join('')
  return {
    before: without('added'),
    after: without('gone'),
    spans: spans.filter(({ text }) => text !== ''),
  }
}

describe('two wordings', () => {
  it.each([
    ['每发现一处扣0.2分', '每发现一处扣0.3分', '每发现一处扣0.[-2-]{+3+}分'],
    ['主次干道路面干净。', '主次干道、背街小巷路面干净。', '主次干道{+、背街小巷+}路面干净。'],
    ['路面干净，无积尘。', '路面干净。', '路面干净[-，无积尘-]。'],
    ['', '新增内容', '{+新增内容+}'],
    ['不变', '不变', '不变'],
    // One character that happens to stay says nothing; two do.
    ['一甲二乙三', '一子二丑三', '一[-甲二乙-]{+子二丑+}三'],
    ['一甲二三乙四', '一子二三丑四', '一[-甲-]{+子+}二三[-乙-]{+丑+}四'],
    // Three of ten in between stayed, then three of eleven.
    ['甲乙丙丁一二三戊己庚', '子丑寅卯一二三辰巳午', '[-甲乙丙丁-]{+子丑寅卯+}一二三[-戊己庚-]{+辰巳午+}'],
    ['甲乙丙丁一二三戊己庚辛', '子丑寅卯一二三辰巳午', '[-甲乙丙丁一二三戊己庚辛-]{+子丑寅卯一二三辰巳午+}'],
    // What both ends could claim is claimed once.
    ['路路面', '路面', '路[-路-]面'],
    ['路面', '路路面', '路{+路+}面'],
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

  it('are told apart where they differ and nowhere else', () => {
    const stretch = fc.record({
      same: fc.integer({ min: 4, max: 8 }),
      gone: fc.integer({ min: 0, max: 3 }),
      added: fc.integer({ min: 0, max: 3 }),
    })
    const isChange = ({ gone, added }: Stretch) => gone + added > 0
    fc.assert(
      fc.property(fc.array(stretch.filter(isChange), { maxLength: 6 }), fc.nat(5), (stretches, same) => {
        const { before, after, spans } = wordings([...stretches, { same, gone: 0, added: 0 }])
        expect(textSpans(before, after)).toEqual(spans)
      }),
    )
  })

  it('are told apart up to as many changes as anybody would read', () => {
    const patchwork = (changes: number) =>
      wordings(Array.from({ length: changes }, () => ({ same: 4, gone: 3, added: 3 })))
    const some = patchwork(100)
    expect(textSpans(some.before, some.after)).toEqual(some.spans)
    const many = patchwork(101)
    expect(textSpans(many.before, many.after).map(({ kind }) => kind)).toEqual(['same', 'gone', 'added'])
  })

  // A comparison that ran away would not end before the test's own limit.
  it('of 4000 characters each, all changed, are replaced whole', () => {
    expect(textSpans('甲乙丙丁'.repeat(1000), '戊己庚辛'.repeat(1000))).toHaveLength(2)
  })
})
