import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import { admits } from '../../../../shared/domain/sheet/admits'
import { apply } from '../../../../shared/domain/sheet/apply'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import type {
  CorrectionOf,
  SheetEvent,
  SheetHeader,
  StampedEvent,
} from '../../../../shared/domain/sheet/event'
import { emptySheet, type SheetState } from '../../../../shared/domain/sheet/state'

/** A sheet's journal as the notary would stamp it; hashes only name their line. */
export interface Journal {
  readonly state: SheetState
  readonly lines: readonly StampedEvent[]
}

export function headerOf(correction: CorrectionOf | null = null): SheetHeader {
  return {
    sheetId: 's1',
    round: {
      id: 'r1',
      kind: 'mock',
      title: '模拟考核',
      date: '2026-11-23',
      rubricId: 'small',
      rubricVersion: '1',
      rubricTitle: '小样本标准',
      rubricDigest: '0'.repeat(64),
      createdAt: '2026-11-20T01:00:00.000Z',
    },
    subject: { id: 'zz', name: '郑州市', league: '省辖市' },
    scorer: { name: '甲', unit: '检查组', role: 'inspector' },
    correction,
  }
}

export const NEW: Journal = { state: emptySheet(), lines: [] }

/** Writes one event; throws when it is not admitted. */
export function write(rubric: Rubric, { state, lines }: Journal, event: SheetEvent): Journal {
  const code = admits(rubric, state, event)
  if (code !== null) throw new Error(`${event.type} refused: ${code}`)
  const seq = state.seq + 1
  const at = `2026-11-23T01:00:${String(seq % 60).padStart(2, '0')}.000Z`
  const hash = String(seq).padStart(64, '0')
  const line = { seq, at, mono: seq, boot: 'b', by: '甲', event, prev: state.head, hash }
  return { state: apply(rubric, state, line), lines: [...lines, line] }
}

export function opened(rubric: Rubric, correction: CorrectionOf | null = null): Journal {
  return write(rubric, NEW, { type: 'opened', header: headerOf(correction) })
}

/** Runs commands one after another; what is refused leaves the sheet as it was. */
export function run(rubric: Rubric, start: Journal, commands: readonly SheetCommand[]): Journal {
  return commands.reduce((journal, command) => {
    const decision = decide(rubric, journal.state, command)
    return decision.ok
      ? decision.events.reduce((next, event) => write(rubric, next, event), journal)
      : journal
  }, start)
}
