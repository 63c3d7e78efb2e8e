import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evidenceOn } from '../../shared/domain/evidence/on-sheet'
import { findingsOf } from '../../shared/domain/findings/findings-of'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { quantile } from '../bench/statistics'
import { treeMemory } from '../bench/tree-memory'
import { type CheckedByHand, checkByHand } from '../e2e/by-hand'
import type { Launched } from '../e2e/launch'
import { type DaySize, dayPlan, walkItem } from './day'
import { daySeen, watchDay } from './day-probe'
import { handsOn, until } from './hands'
import { makeIdentity, PASSPHRASE, save, seal, sign, startRound, verifyByDialog } from './journey'
import { phonePhotos } from './photos'
import { builtinRubric, savedSeq } from './scoring'

export interface DayFigures {
  readonly items: number
  readonly findings: number
  readonly places: number
  readonly photos: number
  readonly keysPerItem: number
  readonly characters: number
  readonly durable: { readonly p50: number; readonly p95: number; readonly p99: number }
  readonly totals: { readonly p50: number; readonly p95: number; readonly p99: number }
  readonly frames: number
  readonly slowFrames: number
  readonly longestFrame: number
  /** MiB (PSS of all processes): the sheet just opened, and after the last item. */
  readonly memoryBefore: number
  readonly memoryAfter: number
  readonly sealSeconds: number
  readonly signSeconds: number
  readonly verifySeconds: number
  readonly verdict: string
}

/** A whole day by keyboard alone, from home to a package that stock tools accept. Throws where it does not come through. */
export async function wholeDay(
  { app, page }: Launched,
  size: DaySize,
  photoBytes: number,
): Promise<DayFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'scorebench-day-'))
  const hands = handsOn(page)
  try {
    const photos = await phonePhotos(page, join(folder, 'DCIM'), size.photos, photoBytes)
    await startRound(page, hands, { subject: '洛阳' })
    const rubric = await builtinRubric(page)
    const day = dayPlan(rubric, size, photos)
    const memoryBefore = await treeMemory(app.process().pid ?? 0)
    await watchDay(page)
    const start = hands.count()
    for (const item of day) {
      const before = await savedSeq(page)
      await walkItem(app, page, hands, item)
      await until('the item on disk', async () => (await savedSeq(page)) > before)
    }
    const end = hands.count()
    const seen = await daySeen(page)
    const memoryAfter = await treeMemory(app.process().pid ?? 0)

    const [sealSeconds] = await timed(() => seal(page, hands))
    await makeIdentity(hands)
    await until('the passphrase', () => page.getByTestId('seal-sign-passphrase').isVisible())
    const [signSeconds] = await timed(() => sign(page, hands, PASSPHRASE))
    const path = join(folder, 'day.zip')
    await save(app, page, hands, path)
    await until('the package', () => existsSync(path))
    const [verifySeconds, verdict] = await timed(() => verifyByDialog(app, page, hands, path))
    const { findings, places, kept } = contentsOf(rubric, checkByHand(path))
    const spread = (all: readonly number[]) => ({
      p50: quantile(all, 0.5),
      p95: quantile(all, 0.95),
      p99: quantile(all, 0.99),
    })
    return {
      items: day.length,
      findings,
      places,
      photos: kept,
      keysPerItem: (end.keys - start.keys) / day.length,
      characters: end.characters - start.characters,
      durable: spread(seen.keys.map(({ durable }) => durable)),
      totals: spread(seen.keys.map(({ totals }) => totals)),
      frames: seen.frames,
      slowFrames: seen.slowFrames,
      longestFrame: seen.longestFrame,
      memoryBefore,
      memoryAfter,
      sealSeconds,
      signSeconds,
      verifySeconds,
      verdict,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const from = performance.now()
  const value = await work()
  return [(performance.now() - from) / 1000, value]
}

/** What a package that stock tools accepted says was found. Its unpacked copy is deleted. */
function contentsOf(rubric: Rubric, { folder, result }: CheckedByHand) {
  rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  const items = new Map(Object.entries(result.marks))
  const found = findingsOf(rubric, { items, header: result.sheet })
  const places = new Set(found.flatMap(({ place }) => (place === null ? [] : [place])))
  return { findings: found.length, places: places.size, kept: evidenceOn(items).size }
}
