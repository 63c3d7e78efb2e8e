import { describe, expect, it } from 'vitest'
import type { SheetCard } from '../../../renderer/db/database'
import { roundRows, sheetToContinue } from '../../../renderer/features/home/sheet-rows'
import type { Round } from '../../../shared/domain/round/round'
import type { CorrectionOf, SheetHeader } from '../../../shared/domain/sheet/event'
import type { SheetSummary } from '../../../shared/ipc/contract'

const round: Round = {
  id: 'r1',
  kind: 'mock',
  title: '甲轮',
  date: '2026-11-23',
  rubricId: 'x',
  rubricVersion: '1',
  rubricTitle: '标准',
  rubricDigest: 'a'.repeat(64),
  subjects: [],
  team: [],
  createdAt: '2026-11-23T00:00:00.000Z',
}

function header(sheetId: string, subject: string, correction: CorrectionOf | null = null): SheetHeader {
  const { subjects: _subjects, team: _team, ...head } = round
  return {
    sheetId,
    round: head,
    subject: { id: subject, name: subject, league: '' },
    scorer: { name: '甲', unit: '', role: 'inspector' },
    correction,
  }
}

function sheet(head: SheetHeader, change: Partial<SheetSummary> = {}): SheetSummary {
  const lastAt = '2026-11-23T01:00:00.000Z'
  const whole = { seq: 1, head: 'b'.repeat(64), lastAt, isSealed: false, hasPackage: false, damage: null }
  return { header: head, ...whole, ...change }
}

function card(head: SheetHeader, lastAt: string, isSealed = false): SheetCard {
  const progress = { checked: 3, count: 291, low: 1000, high: 100_000 }
  return { sheetId: head.sheetId, roundId: 'r1', header: head, lastAt, isSealed, ...progress }
}

describe('rows of home', () => {
  const a = header('a', '郑州市')
  const b = header('b', '洛阳市')
  const c = header('c', '郑州市', { no: 1, sheetId: 'a', head: 'b'.repeat(64), reason: '更正' })

  it('put a correction under what it corrects, which says so', () => {
    const [rows] = roundRows(
      [round],
      [sheet(c), sheet(b), sheet(a, { isSealed: true, hasPackage: true })],
      [],
    )
    expect(rows?.sheets.map((row) => row.header.sheetId)).toEqual(['b', 'a', 'c'])
    expect(rows?.sheets.map((row) => row.hasCorrection)).toEqual([false, true, false])
    expect(rows?.sheets.map((row) => row.stage)).toEqual(['in-progress', 'packaged', 'in-progress'])
  })

  it('believe the card over a summary read earlier', () => {
    const [rows] = roundRows([round], [sheet(a)], [card(a, '2026-11-23T02:00:00.000Z', true)])
    expect(rows?.sheets[0]).toMatchObject({ stage: 'sealed', lastAt: '2026-11-23T02:00:00.000Z' })
  })

  it('show a broken chain above everything else', () => {
    const broken = sheet(a, { hasPackage: true, damage: { kind: 'broken-chain', line: 3 } })
    expect(roundRows([round], [broken], [])[0]?.sheets[0]?.stage).toBe('damaged')
  })

  it('list the sheets of a round whose own file is gone', () => {
    const [rows] = roundRows([], [sheet(a)], [])
    expect(rows).toMatchObject({ round: null, head: { title: '甲轮' } })
    expect(rows?.sheets).toHaveLength(1)
  })

  it('go on with the sheet changed last that is not finished', () => {
    const cards = [card(a, '2026-11-23T09:00:00.000Z', true), card(b, '2026-11-23T02:00:00.000Z')]
    const finished = [sheet(a, { isSealed: true, hasPackage: true }), sheet(b)]
    expect(sheetToContinue(roundRows([round], finished, cards))?.header.sheetId).toBe('b')
    const sealed = [sheet(a, { isSealed: true }), sheet(b)]
    expect(sheetToContinue(roundRows([round], sealed, cards))?.header.sheetId).toBe('a')
    expect(sheetToContinue(roundRows([round], [], []))).toBeNull()
  })
})
