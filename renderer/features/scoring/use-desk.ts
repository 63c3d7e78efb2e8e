import { message } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { needsReason } from '../../../shared/domain/scoring/forms'
import type { RefusalCode } from '../../../shared/domain/sheet/command'
import type { MarkValue } from '../../../shared/domain/sheet/mark'
import type { FailureCode } from '../../../shared/ipc/result'
import type { Request, SheetSession } from '../../db/sheet-session'
import { useView } from '../../db/use-sheet'
import { press } from './digits'
import { EVERYTHING, type Filter, filterRows } from './filter'
import { itemRows } from './moving'
import { rowsOf } from './rows'

/** A value that waits for its reason before it can be written. */
export interface Pending {
  readonly item: string
  readonly clause: string
  readonly value: MarkValue
}

export type Desk = ReturnType<typeof useDesk>

/** What can be done on the screen: the same functions for the sheet's life, so that parts redraw only for their data. */
export type Acts = Desk['acts']

/** What the scoring screen holds: the sheet as it stands, the current item and clause, and what narrows the grid. */
export function useDesk(session: SheetSession) {
  const { t } = useTranslation()
  const [messages, messageHolder] = message.useMessage()
  const view = useView(session)
  const [filter, setFilter] = useState<Filter>(EVERYTHING)
  const rows = useMemo(() => rowsOf(view), [view])
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter])
  const items = useMemo(() => itemRows(rows), [rows])
  const shownItems = useMemo(() => itemRows(shown), [shown])
  const [currentId, setCurrentId] = useState(() => whereToGoOn(session))
  const [activeClause, setActiveClause] = useState(0)
  const [pending, showPending] = useState<Pending | null>(null)
  const waiting = useRef<Pending | null>(null)
  const current = items.find(({ id }) => id === currentId) ?? items[0]

  const setPending = useCallback((next: Pending | null) => {
    waiting.current = next
    showPending(next)
  }, [])

  const say = useCallback(
    (code: RefusalCode | FailureCode) => {
      void messages.open({ type: 'warning', content: t(`failure.${code}`), key: 'refusal' })
    },
    [messages, t],
  )

  /** A value that waits for its reason is not left behind: Escape lets it go. */
  const goTo = useCallback(
    (id: string) => {
      if (waiting.current !== null) return say('reason-required')
      setCurrentId(id)
      setActiveClause(0)
    },
    [say],
  )

  const run = useCallback(
    async (request: Request): Promise<boolean> => {
      const outcome = await session.dispatch(request)
      if (outcome.ok) return true
      say(outcome.code)
      return false
    },
    [session, say],
  )

  /** Writes a value; a clause that needs a reason first asks for it. */
  const mark = useCallback(
    (item: string, clause: Clause, value: MarkValue | null) => {
      const made = session.view().state.items.get(item)?.marks[clause.id]
      const reason = made?.reason ?? ''
      if (value !== null && needsReason(clause) && reason.trim() === '') {
        setPending({ item, clause: clause.id, value })
        return
      }
      setPending(null)
      void run({ type: 'mark', item, clause: clause.id, mark: value === null ? null : { value, reason } })
    },
    [run, session, setPending],
  )

  /** A key on a counter or a list. Keys may come faster than the disk takes them: each counts on from the last. */
  const pressOn = useCallback(
    (item: string, clause: Clause, key: string, typed: string) => {
      void run((state) => {
        const made = state.items.get(item)?.marks[clause.id]
        const pressed = press(clause, made?.value, key, typed)
        if (pressed.kind === 'type') return null
        const value = pressed.kind === 'none' ? null : pressed.value
        return {
          type: 'mark',
          item,
          clause: clause.id,
          mark: value && { value, reason: made?.reason ?? '' },
        }
      })
    },
    [run],
  )

  const acts = useMemo(
    () => ({ setFilter, goTo, setActiveClause, setPending, run, mark, pressOn }),
    [goTo, setPending, run, mark, pressOn],
  )
  return {
    ...acts,
    acts,
    messageHolder,
    view,
    rows,
    shown,
    items,
    shownItems,
    current,
    filter,
    activeClause,
    pending,
    isReadOnly: view.state.sealed !== null,
  }
}

/** The item of the last change, else the first. */
function whereToGoOn(session: SheetSession): string {
  const { lines } = session.view()
  return lines.flatMap(({ event }) => ('item' in event ? [event.item] : [])).at(-1) ?? ''
}
