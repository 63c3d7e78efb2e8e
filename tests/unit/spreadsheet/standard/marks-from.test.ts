import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allItems } from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { ANY_SUBJECT, playCommands } from '../../../../shared/domain/sheet/play-commands'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import { scoreIn } from '../../../../shared/spreadsheet/standard/filled-sums'
import { marksFrom } from '../../../../shared/spreadsheet/standard/marks-from'
import { standardOf } from '../../../../shared/spreadsheet/standard/standard-of'
import type { Book } from '../../../../shared/spreadsheet/workbook/book'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'

const SHEET = join(__dirname, '../../../fixtures/workbooks/already-scored.xlsx')

function imported(bytes: Uint8Array, name: string) {
  const opened = openBook(bytes, name)
  if (!opened.ok) throw new Error(opened.code)
  const reading = readRubric(opened.book)
  const { rubric } = standardOf(reading, { id: 'own', file: name, sha256: '0'.repeat(64) })
  return { book: opened.book as Book, reading, rubric, made: marksFrom(reading, rubric, opened.book) }
}

/** A table of one item with a score and a reason. */
function scored(rule: string, points: string, score: string, reason: string) {
  const text = `考核表\n序号,考核内容,评分标准,分值,得分,扣分原因\n1,街面整洁有序,${rule},${points},${score},${reason}\n2,台账齐全,无台账不得分,2,2,\n`
  return imported(new TextEncoder().encode(text), 'scored.csv')
}

describe('a workbook that someone has scored', () => {
  const { rubric, reading, made } = imported(new Uint8Array(readFileSync(SHEET)), 'already-scored.xlsx')
  const { state, refused } = playCommands(rubric, ANY_SUBJECT, made.commands)
  const score = scoreSheet(rubric, state)

  it('becomes commands that a sheet allows', () => expect(refused).toEqual([]))

  it('gives every item the score that was filled in', () => {
    for (const [at, { filled, kind }] of reading.items.entries()) {
      const own = made.items[at]
      const got = score.items[at]
      if (filled?.score == null || own?.how === 'excluded') continue
      expect([at + 1, kind === 'normal' ? got?.high : got?.extraHigh]).toEqual([
        at + 1,
        scoreIn(filled.score),
      ])
    }
  })

  it('says which scores come to be in one way only, and which a person has to look at', () => {
    expect(made.items.map(({ how }) => how).join(' ')).toBe(
      'exact clear exact exact assumed exact exact exact clear assumed exact excluded blank open clear clear exact clear exact exact',
    )
  })

  it('takes counts from the reason where several would come to the score', () => {
    const item = allItems(rubric)[7]?.id
    expect(made.commands.filter((one) => 'item' in one && one.item === item)).toMatchObject([
      { clause: 'r1', mark: { value: { kind: 'count', n: 3 }, reason: '主路3处，小巷1处' } },
      { clause: 'r2', mark: { value: { kind: 'count', n: 1 } } },
    ])
  })
})

describe('a score', () => {
  it.each<[string, string, string, string, string, string]>([
    ['each count is told by the price', '每处扣0.5分', '5', '3.5', '', 'exact'],
    ['full width, with its unit', '每处扣0.5分', '5', '３．５分', '３处', 'exact'],
    ['a number in the reason that is another', '每处扣0.5分', '5', '3.5', '4处', 'assumed'],
    ['at nothing, any more would too', '每处扣0.5分', '5', '0', '', 'assumed'],
    ['of every three', '每3处扣0.5分', '5', '4.5', '', 'assumed'],
    ['of every three, counted', '每3处扣0.5分', '5', '4.5', '共4处', 'exact'],
    ['that no marks come to', '每处扣0.5分', '5', '3.3', '', 'open'],
    ['above the item', '每处扣0.5分', '5', '6', '', 'open'],
    ['below nothing', '每处扣0.5分', '5', '-1', '', 'open'],
    ['in words', '每处扣0.5分', '5', '较好', '', 'open'],
    ['not filled in', '每处扣0.5分', '5', '', '', 'blank'],
    ['a reason alone', '每处扣0.5分', '5', '', '1处', 'open'],
    ['does not apply', '每处扣0.5分', '5', '/', '无此设施', 'excluded'],
    ['full marks with a remark', '每处扣0.5分', '5', '5', '很好', 'clear'],
    ['at discretion', '视情况扣1—3分', '5', '3', '脏乱', 'exact'],
    ['of a clause for a person', '按有关文件执行', '5', '3', '通报', 'exact'],
  ])('%s', (_name, rule, points, score, reason, how) => {
    const { made, rubric } = scored(rule, points, score, reason)
    expect(made.items[0]).toMatchObject({ how, score })
    expect(playCommands(rubric, ANY_SUBJECT, made.commands).refused).toEqual([])
    const words = JSON.stringify(
      made.commands.filter((one) => 'item' in one && one.item === made.items[0]?.item),
    )
    if (reason !== '' && how !== 'blank') expect(words).toContain(reason)
  })

  it.each([
    ['9.50', 9500],
    [' 3．5 分', 3500],
    ['+2', 2000],
    ['-3', -3000],
    ['', null],
    ['1.2345', null],
    ['两分', null],
  ])('%s is read', (text, value) => expect(scoreIn(text)).toBe(value))
})

describe('the workbook’s own sums', () => {
  const rows = (subtotal: string, total: string) =>
    `考核表\n序号,大项,考核内容,评分标准,分值,得分\n1,市容,路面整洁,每处扣0.5分,10,9.5\n2,市容,无占道,每处扣1分,10,8\n小计,,,,20,${subtotal}\n3,绿化,无缺株,每株扣0.5分,10,10\n小计,,,,10,10\n合计,,,,30,${total}\n`
  const differences = (text: string) => imported(new TextEncoder().encode(text), 'sums.csv').made.differences

  it('that are right are not spoken of', () => expect(differences(rows('17.5', '27.5'))).toEqual([]))
  it('that are not filled in neither', () => expect(differences(rows('', ''))).toEqual([]))
  it('that are wrong are, by cell', () =>
    expect(differences(rows('18', '28'))).toEqual([
      { where: expect.stringMatching(/!F5$/), name: '小计', printed: 18_000, recomputed: 17_500 },
      { where: expect.stringMatching(/!F8$/), name: '合计', printed: 28_000, recomputed: 27_500 },
    ]))
})
