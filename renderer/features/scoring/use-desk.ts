import { message } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastFinding } from '../../../shared/domain/findings/last-finding'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { needsReason } from '../../../shared/domain/scoring/forms'
import type { RefusalCode, SheetCommand } from '../../../shared/domain/sheet/command'
import type { MarkValue } from '../../../shared/domain/sheet/mark'
import type { FailureCode } from '../../../shared/ipc/result'
import type { Request, SheetSession } from '../../db/sheet-session'
import { useView } from '../../db/use-sheet'
import { EVERYTHING, type Filter, filterRows } from './filter'
import { linkedTo, markWith } from './links'
import { itemRows } from './moving'
import { NOWHERE, pressAt, spread } from './places'
import { rowsOf } from './rows'
import { usePlaceActs } from './use-place-acts'
import { useSpot } from './use-spot'

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
  const [spot, spotNow, setSpot] = useSpot()
  const [pending, showPending] = useState<Pending | null>(null)
  const waiting = useRef<Pending | null>(null)
  const current = items.find(({ id }) => id === currentId) ?? items[0]

  const setPending = useCallback((next: Pending | null) => {
    waiting.current = next
    showPending(next)
  }, [])

  const say = useCallback(
    (code: RefusalCode | FailureCode, detail = '') => {
      void messages.open({ type: 'warning', content: t(`failure.${code}`, { detail }), key: 'refusal' })
    },
    [messages, t],
  )

  /** A value that waits for its reason is not left behind: Escape lets it go. */
  const goTo = useCallback(
    (id: string) => {
      if (waiting.current !== null) return say('reason-required')
      setCurrentId(id)
      setActiveClause(0)
      setSpot(NOWHERE)
    },
    [say, setSpot],
  )

  /** To a clause of an item, and to a place of it. */
  const goToClause = useCallback(
    (id: string, clause: string, place: string | null = null) => {
      if (waiting.current !== null) return say('reason-required')
      const clauses = itemIndex(session.view().rubric).get(id)?.clauses ?? []
      setCurrentId(id)
      setActiveClause(
        Math.max(
          0,
          clauses.findIndex((one) => one.id === clause),
        ),
      )
      setSpot({ where: `${id}/${clause}`, active: place, clean: [] })
    },
    [say, session, setSpot],
  )

  const run = useCallback(
    async (request: Request): Promise<boolean> => {
      let command: SheetCommand | null = null
      const outcome = await session.dispatch((state) => {
        command = typeof request === 'function' ? request(state) : request
        return command
      })
      if (outcome.ok) return true
      say(outcome.code, outcome.code === 'mark-is-linked' ? linkedCodes(session, command) : '')
      return false
    },
    [session, say],
  )

  /** Writes a value; a clause that needs a reason first asks for it. `words` are added to the reason. */
  const mark = useCallback(
    (item: string, clause: Clause, value: MarkValue | null, words = '') => {
      const kept = session.view().state.items.get(item)?.marks[clause.id]
      const made = kept === undefined ? undefined : spread(clause, kept)
      const reason = [made?.reason ?? '', words].filter((text) => text !== '').join('；')
      if (value !== null && needsReason(clause) && reason.trim() === '') {
        setPending({ item, clause: clause.id, value })
        return
      }
      setPending(null)
      const next = value === null ? null : markWith(made, value, reason)
      void run({ type: 'mark', item, clause: clause.id, mark: next })
    },
    [run, session, setPending],
  )

  const placeActs = usePlaceActs({ session, run, mark, spotNow, setSpot })

  /** A key on a counter or a list. Keys may come faster than the disk takes them: each counts on from the last. */
  const pressOn = useCallback(
    (item: string, clause: Clause, key: string, typed: string) => {
      void run((state) => {
        const kept = state.items.get(item)?.marks[clause.id]
        const made = kept === undefined ? undefined : spread(clause, kept)
        const spotHere = spotNow(item, clause.id)
        const pressed = pressAt(clause, made?.value, spotHere, key, typed)
        if (pressed.kind === 'type' || pressed.kind === 'keep') return null
        const value = pressed.kind === 'none' ? null : pressed.value
        if (value?.kind === 'places') placeActs.keepClean(item, clause, value)
        return {
          type: 'mark',
          item,
          clause: clause.id,
          mark: value && markWith(made, value, made?.reason ?? ''),
        }
      })
    },
    [run, spotNow, placeActs],
  )

  /** 同上: the last finding's place and words, on this clause too. */
  const sameAsLast = useCallback(
    (item: string, clause: Clause) => {
      const { lines, state } = session.view()
      const last = lastFinding(state, lines, { item, clause: clause.id })
      if (last === null) {
        void messages.open({ type: 'info', content: t('scoring.nothingBefore'), key: 'refusal' })
        return
      }
      placeActs.repeat(item, clause, last)
    },
    [session, placeActs, messages, t],
  )

  const acts = useMemo(
    () => ({
      setFilter,
      goTo,
      goToClause,
      sameAsLast,
      setActiveClause,
      setPending,
      run,
      mark,
      pressOn,
      setSpot,
      ...placeActs,
    }),
    [goTo, goToClause, sameAsLast, setPending, run, mark, pressOn, setSpot, placeActs],
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
    spot,
    spotNow,
    isReadOnly: view.state.sealed !== null,
  }
}

/** The numbers of the items whose problem is counted under the one that a command would change. */
function linkedCodes(session: SheetSession, command: SheetCommand | null): string {
  if (command === null || !('item' in command)) return ''
  const { state, rubric } = session.view()
  return linkedTo(state, command.item)
    .map((id) => itemIndex(rubric).get(id)?.code ?? id)
    .join('、')
}

/** The item of the last change, else the first. */
function whereToGoOn(session: SheetSession): string {
  const { lines } = session.view()
  return lines.flatMap(({ event }) => ('item' in event ? [event.item] : [])).at(-1) ?? ''
}
