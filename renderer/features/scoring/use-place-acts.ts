import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seen } from '../../../shared/domain/findings/seen'
import { placeName } from '../../../shared/domain/round/place'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { needsReason, takesPlaces } from '../../../shared/domain/scoring/forms'
import type { Double } from '../../../shared/domain/sheet/doubles'
import type { Mark, MarkValue, PlainValue, SameAs } from '../../../shared/domain/sheet/mark'
import type { SheetState } from '../../../shared/domain/sheet/state'
import type { Request, SheetSession } from '../../db/sheet-session'
import { linked, markAt, markWith, unlinked } from './links'
import {
  activePlace,
  cleanIn,
  firstAt,
  listedPlaces,
  nothingAt,
  placesIn,
  type Spot,
  spread,
  withNote,
  withoutPlace,
  withPlace,
} from './places'

interface Hand {
  readonly session: SheetSession
  readonly run: (request: Request) => Promise<boolean>
  /** Writes a value, and asks for its reason first where the clause needs one. */
  readonly mark: (item: string, clause: Clause, value: MarkValue | null, words?: string) => void
  readonly spotNow: (item: string, clause: string) => Spot
  readonly setSpot: (spot: Spot) => void
}

/** Where a finding was made, and which other finding it is the same as. */
export function usePlaceActs({ session, run, mark, spotNow, setSpot }: Hand) {
  const { t } = useTranslation()
  return useMemo(() => {
    const codeOf = (item: string) => itemIndex(session.view().rubric).get(item)?.code ?? item
    const linkWords = ({ item }: SameAs) => t('scoring.sameAs', { code: codeOf(item) })
    const standing = (items: SheetState['items'], item: string, clause: Clause): Mark | undefined => {
      const kept = items.get(item)?.marks[clause.id]
      return kept === undefined ? undefined : spread(clause, kept)
    }
    const standingNow = (item: string, clause: Clause) => standing(session.view().state.items, item, clause)
    const change = (item: string, clause: string, make: (mark: Mark) => Mark | null) =>
      run(({ items }) => {
        const made = items.get(item)?.marks[clause]
        return made === undefined ? null : { type: 'mark', item, clause, mark: make(made) }
      })

    /** Says where a mark was made; an empty place says that nobody did. */
    const setPlace = (item: string, clause: string, place: string) =>
      void change(item, clause, (made) => markAt(made, place))

    /** Names a place of a clause that is observed place by place: what is marked as a whole was found there. */
    const addPlace = (item: string, clause: Clause, place: string) => {
      const spot = spotNow(item, clause.id)
      const made = standingNow(item, clause)
      const clean = [...spot.clean, ...(spot.active === null ? [] : [spot.active])].filter(
        (name) => !placesIn(made?.value).some((one) => one.place === name),
      )
      const next = { ...spot, active: place, clean: nothingAt(clause) === null ? [] : clean }
      const isNew = !listedPlaces(made?.value, spot).includes(place)
      setSpot(next)
      if (!isNew) return
      void run(({ items }) => {
        const now = standing(items, item, clause)
        const whole = now === undefined || now.value.kind === 'places' ? null : now.value
        const seen = whole ?? firstAt(clause)
        if (seen === null) return null
        const value = withPlace(clause, now?.value, next, place, seen)
        const reason = now?.reason ?? ''
        if (whole === null)
          return { type: 'mark', item, clause: clause.id, mark: markWith(now, value, reason) }
        // What was said of the whole is said of the only place that there is.
        const mark = needsReason(clause)
          ? { value, reason }
          : { value: withNote(value, place, reason), reason: '' }
        return { type: 'mark', item, clause: clause.id, mark }
      })
    }

    /** What was seen at one place; null takes the place away. */
    const markPlace = (item: string, clause: Clause, place: string, seen: PlainValue | null) => {
      if (seen === null) return dropPlace(item, clause, place)
      if (needsReason(clause)) {
        const now = standingNow(item, clause)
        return mark(item, clause, withPlace(clause, now?.value, spotNow(item, clause.id), place, seen))
      }
      void run(({ items }) => {
        const now = standing(items, item, clause)
        const value = withPlace(clause, now?.value, spotNow(item, clause.id), place, seen)
        keepClean(item, clause, value)
        return { type: 'mark', item, clause: clause.id, mark: markWith(now, value, now?.reason ?? '') }
      })
    }

    /** Places with nothing wrong stay in the list, also while no other place has anything either. */
    const keepClean = (item: string, clause: Clause, value: MarkValue) => {
      const spot = spotNow(item, clause.id)
      const clean = cleanIn(clause, value)
      if (clean.length > 0 || spot.clean.length > 0) setSpot({ ...spot, clean })
    }

    const dropPlace = (item: string, clause: Clause, place: string) => {
      const spot = spotNow(item, clause.id)
      setSpot({ ...spot, active: null, clean: spot.clean.filter((name) => name !== place) })
      void run(({ items }) => {
        const now = standing(items, item, clause)
        if (now === undefined) return null
        const value = withoutPlace(now.value, place)
        return { type: 'mark', item, clause: clause.id, mark: value === null ? null : { ...now, value } }
      })
    }

    /** What was wrong at one place. */
    const notePlace = (item: string, clause: Clause, place: string, note: string) =>
      void run(({ items }) => {
        const now = standing(items, item, clause)
        if (now === undefined) return null
        return {
          type: 'mark',
          item,
          clause: clause.id,
          mark: { ...now, value: withNote(now.value, place, note) },
        }
      })

    /** What was last found is found here too: at the same place, in the same words. */
    const repeat = (item: string, clause: Clause, { place, note }: Pick<Seen, 'place' | 'note'>) => {
      const name = takesPlaces(clause) ? place : null
      const made = standingNow(item, clause)
      if (name === null) {
        const seen = made?.value ?? firstAt(clause)
        if (seen === null) return
        if (made === undefined) return mark(item, clause, seen, note)
        const reason = made.reason === '' ? note : made.reason
        const where = made.place === undefined && place !== null ? { place } : {}
        void run({ type: 'mark', item, clause: clause.id, mark: { ...made, reason, ...where } })
        return
      }
      const known = listedPlaces(made?.value, spotNow(item, clause.id)).find(
        (one) => placeName(one) === placeName(name),
      )
      addPlace(item, clause, known ?? name)
      if (note === '' || needsReason(clause)) return
      void run(({ items }) => {
        const now = standing(items, item, clause)
        const at = placesIn(now?.value).find((one) => placeName(one.place) === placeName(name))
        if (now === undefined || at === undefined || at.note !== undefined) return null
        return {
          type: 'mark',
          item,
          clause: clause.id,
          mark: { ...now, value: withNote(now.value, at.place, note) },
        }
      })
    }

    const pickPlace = (item: string, clause: string, active: string) =>
      setSpot({ ...spotNow(item, clause), active })

    /** The place above or below the active one. */
    const stepPlace = (item: string, clause: Clause, by: 1 | -1) => {
      const spot = spotNow(item, clause.id)
      const value = standingNow(item, clause)?.value
      const names = listedPlaces(value, spot)
      const at = names.indexOf(activePlace(value, spot) ?? '')
      const to = names[Math.max(0, Math.min(names.length - 1, at + by))]
      if (to !== undefined) setSpot({ ...spot, active: to })
    }

    /** One problem, two items: it is counted under the other one alone. */
    const link = (item: string, clause: string, { place, marks }: Double) => {
      const to = marks.find((one) => one.item !== item || one.clause !== clause)
      if (to !== undefined) void change(item, clause, (mark) => linked(mark, place, to, linkWords(to)))
    }
    const unlink = (item: string, clause: string) =>
      void change(item, clause, (mark) => unlinked(mark, linkWords))

    return {
      setPlace,
      addPlace,
      markPlace,
      notePlace,
      repeat,
      keepClean,
      dropPlace,
      pickPlace,
      stepPlace,
      link,
      unlink,
    }
  }, [session, run, mark, spotNow, setSpot, t])
}
