import { allItems, type Item, type Rubric } from '../../shared/domain/rubric/rubric'
import { rubricFor } from '../../shared/domain/rubric/rubric-for'
import { isMarkFor } from '../../shared/domain/scoring/forms'
import { apply } from '../../shared/domain/sheet/apply'
import type { SheetCommand } from '../../shared/domain/sheet/command'
import { decide } from '../../shared/domain/sheet/decide'
import type { Mark, SameAs } from '../../shared/domain/sheet/mark'
import { emptySheet, type SheetState } from '../../shared/domain/sheet/state'
import type { Result } from '../../shared/ipc/result'
import type { Custody } from '../custody/custody'
import { plausibleMark } from './plausible-mark'
import { plausibleExclusion, plausibleNote, plausiblePlace, plausibleReason } from './plausible-words'
import type { Seeded } from './seeded'

/** Scores every item that the sheet's subject has, and seals it: each command through the domain, each event through custody. */
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
  const problems = new Map<string, SameAs>()
  for (const item of allItems(rubricFor(rubric, state.header?.subject ?? null))) {
    for (const command of commandsFor(item, seeds, problems)) {
      const done = await carryOut(command)
      if (!done.ok) return done
    }
  }
  const sealed = await carryOut({ type: 'seal', reason: '' })
  return sealed.ok ? { ok: true, value: state } : sealed
}

/** `problems` are those counted so far, by problem and place: one that comes again is linked to where it counts. */
function commandsFor(item: Item, seeds: Seeded, problems: Map<string, SameAs>): SheetCommand[] {
  if (item.exclusion !== 'not-allowed' && seeds.isIn100(3)) {
    return [{ type: 'exclude', item: item.id, reason: plausibleExclusion(seeds) }]
  }
  const commands: SheetCommand[] = [{ type: 'clear', item: item.id }]
  if (!seeds.isIn100(item.kind === 'normal' ? 38 : 10)) return commands
  const clause = seeds.pick(item.clauses)
  const value = plausibleMark(clause, seeds)
  if (value === null || !isMarkFor(clause, value)) return commands
  const mark: Mark = { value, reason: plausibleReason(seeds) }
  const where = clause.problem === undefined || value.kind === 'places' ? null : plausiblePlace(seeds)
  const key = JSON.stringify([clause.problem, where])
  const sameAs = problems.get(key)
  if (where !== null && sameAs === undefined) problems.set(key, { item: item.id, clause: clause.id })
  commands.push({
    type: 'mark',
    item: item.id,
    clause: clause.id,
    mark: where === null ? mark : { ...mark, place: where, ...(sameAs === undefined ? {} : { sameAs }) },
  })
  if (seeds.isIn100(20)) commands.push({ type: 'note', item: item.id, note: plausibleNote(seeds) })
  return commands
}
