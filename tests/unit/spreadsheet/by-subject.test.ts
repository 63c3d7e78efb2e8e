import { describe, expect, it } from 'vitest'
import { points } from '../../../shared/domain/points'
import type { Subject } from '../../../shared/domain/round/round'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { rubricFor } from '../../../shared/domain/rubric/rubric-for'
import type { SheetCommand } from '../../../shared/domain/sheet/command'
import type { PlainValue } from '../../../shared/domain/sheet/mark'
import { markedClauses } from '../../../shared/spreadsheet/mark-wording'
import { writeResultsWorkbook } from '../../../shared/spreadsheet/results-workbook'
import { EVERY_FORM } from '../../e2e/every-form'
import { HEADER, scoredSheet } from './scored-sheet'

const CITY: Subject = { id: 'luoyang', name: '洛阳', league: '省辖市' }
const COUNTY: Subject = { id: 'huaxian', name: '滑县', league: '省直管县', kinds: ['县(市)'] }

const mark = (item: string, value: PlainValue, more: object = {}): SheetCommand => ({
  type: 'mark',
  item,
  clause: 'a',
  mark: { value, reason: '', ...more },
})
const seal: SheetCommand = { type: 'seal', reason: '只查了一部分' }

function sheet(subject: Subject, commands: readonly SheetCommand[]) {
  return scoredSheet(EVERY_FORM, [...commands, seal], { ...HEADER, subject })
}

/** The workbook's entries are stored as they are: its texts can be read in the bytes. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('filed papers of a standard that differs by kind of subject', () => {
  it('hold the items of the subject alone', () => {
    const city = textOf(writeResultsWorkbook(EVERY_FORM, sheet(CITY, [])))
    expect(city).toContain('地铁站口')
    expect(city).not.toContain('县域环境')
    const county = textOf(writeResultsWorkbook(EVERY_FORM, sheet(COUNTY, [])))
    expect(county).toContain('县域环境')
    expect(county).not.toContain('地铁站口')
  })

  it('tell a clause by what it says for the subject', () => {
    const value = { kind: 'value', value: points(37_000) } as const
    for (const [subject, effect] of [
      [CITY, '扣1分'],
      [COUNTY, '不扣分'],
    ] as const) {
      const result = sheet(subject, [mark('i22', value as never)])
      const rubric = rubricFor(EVERY_FORM, subject)
      const item = itemIndex(rubric).get('i22')
      const score = result.score.items.find((one) => one.item === 'i22')
      const made = result.marks.i22
      if (item === undefined || score === undefined || made === undefined) throw new Error('no i22')
      const [clause] = markedClauses(rubric, item, made, score)
      expect(clause).toMatchObject({ found: '绿地率37%', effect })
    }
  })

  it('say where a problem is counted instead, and that a rank is open', () => {
    const result = sheet(CITY, [
      mark('i13', { kind: 'count', n: 2 }, { place: '人民路' }),
      mark(
        'i14',
        { kind: 'count', n: 1 },
        {
          place: '人民路',
          sameAs: { item: 'i13', clause: 'a' },
          reason: '与 1.13 同一问题',
        },
      ),
      mark('i20', { kind: 'value', value: points(300_000) } as never),
    ])
    const text = textOf(writeResultsWorkbook(EVERY_FORM, result))
    expect(text).toContain('人民路：1处，与1.13同一问题，此处不扣分')
    expect(text).toContain('优良天数300天，扣0～3分（名次未定）')
  })
})
