import { useEffect, useRef } from 'react'
import { type Place, placeName } from '../../../shared/domain/round/place'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { needsReason, takesPlaces } from '../../../shared/domain/scoring/forms'
import { zoneAt } from '../../../shared/domain/scoring/zone-limit'
import { useSettings } from '../../i18n/settings'
import { clearAndNext } from './clear-and-next'
import { SHOWN } from './filter'
import { nextUnchecked, step, stepCategory } from './moving'
import { activePlace, pressAt, spread } from './places'
import type { ItemRow } from './rows'
import { type Action, shortcutOf } from './shortcuts'
import type { Desk } from './use-desk'
import { isLeavingKey } from './use-draft'

/** What keys open besides the sheet itself. */
export interface KeyTargets {
  readonly openExclude: () => void
  readonly openClearRest: () => void
  readonly openHelp: () => void
  /** One item at a time, or all of them. */
  readonly switchFocus: () => void
  /** The current item's evidence, large. */
  readonly openEvidence: () => void
  /** The whole sheet's. */
  readonly openAllEvidence: () => void
  readonly openSeal: () => void
  /** How a number came about, by the node of the explanation. */
  readonly explain: (node: string) => void
  readonly whatIf: () => void
  /** Findings and places, or the items again. */
  readonly toggleFindings: () => void
  readonly focusSearch: () => void
  readonly focusNote: () => void
  readonly focusReason: () => void
  /** The active clause's place, or the field that names a new one. */
  readonly focusPlace: () => void
  readonly link: () => void
  readonly keep: () => void
  /** The active clause's field, begun with what was typed. */
  readonly typeInto: (where: string, text: string | null, pick?: string) => void
}

const TYPING_PAUSE_MS = 1000

/** Listens on the window while no field has the focus and no dialog is open. */
export function useKeys(desk: Desk, targets: KeyTargets): void {
  const { hasSingleKeys } = useSettings()
  const latest = useRef({ desk, targets })
  latest.current = { desk, targets }
  const typed = useRef<Typed>({ text: '', at: 0, where: '' })
  // Whether what has the focus was reached by Tab, and not clicked on in passing.
  const isTabbed = useRef(false)

  useEffect(() => {
    const onPointer = () => {
      isTabbed.current = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') isTabbed.current = true
      if (event.defaultPrevented || event.isComposing) return
      if (isElsewhere(event)) {
        // What is typed in a field is the field's: the next digit outside begins anew.
        typed.current.at = 0
        return
      }
      if (isTabbed.current && isForButton(event)) return
      const shortcut = shortcutOf(event, hasSingleKeys)
      if (shortcut === undefined) return
      event.preventDefault()
      const { current } = latest.current.desk
      if (current === undefined) return
      ACTS[shortcut.action]({ ...latest.current, current, key: event.key, typed: typed.current })
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onPointer)
    }
  }, [hasSingleKeys])
}

/** Space and Enter on a button. */
function isForButton({ key, target, ctrlKey }: KeyboardEvent): boolean {
  if ((key !== ' ' && key !== 'Enter') || ctrlKey) return false
  return target instanceof HTMLElement && target.closest('button, a, [role="button"]') !== null
}

/** Keys that belong to a field, a dialog or an open list are left to it; ↑ and ↓ leave a clause's field for another item. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (
    document.querySelector(
      '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open, dialog[open]',
    ) !== null
  )
    return true
  if (!(target instanceof HTMLElement)) return false
  if (isLeavingKey(key) && target.matches('.scoring-clause input:not([role="combobox"])')) return false
  return target.closest('input, textarea, select, [contenteditable], [role="combobox"]') !== null
}

/** What a key press works on. */
interface Hand {
  readonly desk: Desk
  readonly targets: KeyTargets
  readonly current: ItemRow
  readonly key: string
  readonly typed: Typed
}

/** The digits typed on one clause, until a pause. */
interface Typed {
  text: string
  at: number
  where: string
}

/** What each action does. Those that change the sheet do nothing on a sealed one. */
const ACTS: { readonly [A in Action]: (hand: Hand) => void } = {
  'clear-and-next': ({ desk, current }) => clearAndNext(desk, current),
  'clear-rest': ({ desk, targets }) => {
    if (!desk.isReadOnly) targets.openClearRest()
  },
  next: (hand) => go(hand, 1),
  previous: (hand) => go(hand, -1),
  'next-unchecked': ({ desk, current }) => {
    const next = nextUnchecked(desk.items, current.id)
    if (next !== null) desk.goTo(next)
  },
  'next-category': ({ desk, current }) => desk.goTo(stepCategory(desk.shownItems, current.id, 1)),
  'previous-category': ({ desk, current }) => desk.goTo(stepCategory(desk.shownItems, current.id, -1)),
  first: ({ desk, current }) => desk.goTo(desk.shownItems[0]?.id ?? current.id),
  last: ({ desk, current }) => desk.goTo(desk.shownItems.at(-1)?.id ?? current.id),
  'next-clause': ({ desk, current }) => {
    desk.setActiveClause(Math.min(current.item.clauses.length - 1, desk.activeClause + 1))
  },
  'previous-clause': ({ desk }) => desk.setActiveClause(Math.max(0, desk.activeClause - 1)),
  'next-place': (hand) => stepPlace(hand, 1),
  'previous-place': (hand) => stepPlace(hand, -1),
  digit: enter,
  more: enter,
  less: enter,
  exclude: ({ desk, targets }) => {
    if (!desk.isReadOnly) targets.openExclude()
  },
  reset: ({ desk, current }) => {
    if (!desk.isReadOnly) void desk.run({ type: 'reset', item: current.id })
  },
  place: ({ targets }) => targets.focusPlace(),
  link: ({ desk, targets }) => {
    if (!desk.isReadOnly) targets.link()
  },
  keep: ({ targets }) => targets.keep(),
  reason: ({ targets }) => targets.focusReason(),
  note: ({ targets }) => targets.focusNote(),
  'same-as-last': ({ desk, current }) => {
    const clause = current.item.clauses[desk.activeClause]
    if (clause !== undefined && !desk.isReadOnly) desk.sameAsLast(current.id, clause)
  },
  findings: ({ targets }) => targets.toggleFindings(),
  search: ({ targets }) => targets.focusSearch(),
  filter: ({ desk: { filter, setFilter } }) => {
    setFilter({ ...filter, shown: SHOWN[(SHOWN.indexOf(filter.shown) + 1) % SHOWN.length] ?? 'all' })
  },
  undo: ({ desk }) => void desk.run({ type: 'undo' }),
  redo: ({ desk }) => void desk.run({ type: 'redo' }),
  seal: ({ targets }) => targets.openSeal(),
  evidence: ({ targets }) => targets.openEvidence(),
  'all-evidence': ({ targets }) => targets.openAllEvidence(),
  explain: ({ targets, current }) => targets.explain(current.id),
  'what-if': ({ targets }) => targets.whatIf(),
  'focus-mode': ({ targets }) => targets.switchFocus(),
  help: ({ targets }) => targets.openHelp(),
}

function go({ desk, current }: Hand, by: number): void {
  desk.goTo(step(desk.shownItems, current.id, by))
}

function stepPlace({ desk, current }: Hand, by: 1 | -1): void {
  const clause = current.item.clauses[desk.activeClause]
  if (clause !== undefined) desk.stepPlace(current.id, clause, by)
}

/** The clause with the zone alone that the place lies in, where the list of places says so: digits are then the value's. */
function inZone(clause: Clause, places: readonly Place[], at: string): Clause {
  if (clause.form !== 'zone-limit' || at === '') return clause
  const place = places.find(({ name }) => placeName(name) === placeName(at)) ?? null
  const zone = zoneAt(clause, place)
  return zone === null ? clause : { ...clause, zones: clause.zones.filter(({ id }) => id === zone) }
}

/** A digit, + or − on the active clause. */
function enter({ desk, targets, current, key, typed }: Hand): void {
  const clause = current.item.clauses[desk.activeClause]
  if (clause === undefined || desk.isReadOnly) return
  const made = current.mark.marks[clause.id]
  const value = made === undefined ? undefined : spread(clause, made).value
  const spot = desk.spotNow(current.id, clause.id)
  const at = takesPlaces(clause) ? (activePlace(value, spot) ?? '') : ''
  const here = `${current.id}/${clause.id}`
  const where = `${here}/${at}`
  const now = performance.now()
  const sign = key === '=' ? '+' : key === '_' ? '-' : key
  const isSoon = typed.where === where && typed.at > 0 && now - typed.at < TYPING_PAUSE_MS
  // Digits alone make a number: after + or − it begins anew.
  const isGoingOn = isSoon && /^\d+$/.test(typed.text + sign)
  Object.assign(typed, { text: isGoingOn ? typed.text + sign : sign, at: now, where } satisfies Typed)
  const pressed = pressAt(inZone(clause, desk.view.state.places, at), value, spot, sign, typed.text)
  if (pressed.kind === 'keep') return
  if (pressed.kind === 'type') targets.typeInto(here, pressed.text, pressed.pick)
  else if (!needsReason(clause)) desk.pressOn(current.id, clause, sign, typed.text)
  else desk.mark(current.id, clause, pressed.kind === 'none' ? null : pressed.value)
}
