import { useEffect, useSyncExternalStore } from 'react'
import { MOST_SHOWN } from '../../../../shared/domain/evidence/evidence'
import { keepThumbnail, keptThumbnails, type Thumbnail } from '../../../db/thumbnails'
import { makeThumbnail } from './ask-worker'

/** A thumbnail as it is shown: the address of its small picture, where there is one. */
export interface Shown {
  readonly state: Thumbnail['state'] | 'missing'
  readonly address: string | null
  readonly hash: string | null
}

/** Small pictures held at once; what was looked at longest ago is let go, and read again when it is looked at. */
const MOST_HELD = 1000

const held = new Map<string, Shown>()
const asked = new Set<string>()
const listeners = new Set<() => void>()
let version = 0
let isTelling = false
/** Milliseconds. */
const BETWEEN = 60

/** How a piece looks; null until it is known. Asking makes it, off the screen's thread. */
export function useThumbnail(sheetId: string, sha256: string, isWanted: boolean): Shown | null {
  useSyncExternalStore(subscribe, () => version)
  useEffect(() => {
    if (isWanted) void askFor(sheetId, sha256)
  }, [sheetId, sha256, isWanted])
  return held.get(sha256) ?? null
}

/** The difference hashes known so far; a new map when there are more. */
export function useHashes(): (sha256: string) => string | null {
  useSyncExternalStore(subscribe, () => version)
  return (sha256) => held.get(sha256)?.hash ?? null
}

/** Reads from the browser's store, or has it made and keeps it. */
export async function askFor(sheetId: string, sha256: string): Promise<void> {
  if (held.has(sha256) || asked.has(sha256)) return
  asked.add(sha256)
  try {
    const [kept] = await keptThumbnails([sha256])
    hold(sha256, kept === undefined ? await made(sheetId, sha256) : shown(kept))
  } finally {
    asked.delete(sha256)
  }
}

async function made(sheetId: string, sha256: string): Promise<Shown> {
  const bytes = await window.scorebench.readEvidence(sheetId, sha256, MOST_SHOWN)
  if (!bytes.ok) return { state: 'missing', address: null, hash: null }
  const thumbnail = { sha256, ...(await makeThumbnail(bytes.value)) }
  await keepThumbnail(thumbnail)
  return shown(thumbnail)
}

function shown({ state, blob, hash }: Thumbnail): Shown {
  return { state, address: blob === null ? null : URL.createObjectURL(blob), hash }
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
