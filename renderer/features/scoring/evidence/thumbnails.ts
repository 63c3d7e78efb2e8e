import { useEffect, useSyncExternalStore } from 'react'
import { type HashBits, hashBits } from '../../../../shared/domain/evidence/difference-hash'
import { keepThumbnail, keptThumbnails, type Thumbnail } from '../../../db/thumbnails'
import { makeThumbnail } from './ask-worker'

/** A thumbnail as it is shown: the address of its small picture, where there is one. */
export interface Shown {
  readonly state: Thumbnail['state'] | 'missing'
  readonly address: string | null
}

/** Small pictures held at once; the one longest out of view is let go, and read again when it is looked at. */
const MOST_HELD = 300
/** One original is decoded while the next is read: more would only fill the memory. */
const AT_ONCE = 2
/** The screen hears of what was made this often, in milliseconds. */
const BETWEEN = 60

interface Wish {
  readonly sheetId: string
  readonly sha256: string
}

const held = new Map<string, Shown>()
const hashes = new Map<string, HashBits>()
/** How many parts of the screen show a piece. */
const looking = new Map<string, number>()
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
    looking.set(sha256, (looking.get(sha256) ?? 0) + 1)
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
  return hashes.get(sha256) ?? null
}

/** Puts a piece on the list of those to be read from the browser's store, or made. */
export function askFor(sheetId: string, sha256: string, when: keyof typeof wishes): void {
  const known = held.get(sha256)
  if (known !== undefined) {
    // Looked at again: it is let go last.
    held.delete(sha256)
    held.set(sha256, known)
    return
  }
  if (making.has(sha256) || wishes.seen.has(sha256)) return
  if (when === 'later' && hashes.has(sha256)) return
  wishes.later.delete(sha256)
  wishes[when].set(sha256, { sheetId, sha256 })
  goOn()
}

/** What went out of view before its turn came waits behind what is in view. */
function lookAway(sha256: string): void {
  const lookers = (looking.get(sha256) ?? 1) - 1
  if (lookers > 0) looking.set(sha256, lookers)
  else looking.delete(sha256)
  const wish = wishes.seen.get(sha256)
  if (wish === undefined || lookers > 0) return
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
      if (found !== null && found.hash !== null) hashes.set(next.sha256, hashBits(found.hash))
      hold(next.sha256, found)
      goOn()
    })
  }
}

/** From the browser's store, else made and kept there; null where the original is not there. */
async function find({ sheetId, sha256 }: Wish): Promise<Thumbnail | null> {
  const [kept] = await keptThumbnails([sha256])
  if (kept !== undefined) return kept
  const made = await makeThumbnail({ sheetId, sha256 })
  if (made === null) return null
  const thumbnail = { sha256, ...made }
  await keepThumbnail(thumbnail)
  return thumbnail
}

/** What nobody looks at stays in the store. */
function hold(sha256: string, found: Thumbnail | null): void {
  if (looking.has(sha256)) {
    const address = found?.blob ? URL.createObjectURL(found.blob) : null
    held.set(sha256, { state: found?.state ?? 'missing', address })
  }
  letGo()
  if (isTelling) return
  isTelling = true
  setTimeout(tell, BETWEEN)
}

function letGo(): void {
  if (held.size <= MOST_HELD) return
  for (const [sha256, { address }] of held) {
    if (looking.has(sha256)) continue
    held.delete(sha256)
    if (address !== null) URL.revokeObjectURL(address)
    if (held.size <= MOST_HELD) return
  }
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
