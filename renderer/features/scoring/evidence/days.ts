import type { Days } from '../../../../shared/domain/evidence/flags'
import type { SheetView } from '../../../db/sheet-session'

/** When a photo for a sheet can be from: the round's day, and every day since the sheet was opened until now. */
export function daysOf({ state, lines }: Pick<SheetView, 'state' | 'lines'>, now: Date): Days {
  const today = localDay(now)
  const round = state.header?.round.date ?? today
  const opened = lines[0] === undefined ? today : localDay(new Date(lines[0].at))
  return { from: round < opened ? round : opened, to: round > today ? round : today }
}

/** '2026-11-23', as the wall calendar has it: what cameras go by. */
function localDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
