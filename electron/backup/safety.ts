import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CopyMinutes, CopyState, Room, SafetyState } from '../../shared/ipc/backup'
import type { FailureCode, Result } from '../../shared/ipc/result'
import { readStrictly } from '../../shared/schema/read-strictly'
import { safetySchema } from '../../shared/schema/second-copy-schema'
import { diskFailure } from '../custody/disk-failure'
import { readIfThere, replaceFile } from '../custody/durable-file'
import { COPY_FOLDER, readMarker } from './copy-marker'
import { sizeOf } from './restore-plan'
import { type CopyRequest, type CopyWritten, claimPlace } from './second-copy'
import { freeSpace, roomOf } from './space'
import type { JournalLengths } from './workspace-files'

export interface SafetyOptions {
  /** Where safety.json lies, beside custody. */
  readonly dataFolder: string
  readonly now: () => string
  readonly lengths: () => JournalLengths
  /** `writeCopy`, on a thread of its own or not. */
  readonly copy: (request: CopyRequest) => Promise<Result<CopyWritten>>
  readonly onChange?: (state: SafetyState) => void
  /** Bytes that sealing what is open would still write. */
  readonly toWrite?: () => Promise<number>
}

/** Looks after the second copy and the room on the disks. */
export interface Safety {
  readonly read: () => SafetyState
  readonly choosePlace: (folder: string) => Promise<Result<SafetyState>>
  readonly leavePlace: () => Promise<Result<SafetyState>>
  readonly setMinutes: (minutes: CopyMinutes) => Promise<Result<SafetyState>>
  readonly noteBackup: (path: string, at: string) => Promise<Result<null>>
  /** So many lines were written: after some of them the copy does not wait for its time. */
  readonly noteLines: (count: number) => void
  /** Copies now and waits for it, at most `limit` ms where that is given. */
  readonly copyNow: (limit?: number) => Promise<SafetyState>
  /** Looks at the disks, and copies where it is time to; called every few seconds. */
  readonly tick: () => Promise<void>
  readonly close: () => Promise<void>
}

const FILE = 'safety.json'
const DEFAULT_MINUTES: CopyMinutes = 3
/** Lines after which a copy is made before its time. */
const LINES_AT_MOST = 20

interface Kept {
  readonly lastBackup: SafetyState['lastBackup']
  readonly place: { readonly folder: string; readonly id: string; readonly minutes: number } | null
}

const STATE_OF: Partial<Record<FailureCode, CopyState>> = {
  'copy-gone': 'gone',
  'copy-other': 'other',
  'disk-full': 'full',
}

/** Reads what is remembered and looks at the disks once. Throws disk errors of reading. */
export async function openSafety(options: SafetyOptions): Promise<Safety> {
  const { dataFolder, now, lengths, copy, onChange } = options
  const custodyFolder = join(dataFolder, 'custody')
  let kept = await readKept(join(dataFolder, FILE))
  let status: SafetyState['copy'] = { state: kept.place === null ? 'off' : 'waiting', ...NOTHING_YET }
  let room: SafetyState['room'] = { here: null, place: null }
  let proved: readonly string[] = []
  let settled: JournalLengths = {}
  let lines = 0
  let running: Promise<void> | null = null
  let told = ''

  function read(): SafetyState {
    const { lastBackup, place } = kept
    const shown = place === null ? null : { folder: place.folder, minutes: place.minutes }
    return { lastBackup, place: shown, copy: status, room }
  }

  function tell(): void {
    const state = read()
    const text = JSON.stringify({ ...state, room: [state.room.here?.level, state.room.place?.level] })
    if (text === told) return
    told = text
    onChange?.(state)
  }

  function stand(state: CopyState): void {
    status = { ...status, state }
    tell()
  }

  async function keep(next: Kept): Promise<Result<SafetyState>> {
    try {
      const text = JSON.stringify({ schema: 'scorebench.safety/1', ...next })
      await replaceFile(join(dataFolder, FILE), Buffer.from(text, 'utf8'))
      kept = next
      tell()
      return { ok: true, value: read() }
    } catch (error) {
      return diskFailure(error)
    }
  }

  async function copyOnce(): Promise<void> {
    const { place } = kept
    if (place === null) return
    // Work that comes while it is copied waits for the next time.
    const counted = lines
    if (status.state === 'done' || status.state === 'waiting') stand('copying')
    const request = {
      custodyFolder,
      place: place.folder,
      id: place.id,
      now: now(),
      lengths: lengths(),
      proved,
      settled,
    }
    const written = await copy(request)
    if (kept.place?.id !== place.id) return
    if (!written.ok) {
      proved = []
      settled = {}
      return stand(STATE_OF[written.code] ?? 'failed')
    }
    const { ahead, aside, damaged } = written.value
    proved = written.value.proved
    // What was ahead, aside or damaged is looked at again.
    settled = ahead.length + aside.length + damaged.length === 0 ? request.lengths : {}
    lines -= counted
    status = {
      state: 'done',
      at: request.now,
      ahead: ahead.length,
      aside: status.aside + aside.length,
      damaged: damaged.length,
    }
    tell()
  }

  /** One at a time; who asks while one runs waits for that one and the next. */
  async function copyNext(): Promise<void> {
    while (running !== null) await running
    running = copyOnce().finally(() => {
      running = null
    })
    await running
  }

  async function look(): Promise<void> {
    const toWrite = (await options.toWrite?.()) ?? 0
    const { place } = kept
    room = {
      here: await roomIn(dataFolder, toWrite),
      // A place that is not there has the room of the disk below its mount point: nobody's business.
      place: place === null || (await whereIs(place)) !== 'here' ? null : await roomIn(place.folder, 0),
    }
    tell()
  }

  function isDue(): boolean {
    const { place } = kept
    if (place === null || running !== null) return false
    if (status.state !== 'done') return true
    if (lines === 0) return false
    return (
      lines >= LINES_AT_MOST || Date.parse(now()) - Date.parse(status.at ?? now()) >= place.minutes * 60_000
    )
  }

  async function tick(): Promise<void> {
    await look()
    const { place } = kept
    if (place === null || running !== null) return
    const where = await whereIs(place)
    // Asked of the marker alone: no thread is started for a stick that is not there.
    if (where !== 'here') stand(where)
    else if (isDue()) await copyNext()
  }

  return {
    read,
    choosePlace: async (folder) => {
      const claimed = await claimPlace(folder, randomUUID(), now())
      if (!claimed.ok) return claimed
      const minutes = kept.place?.minutes ?? DEFAULT_MINUTES
      const done = await keep({ ...kept, place: { folder, id: claimed.value, minutes } })
      if (!done.ok) return done
      proved = []
      settled = {}
      status = { state: 'waiting', ...NOTHING_YET }
      await copyNext()
      await look()
      return { ok: true, value: read() }
    },
    leavePlace: () => {
      status = { state: 'off', ...NOTHING_YET }
      room = { ...room, place: null }
      return keep({ ...kept, place: null })
    },
    setMinutes: async (minutes) =>
      kept.place === null
        ? { ok: true, value: read() }
        : keep({ ...kept, place: { ...kept.place, minutes } }),
    noteBackup: async (path, at) => {
      const done = await keep({ ...kept, lastBackup: { at, path } })
      return done.ok ? { ok: true, value: null } : done
    },
    noteLines: (count) => {
      lines += count
      if (lines >= LINES_AT_MOST && status.state === 'done' && running === null) void copyNext()
    },
    copyNow: async (limit) => {
      if (kept.place !== null) await within(copyNext(), limit)
      return read()
    },
    tick,
    close: async () => {
      await running
    },
  }
}

const NOTHING_YET = { at: null, ahead: 0, aside: 0, damaged: 0 } as const

function within(work: Promise<void>, limit?: number): Promise<void> {
  if (limit === undefined) return work
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, limit))])
}

async function roomIn(folder: string, toWrite: number): Promise<Room | null> {
  const space = await freeSpace(folder)
  return space === null ? null : roomOf(space, toWrite)
}

type Where = 'here' | 'gone' | 'other'

async function whereIs({ folder, id }: { readonly folder: string; readonly id: string }): Promise<Where> {
  try {
    if ((await sizeOf(folder)) === null) return 'gone'
    return (await readMarker(join(folder, COPY_FOLDER)))?.id === id ? 'here' : 'other'
  } catch (error) {
    diskFailure(error)
    return 'gone'
  }
}

/** A file that is damaged counts as none: what it remembers is a convenience. */
async function readKept(path: string): Promise<Kept> {
  const nothing: Kept = { lastBackup: null, place: null }
  const bytes = await readIfThere(path)
  if (bytes === null) return nothing
  try {
    const read = readStrictly(safetySchema, JSON.parse(bytes.toString('utf8')))
    if (!read.ok) return nothing
    const { lastBackup, place } = read.value
    return { lastBackup, place }
  } catch (error) {
    if (error instanceof SyntaxError) return nothing
    throw error
  }
}
