import { type Item, itemsOf, type Rubric } from '../../shared/domain/rubric/rubric'
import { isMarkFor } from '../../shared/domain/scoring/forms'
import { apply } from '../../shared/domain/sheet/apply'
import type { SheetCommand } from '../../shared/domain/sheet/command'
import { decide } from '../../shared/domain/sheet/decide'
import { emptySheet, type SheetState } from '../../shared/domain/sheet/state'
import type { Result } from '../../shared/ipc/result'
import type { Custody } from '../custody/custody'
import { plausibleMark } from './plausible-mark'
import { plausibleExclusion, plausibleNote, plausibleReason } from './plausible-words'
import type { Seeded } from './seeded'

/** Scores every item of a fresh sheet and seals it: each command through the domain, each event through custody. */
export async function scoreByScript(
  custody: Custody,
  sheetId: string,
  rubric: Rubric,
  seeds: Seeded,
): Promise<Result<SheetState>> {
  const opened = await custody.readJournal(sheetId, 0)
  if (!opened.ok) return opened
  let state = opened.value.reduce((sheet, line) => apply(rubric, sheet, line), emptySheet())
  async function carryOut(command: SheetCommand): Promise<Result<null>> {
    const decision = decide(rubric, state, command)
    if (!decision.ok) return { ok: false, code: 'event-refused', detail: decision.code }
    const written = await custody.appendEvents(sheetId, state.seq, decision.events)
    if (!written.ok) return written
    state = written.value.reduce((sheet, line) => apply(rubric, sheet, line), state)
    return { ok: true, value: null }
  }
  for (const category of rubric.categories) {
    for (const item of itemsOf(category)) {
      for (const command of commandsFor(item, seeds)) {
        const done = await carryOut(command)
        if (!done.ok) return done
      }
    }
  }
  const sealed = await carryOut({ type: 'seal', reason: '' })
  return sealed.ok ? { ok: true, value: state } : sealed
}

function commandsFor(item: Item, seeds: Seeded): SheetCommand[] {
  if (item.exclusion !== 'not-allowed' && seeds.isIn100(3)) {
    return [{ type: 'exclude', item: item.id, reason: plausibleExclusion(seeds) }]
  }
  const commands: SheetCommand[] = [{ type: 'clear', item: item.id }]
  if (!seeds.isIn100(item.kind === 'normal' ? 38 : 10)) return commands
  const clause = seeds.pick(item.clauses)
  const value = plausibleMark(clause, seeds)
  if (value === null || !isMarkFor(clause, value)) return commands
  commands.push({
    type: 'mark',
    item: item.id,
    clause: clause.id,
    mark: { value, reason: plausibleReason(seeds) },
  })
  if (seeds.isIn100(20)) commands.push({ type: 'note', item: item.id, note: plausibleNote(seeds) })
  return commands
}
