import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../shared/domain/canonical-json'
import { allItems, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { replaySheet } from '../../../../shared/domain/sheet/replay'
import type { SheetState } from '../../../../shared/domain/sheet/state'
import { anyRubric, marksOf } from '../scoring/random-standard'
import { type Journal, opened, run } from './journal'

type ItemCommand = Extract<SheetCommand, { readonly item: string }>

function itemCommands(rubric: Rubric): readonly ItemCommand[] {
  return allItems(rubric).flatMap((item): readonly ItemCommand[] => [
    { type: 'clear', item: item.id },
    { type: 'reset', item: item.id },
    { type: 'note', item: item.id, note: '注' },
    { type: 'exclude', item: item.id, reason: '无此设施' },
    ...item.clauses.flatMap((clause): readonly ItemCommand[] =>
      [null, ...marksOf(clause).map((value) => ({ value, reason: '核实' }))].map((mark) => ({
        type: 'mark',
        item: item.id,
        clause: clause.id,
        mark,
      })),
    ),
  ])
}

/** A rubric and commands on it; with `steps`, undo and redo among them. */
function anySequence(hasSteps: boolean) {
  return fc.tuple(anyRubric(6), fc.array(fc.nat(), { maxLength: 25 })).map(([rubric, choices]) => {
    const commands = itemCommands(rubric)
    const all: readonly SheetCommand[] = hasSteps
      ? [
          ...commands,
          ...commands.map((): SheetCommand => ({ type: 'undo' })),
          { type: 'redo' },
          { type: 'redo' },
        ]
      : commands
    return { rubric, commands: choices.flatMap((choice) => all[choice % all.length] ?? []) }
  })
}

/** What a sheet says, whoever said it and when. */
function said(items: SheetState['items']): string {
  const entries = [...items].map(
    ([id, { status, marks, note, reason }]) => [id, { status, marks, note, reason }] as const,
  )
  return canonicalJson(Object.fromEntries(entries))
}

function all(journal: Journal, rubric: Rubric, type: 'undo' | 'redo'): Journal {
  const next = run(rubric, journal, [{ type }])
  return next === journal ? journal : all(next, rubric, type)
}

describe('any sequence of commands', { timeout: 60_000 }, () => {
  it('keeps every score between its floor and its cap', () => {
    fc.assert(
      fc.property(anySequence(true), ({ rubric, commands }) => {
        const { state } = run(rubric, opened(rubric), commands)
        const score = scoreSheet(rubric, state)
        for (const { low, high, full } of [...score.items, ...score.categories]) {
          expect(0 <= low && low <= high && high <= full).toBe(true)
        }
        expect(score.low).toBeGreaterThanOrEqual(0)
        expect(score.low).toBeLessThanOrEqual(score.high)
        expect(score.high).toBeLessThanOrEqual(rubric.points + rubric.bonusCap)
        expect(score.bonus).toBeLessThanOrEqual(rubric.bonusCap)
        expect(score.penalty).toBeLessThanOrEqual(rubric.penaltyCap)
      }),
    )
  })

  it('replays to the live state', () => {
    fc.assert(
      fc.property(anySequence(true), ({ rubric, commands }) => {
        const { state, lines } = run(rubric, opened(rubric), [...commands, { type: 'seal', reason: '收工' }])
        expect(replaySheet(rubric, lines)).toEqual({ ok: true, state })
      }),
    )
  })

  it('undone and redone is as before, and undone altogether is untouched', () => {
    fc.assert(
      fc.property(anySequence(true), ({ rubric, commands }) => {
        const journal = run(rubric, opened(rubric), commands)
        const once = run(rubric, journal, [{ type: 'undo' }, { type: 'redo' }])
        if (journal.state.undo !== null)
          expect(new Map(once.state.items)).toEqual(new Map(journal.state.items))
        const start = all(journal, rubric, 'undo')
        expect(start.state.items.size).toBe(0)
        const end = all(all(journal, rubric, 'redo'), rubric, 'undo')
        const back = all(end, rubric, 'redo')
        expect(said(back.state.items)).toBe(said(all(journal, rubric, 'redo').state.items))
      }),
    )
  })

  it('on different items comes to the same in any order', () => {
    fc.assert(
      fc.property(anySequence(false), fc.infiniteStream(fc.nat()), ({ rubric, commands }, dice) => {
        const byItem = new Map<string, SheetCommand[]>()
        for (const command of commands) {
          if (!('item' in command)) continue
          byItem.set(command.item, [...(byItem.get(command.item) ?? []), command])
        }
        const queues = [...byItem.values()]
        const shuffled: SheetCommand[] = []
        while (queues.some((queue) => queue.length > 0)) {
          const open = queues.filter((queue) => queue.length > 0)
          const next = open[(dice.next().value ?? 0) % open.length]?.shift()
          if (next !== undefined) shuffled.push(next)
        }
        const one = run(rubric, opened(rubric), commands).state
        const other = run(rubric, opened(rubric), shuffled).state
        expect(said(other.items)).toBe(said(one.items))
        expect(scoreSheet(rubric, other)).toEqual(scoreSheet(rubric, one))
      }),
    )
  })

  it('changes no item but the one it names', () => {
    fc.assert(
      fc.property(anySequence(false), fc.nat(), ({ rubric, commands }, choice) => {
        const journal = run(rubric, opened(rubric), commands)
        const candidates = itemCommands(rubric)
        const command = candidates[choice % candidates.length]
        if (command === undefined) return
        const others = (state: SheetState) =>
          scoreSheet(rubric, state).items.filter(({ item }) => item !== command.item)
        const before = others(journal.state)
        const after = others(run(rubric, journal, [command]).state)
        // The very objects: a row that did not change is not drawn anew.
        expect(after.length === before.length && after.every((score, at) => score === before[at])).toBe(true)
      }),
    )
  })

  it('scores alike with what was kept and afresh', () => {
    fc.assert(
      fc.property(anySequence(true), ({ rubric, commands }) => {
        let journal = opened(rubric)
        for (const command of commands) {
          journal = run(rubric, journal, [command])
          expect(scoreSheet(rubric, journal.state)).toEqual(
            scoreSheet(structuredClone(rubric), journal.state),
          )
        }
      }),
    )
  })
})
