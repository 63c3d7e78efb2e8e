import { useCallback, useEffect, useState } from 'react'
import type { FailureCode } from '../../shared/ipc/result'
import { database } from '../db/database'
import { type Repair, synchronise } from '../db/synchronise'

/** A repair and the sheet it was made on, as the person knows it. */
export interface NamedRepair extends Repair {
  readonly sheet: string
}

export type StartUp =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly repairs: readonly NamedRepair[] }
  | { readonly state: 'refused'; readonly code: FailureCode }
  /** The browser store could not be opened, or its copies could not be compared: `detail` is the cause. */
  | { readonly state: 'broken'; readonly isStore: boolean; readonly detail: string }

/** Runs once per page, however often React mounts; a retry puts a new run in its place. */
let running: Promise<StartUp> | null = null

/** Makes journal and browser store agree before the first screen shows. */
export function useStartUp(): {
  readonly startUp: StartUp
  readonly retry: () => void
  readonly rebuild: () => void
} {
  const [startUp, setStartUp] = useState<StartUp>({ state: 'starting' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt runs anew
  useEffect(() => {
    running ??= start()
    const mine = running
    void mine.then((outcome) => mine === running && setStartUp(outcome))
  }, [attempt])
  const retry = useCallback(() => {
    running = null
    setStartUp({ state: 'starting' })
    setAttempt((before) => before + 1)
  }, [])
  const rebuild = useCallback(() => {
    setStartUp({ state: 'starting' })
    running = database.delete().then(start, brokenStore)
    setAttempt((before) => before + 1)
  }, [])
  return { startUp, retry, rebuild }
}

async function start(): Promise<StartUp> {
  try {
    await database.open()
  } catch (error) {
    return brokenStore(error)
  }
  try {
    const repairs = await synchronise(database, window.scorebench)
    if (!repairs.ok) return { state: 'refused', code: repairs.code }
    return { state: 'ready', repairs: await Promise.all(repairs.value.map(named)) }
  } catch (error) {
    return { state: 'broken', isStore: false, detail: words(error) }
  }
}

function brokenStore(error: unknown): StartUp {
  return { state: 'broken', isStore: true, detail: words(error) }
}

async function named(repair: Repair): Promise<NamedRepair> {
  const card = await database.cards.get(repair.sheetId)
  const sheet =
    card === undefined ? repair.sheetId : `${card.header.subject.name} · ${card.header.scorer.name}`
  return { ...repair, sheet }
}

function words(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
