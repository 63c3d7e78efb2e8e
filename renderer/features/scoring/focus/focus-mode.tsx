import type { DOMAttributes } from 'react'
import type { Double } from '../../../../shared/domain/sheet/doubles'
import type { StampedEvent } from '../../../../shared/domain/sheet/event'
import { clearAndNext } from '../clear-and-next'
import { step } from '../moving'
import type { ItemRow } from '../rows'
import type { Desk, Pending } from '../use-desk'
import { FocusFoot } from './focus-foot'
import { FocusHead } from './focus-head'
import { FocusItem } from './focus-item'
import './focus.css'

export interface FocusTargets {
  readonly onExclude: () => void
  readonly onClearRest: () => void
  readonly onPhoto: () => void
  readonly onSeal: () => void
  readonly onLeave: () => void
}

interface Props extends FocusTargets {
  readonly desk: Desk
  readonly row: ItemRow
  readonly lines: readonly StampedEvent[]
  readonly pending: Pending | null
  readonly doubles: readonly Double[]
  /** What the item does with files dropped on it. */
  readonly drop: DOMAttributes<HTMLElement>
}

/** 专注模式: one item at a time, everything large enough for a finger. */
export function FocusMode(props: Props) {
  const { desk, row, lines, pending, doubles, drop, onExclude, onClearRest, onPhoto, onSeal, onLeave } = props
  const go = (by: 1 | -1) => desk.goTo(step(desk.shownItems, row.id, by))
  return (
    <div className="focus" data-whole-window data-testid="focus">
      <FocusHead desk={desk} row={row} doubles={doubles} {...{ onClearRest, onSeal, onLeave }} />
      <FocusItem
        key={row.id}
        acts={desk.acts}
        row={row}
        lines={lines}
        isReadOnly={desk.isReadOnly}
        activeClause={desk.activeClause}
        pending={pending}
        drop={drop}
        onSwipe={go}
      />
      <FocusFoot
        desk={desk}
        row={row}
        onStep={go}
        onClear={() => clearAndNext(desk, row)}
        {...{ onExclude, onPhoto, onSeal }}
      />
    </div>
  )
}
