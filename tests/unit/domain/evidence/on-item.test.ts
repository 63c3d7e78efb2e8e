import { describe, expect, it } from 'vitest'
import { type Evidence, MOST_ON_ITEM, MOST_ON_SHEET } from '../../../../shared/domain/evidence/evidence'
import { attachedAgain, evidenceNamed, evidenceOn } from '../../../../shared/domain/evidence/on-sheet'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { admits } from '../../../../shared/domain/sheet/admits'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import { carriedOf, type SheetEvent } from '../../../../shared/domain/sheet/event'
import { replaySheet, sheetResult } from '../../../../shared/domain/sheet/replay'
import { resultSchema } from '../../../../shared/schema/result-schema'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { opened, run } from '../sheet/journal'

const flaw = { form: 'all-or-nothing', deduct: 'all' } as const
const rubric = rubricOf([categoryOf('k', 10_000, [itemOf('x', 10_000, [flaw]), itemOf('y', 10_000, [flaw])])])
const photo = (no: number, size = 1000): Evidence => ({
  sha256: no.toString(16).padStart(64, '0'),
  name: `IMG_${no}.jpg`,
  media: 'image/jpeg',
  size,
  takenAt: '2026-11-23T09:30:00',
  flags: ['no-position'],
})
const attach = (item: string, ...evidence: Evidence[]): SheetCommand => ({ type: 'attach', item, evidence })
const sheet = (...commands: readonly SheetCommand[]) => run(rubric, opened(rubric), commands).state
const on = (state: ReturnType<typeof sheet>, item: string) =>
  state.items.get(item)?.evidence?.map(({ name }) => name) ?? []

describe('evidence on an item', () => {
  it('says nothing of how the item stands, and changes no number', () => {
    const state = sheet(attach('x', photo(1), photo(2)))
    expect(state.items.get('x')?.status).toBe('unchecked')
    expect(on(state, 'x')).toEqual(['IMG_1.jpg', 'IMG_2.jpg'])
    expect(scoreSheet(rubric, state)).toEqual(scoreSheet(rubric, sheet()))
    const together = sheet({ type: 'clear-rest', node: 'k' }, attach('x', photo(1)))
    expect(together.items.get('x')).toMatchObject({ status: 'clear', isTogether: true })
  })

  it('is undone and redone as one act, and stays when the item changes', () => {
    const both = attach('x', photo(1), photo(2))
    expect(on(sheet(both, { type: 'undo' }), 'x')).toEqual([])
    expect(on(sheet(both, { type: 'undo' }, { type: 'redo' }), 'x')).toHaveLength(2)
    const later = sheet(both, { type: 'clear', item: 'x' }, { type: 'reset', item: 'x' })
    expect(on(later, 'x')).toHaveLength(2)
  })

  it('is drawn on as an act of its own: undone, kept through a replay, carried, and in the result', () => {
    const sha256 = photo(1).sha256
    const arrow = { kind: 'arrow', from: [100, 200], to: [300, 400] } as const
    const draw = (...marks: (typeof arrow)[]): SheetCommand => ({
      type: 'annotate',
      item: 'x',
      sha256,
      marks,
    })
    const marksOn = (state: ReturnType<typeof sheet>) => state.items.get('x')?.evidence?.[0]?.marks
    expect(marksOn(sheet(attach('x', photo(1)), draw(arrow)))).toEqual([arrow])
    expect(marksOn(sheet(attach('x', photo(1)), draw(arrow), draw()))).toBeUndefined()
    expect(marksOn(sheet(attach('x', photo(1)), draw(arrow), { type: 'undo' }))).toBeUndefined()
    const drawn = sheet(attach('x', photo(1)), draw(arrow))
    expect(decide(rubric, drawn, draw(arrow))).toEqual({ ok: true, events: [] })
    expect(decide(rubric, sheet(), draw(arrow))).toMatchObject({ ok: false, code: 'not-attached' })
    const again = attachedAgain('x', drawn.items.get('x')?.evidence ?? [])
    expect(again.map(({ type }) => type)).toEqual(['attached', 'annotated'])
    expect(again[0]).not.toHaveProperty('evidence.0.marks')
    const sealed = sheet(attach('x', photo(1)), draw(arrow), { type: 'seal', reason: '时间不足' })
    const result = sheetResult(rubric, sealed)
    expect(resultSchema.parse(result).marks.x?.evidence?.[0]?.marks).toEqual([arrow])
  })

  it('is taken away by its digest, and brought back', () => {
    const away: SheetCommand = { type: 'detach', item: 'x', sha256: photo(1).sha256 }
    expect(on(sheet(attach('x', photo(1), photo(2)), away), 'x')).toEqual(['IMG_2.jpg'])
    const none = sheet(attach('x', photo(1)), away)
    expect(none.items.get('x')).not.toHaveProperty('evidence')
    expect(on(sheet(attach('x', photo(1)), away, { type: 'undo' }), 'x')).toEqual(['IMG_1.jpg'])
    expect(on(sheet(attach('x', photo(1)), away, attach('x', photo(1))), 'x')).toEqual(['IMG_1.jpg'])
  })

  it('stands with its clause and place', () => {
    const state = sheet({ ...attach('x', photo(1)), clause: 'a', place: '中原路' } as SheetCommand)
    expect(state.items.get('x')?.evidence?.[0]).toEqual({ ...photo(1), clause: 'a', place: '中原路' })
  })

  it.each<[string, readonly SheetCommand[], SheetCommand, string]>([
    ['an item that there is not', [], attach('z', photo(1)), 'unknown-item'],
    [
      'a clause that there is not',
      [],
      { ...attach('x', photo(1)), clause: 'q' } as SheetCommand,
      'unknown-clause',
    ],
    ['the same bytes twice', [attach('x', photo(1))], attach('x', photo(1)), 'already-attached'],
    ['the same bytes twice at once', [], attach('x', photo(1), photo(1)), 'already-attached'],
    ['nothing', [], attach('x'), 'out-of-order'],
    [
      'more than an item takes',
      [attach('x', ...Array.from({ length: MOST_ON_ITEM }, (_, no) => photo(no)))],
      attach('x', photo(MOST_ON_ITEM)),
      'evidence-too-many',
    ],
    [
      'more bytes than a package holds',
      [attach('x', photo(1, 2 ** 30), photo(2, 2 ** 30), photo(3, 2 ** 30))],
      attach('y', photo(4, MOST_ON_SHEET - 3 * 2 ** 30 + 1)),
      'evidence-too-large',
    ],
    [
      'taking away what is not there',
      [],
      { type: 'detach', item: 'x', sha256: photo(1).sha256 },
      'not-attached',
    ],
    ['a sealed sheet', [{ type: 'seal', reason: '时间不足' }], attach('x', photo(1)), 'sealed'],
  ])('is refused: %s', (_what, before, command, code) => {
    expect(decide(rubric, sheet(...before), command)).toEqual({ ok: false, code })
  })

  it('the same bytes may stand on two items, and count once', () => {
    const state = sheet(attach('x', photo(1, MOST_ON_SHEET)), attach('y', photo(1, MOST_ON_SHEET)))
    expect([...evidenceOn(state.items)].map(([, { items }]) => items)).toEqual([['x', 'y']])
  })

  it('is in the result, which reads back, and replays', () => {
    const done = run(rubric, opened(rubric), [attach('x', photo(1)), { type: 'seal', reason: '时间不足' }])
    const replay = replaySheet(rubric, done.lines)
    const result = replay.ok ? sheetResult(rubric, replay.state) : null
    expect(result?.marks.x?.evidence).toEqual([photo(1)])
    expect(resultSchema.parse(result)).toEqual(result)
  })
})

describe('a sheet that follows', () => {
  const { state } = opened(rubric)
  const correction = { no: 1, sheetId: 's', head: '0'.repeat(64), reason: '误记' }
  const corrected = { ...state, header: state.header && { ...state.header, correction } }
  const carried = (...evidence: readonly (Evidence & { clause?: string })[]): SheetEvent => ({
    type: 'carried',
    items: { x: { status: 'clear', marks: {}, note: '', reason: '', evidence } },
  })

  it('takes evidence over with its item', () => {
    const mark = sheet({ type: 'clear', item: 'x' }, attach('x', photo(1))).items.get('x')
    expect(mark && carriedOf(mark)?.evidence).toEqual([photo(1)])
    expect(admits(rubric, corrected, carried(photo(1)))).toBeNull()
    expect(evidenceNamed([carried(photo(1), photo(2))])).toHaveLength(2)
  })

  it('believes none twice, and of no clause that there is not', () => {
    expect(admits(rubric, corrected, carried(photo(1), photo(1)))).toBe('already-attached')
    expect(admits(rubric, corrected, carried({ ...photo(1), clause: 'q' }))).toBe('unknown-clause')
  })

  it('attaches what stood on unchecked items again, by clause and place', () => {
    const events = attachedAgain('x', [photo(1), { ...photo(2), clause: 'a' }, photo(3)])
    expect(events).toEqual([
      { type: 'attached', item: 'x', evidence: [photo(1), photo(3)] },
      { type: 'attached', item: 'x', clause: 'a', evidence: [photo(2)] },
    ])
  })
})
