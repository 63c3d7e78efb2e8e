import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atMost, type Figure, NOTHING_TO_REACH } from './figure'
import type { Key, KeyTimes } from './inside/key-probe'
import type { PreparedDesk } from './inside/prepare-desk'
import { median, medianRatio, quantile } from './statistics'
import { SHEET, type Windows } from './windows'

const PLUS: Key = { key: '+', code: 'NumpadAdd', text: '+', windowsVirtualKeyCode: 107 }
const MINUS: Key = { key: '-', code: 'Minus', text: '-', windowsVirtualKeyCode: 189 }
const SPACE: Key = { key: ' ', code: 'Space', text: ' ', windowsVirtualKeyCode: 32 }

const FRAME_MS = 1000 / 60
const WARM = 20
const MARKS = 100
const CLEARS = 100
/** Between two keys, ms, and a little more so that they fall anywhere in a frame. */
const PAUSE_MS = 60

interface Taken {
  readonly keys: KeyTimes[]
  readonly put: number[]
  readonly append: number[]
  readonly call: number[]
}

/** Key presses in the real window: until durable in both copies, and until the totals are on screen. */
export async function keyFigures(
  windows: Windows,
  dataFolder: string,
  desk: PreparedDesk,
): Promise<Figure[]> {
  const taken: Taken = { keys: [], put: [], append: [], call: [] }
  const window = windows.app(dataFolder, SHEET)
  try {
    await window.ask('painted')
    await pause(1500)
    await window.ask('probeKeys')
    const path = join(dataFolder, 'custody', 'bench-append.jsonl')
    const value = { ...JSON.parse(desk.line), sheetId: desk.spare.sheetId }
    let { seq } = desk.spare
    for (let at = 0; at < WARM + MARKS + CLEARS; at++) {
      // The counted item has a mark already: leaving it writes nothing.
      if (at === WARM + MARKS) await window.ask('step', SPACE)
      // First the count goes up and down on one item, then items are cleared and left.
      const key = at >= WARM + MARKS ? SPACE : at % 2 === 0 ? PLUS : MINUS
      const put = await window.ask<number>('rawPut', value)
      const append = await window.ask<number>('rawAppend', { path, text: `${desk.line}\n` })
      const item = desk.spare.items[at] ?? ''
      const call = await window.ask<number>('callAppend', {
        sheetId: desk.spare.sheetId,
        afterSeq: seq++,
        item,
      })
      await pause(PAUSE_MS + ((at * 7) % 17))
      const times = await window.ask<KeyTimes>('press', key)
      if (at < WARM) continue
      taken.put.push(put)
      taken.append.push(append)
      taken.call.push(call)
      taken.keys.push(times)
    }
  } finally {
    await window.close()
  }
  return [...durable(taken), ...totals(taken)]
}

function durable({ keys, put, append, call }: Taken): Figure[] {
  const raw = put.map((ms, at) => ms + (append[at] ?? 0))
  const both = keys.map(({ pressed, kept }) => kept - pressed)
  const line = (id: string, what: string, measured: readonly number[], share: number): Figure => ({
    id: `durable.${id}`,
    what,
    value: quantile(measured, share),
    unit: 'ms',
    against: `raw strict put + append and fsync${share === 0.5 ? '' : ', p99'}`,
    yardstick: quantile(raw, share),
    ratio: quantile(measured, share) / quantile(raw, share),
    ...NOTHING_TO_REACH,
  })
  return [
    { ...line('p50', 'Key → on disk in both copies, p50', both, 0.5), ...atMost(medianRatio(both, raw), 3) },
    {
      ...line('p99', 'Key → on disk in both copies, p99', both, 0.99),
      toReach: '< 16 ms',
      isReached: quantile(both, 0.99) < 16,
    },
    {
      ...line('call', '· of it: the screen’s call → fsynced and acknowledged, p50', call, 0.5),
      against: 'raw append and fsync',
      yardstick: median(append),
      ratio: medianRatio(call, append),
    },
    line(
      'shown',
      '· of it: key → acknowledged and in the document, p50',
      keys.map((key) => key.inDocument - key.pressed),
      0.5,
    ),
    {
      ...line(
        'copy',
        '· of it: the browser’s copy, asked → on disk, p50',
        keys.map(({ asked, kept }) => kept - asked),
        0.5,
      ),
      against: 'raw strict put',
      yardstick: median(put),
      ratio: medianRatio(
        keys.map(({ asked, kept }) => kept - asked),
        put,
      ),
    },
  ]
}

/** A key falls anywhere in a frame; whoever makes the next one is on screen when that ends: two frames at most. */
const NEXT_FRAME = 2

function totals({ keys }: Taken): Figure[] {
  const painted = keys.map((key) => (key.painted - key.pressed) / FRAME_MS)
  return ([0.5, 0.99] as const).map((share) => {
    const value = quantile(painted, share)
    return {
      id: `totals.p${share * 100}`,
      what: `Key → totals painted, p${share * 100} (${(value * FRAME_MS).toFixed(1)} ms)`,
      value,
      unit: 'frames',
      against: 'a frame of 16.7 ms',
      yardstick: 1,
      ratio: value,
      toReach: 'the end of the next frame',
      isReached: value <= NEXT_FRAME,
    }
  })
}
