import { useEffect, useSyncExternalStore } from 'react'
import { type HashBits, hashBits } from '../../../../shared/domain/evidence/difference-hash'
import { keepThumbnail, keptThumbnails, type Thumbnail } from '../../../db/thumbnails'
import { makeThumbnail } from './ask-worker'

/** A thumbnail as it is shown: the address of its small picture, where there is one. */
export interface Shown {
  readonly state: Thumbnail['state'] | 'missing'
  readonly address: string | null
  readonly hash: HashBits | null
}

/** Small pictures held at once; the first held is let go, and read again from the store when it is looked at. */
const MOST_HELD = 1000
/** One original is decoded while the next is read: more would only fill the memory. */
const AT_ONCE = 2
/** The screen hears of what was made this often, in milliseconds. */
const BETWEEN = 60

interface Wish {
  readonly sheetId: string
  readonly sha256: string
}

const held = new Map<string, Shown>()
const listeners = new Set<() => void>()
/** What is looked at now is made before what only may be. */
const wishes = { seen: new Map<string, Wish>(), later: new Map<string, Wish>() }
const making = new Set<string>()
let version = 0
let isTelling = false

/** How a piece looks; null until it is known. Asking makes it, off the screen's thread. */
export function useThumbnail(sheetId: string, sha256: string, isWanted: boolean): Shown | null {
  const shown = useSyncExternalStore(subscribe, () => held.get(sha256) ?? null)
  useEffect(() => {
    if (!isWanted) return
    askFor(sheetId, sha256, 'seen')
    return () => lookAway(sha256)
  }, [sheetId, sha256, isWanted])
  return shown
}

/** Counts up when more is known. */
export function useThumbnailVersion(): number {
  return useSyncExternalStore(subscribe, () => version)
}

/** A piece's difference hash, as far as it is known. */
export function hashOf(sha256: string): HashBits | null {
  return held.get(sha256)?.hash ?? null
}

/** Puts a piece on the list of those to be read from the browser's store, or made. */
export function askFor(sheetId: string, sha256: string, when: keyof typeof wishes): void {
  if (held.has(sha256) || making.has(sha256) || wishes.seen.has(sha256)) return
  wishes.later.delete(sha256)
  wishes[when].set(sha256, { sheetId, sha256 })
  goOn()
}

/** What went out of view before its turn came waits behind what is in view. */
function lookAway(sha256: string): void {
  const wish = wishes.seen.get(sha256)
  if (wish === undefined) return
  wishes.seen.delete(sha256)
  wishes.later.set(sha256, wish)
}

function goOn(): void {
  while (making.size < AT_ONCE) {
    const [next] = wishes.seen.size > 0 ? wishes.seen.values() : wishes.later.values()
    if (next === undefined) return
    wishes.seen.delete(next.sha256)
    wishes.later.delete(next.sha256)
    making.add(next.sha256)
    void find(next).then((found) => {
      making.delete(next.sha256)
      hold(next.sha256, found)
      goOn()
    })
  }
}

async function find({ sheetId, sha256 }: Wish): Promise<Shown> {
  const [kept] = await keptThumbnails([sha256])
  if (kept !== undefined) return shownOf(kept)
  const made = await makeThumbnail({ sheetId, sha256 })
  if (made === null) return { state: 'missing', address: null, hash: null }
  const thumbnail = { sha256, ...made }
  await keepThumbnail(thumbnail)
  return shownOf(thumbnail)
}

function shownOf({ state, blob, hash }: Thumbnail): Shown {
  const address = blob === null ? null : URL.createObjectURL(blob)
  return { state, address, hash: hash === null ? null : hashBits(hash) }
}

function hold(sha256: string, one: Shown): void {
  held.set(sha256, one)
  const [oldest] = held
  if (held.size > MOST_HELD && oldest !== undefined) {
    held.delete(oldest[0])
    if (oldest[1].address !== null) URL.revokeObjectURL(oldest[1].address)
  }
  if (isTelling) return
  isTelling = true
  setTimeout(tell, BETWEEN)
}

/** Many come at once: the screen hears of them together. */
function tell(): void {
  isTelling = false
  version += 1
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
