import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Clock } from '../../../electron/custody/clock'
import { type Custody, openCustody } from '../../../electron/custody/custody'
import { rubricDigest } from '../../../electron/custody/digest'
import { shippedRubric } from '../../../electron/custody/shipped-rubric'
import type { Evidence } from '../../../shared/domain/evidence/evidence'
import { points } from '../../../shared/domain/points'
import type { Item, Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetEvent, StampedEvent } from '../../../shared/domain/sheet/event'
import type { RoundDraft } from '../../../shared/ipc/contract'
import type { FailureCode, Result } from '../../../shared/ipc/result'

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp()
})

function item(no: number): Item {
  return {
    id: `sr-00${no}`,
    code: `1.${no}`,
    kind: 'normal',
    title: `道路保洁${no}`,
    content: '主次干道路面干净。',
    rule: '每发现一处扣0.2分，扣完1分为止。',
    points: points(20_000),
    clauses: [
      {
        id: 'a',
        form: 'per-occurrence',
        text: '每发现一处扣0.2分，扣完1分为止',
        unit: '处',
        pointsPerUnit: points(200),
        cap: points(1000),
      },
    ],
    methods: ['现场'],
    papers: [],
    units: { lead: ['城市管理局'], support: [] },
    exclusion: 'normalise',
  }
}

const rounding = { mode: 'half-up', step: points(10) } as const

/** Five items of 20 points in one category: small, and whole in itself. */
export const SMALL_RUBRIC: Rubric = {
  schema: 'scorebench.rubric/1',
  id: 'small',
  version: '1',
  title: '小样本标准',
  source: '自编',
  notice: '非官方文本',
  points: points(100_000),
  rounding: { item: rounding, category: rounding, total: rounding },
  grades: [
    { name: '优秀', from: points(90_000) },
    { name: '不合格', from: points(0) },
  ],
  bonusCap: points(0),
  penaltyCap: points(0),
  categories: [
    {
      id: 'sr',
      code: '1',
      title: '市容环境卫生',
      weight: 10_000,
      points: points(100_000),
      children: [1, 2, 3, 4, 5].map(item),
    },
  ],
}

export const DRAFT: RoundDraft = {
  kind: 'mock',
  title: '模拟考核',
  date: '2026-01-15',
  rubricDigest: rubricDigest(SMALL_RUBRIC),
  subjects: [{ id: 'zz', name: '郑州市', league: '省辖市' }],
  team: [],
}

export const SCORER = { name: '检查员甲', unit: '考核组', role: 'inspector' } as const

/** A clock that ticks one second a reading. */
export function tickingClock(): Clock {
  let ticks = 0
  return {
    now: () => new Date(Date.UTC(2026, 0, 15, 1) + ++ticks * 1000).toISOString(),
    mono: () => ticks * 1000,
    boot: '00000000-0000-4000-8000-000000000001',
  }
}

/** Ids that count: the same run makes the same ones. */
export function countingIds(): () => string {
  let no = 0
  return () => `00000000-0000-4000-8000-${String(++no).padStart(12, '0')}`
}

/** A folder of its own for the tests of a file, gone after them. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scorebench-test-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Opens custody for the tests of a file, and closes it after. */
export async function open(folder: string, clock = tickingClock()): Promise<Custody> {
  const custody = await openCustody(folder, clock, {
    builtin: [shippedRubric(SMALL_RUBRIC)],
    newId: countingIds(),
  })
  cleanups.push(() => custody.close())
  return custody
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail ?? ''}`)
  return result.value
}

export function code(result: Result<unknown>): FailureCode | null {
  return result.ok ? null : result.code
}

/** A custody with one sheet of one line. */
export async function openedSheet(folder: string): Promise<{ custody: Custody; id: string }> {
  const custody = await open(folder)
  const round = value(await custody.createRound(DRAFT))
  const sheet = value(await custody.createSheet(round.id, 'zz', SCORER))
  return { custody, id: sheet.header.sheetId }
}

export function mark(no: number, n: number): SheetEvent {
  return {
    type: 'marked',
    item: `sr-00${no}`,
    clause: 'a',
    mark: { value: { kind: 'count', n }, reason: '路口有积尘' },
  }
}

export async function appendAll(
  custody: Custody,
  id: string,
  events: readonly SheetEvent[],
): Promise<readonly StampedEvent[]> {
  const known = value(await custody.readJournal(id, 0)).length
  return value(await custody.appendEvents(id, known, events))
}

/** Evidence in custody, as an event names it. */
export async function kept(custody: Custody, id: string, bytes: Uint8Array): Promise<Evidence> {
  const sha256 = value(await custody.putEvidence(id, bytes))
  return { sha256, name: 'IMG_1.jpg', media: 'image/jpeg', size: bytes.length, flags: ['no-exif'] }
}

/** Scores four items, attaches evidence to the last, and seals with one unchecked. */
export async function sealedSheet(
  folder: string,
  ...files: readonly Uint8Array[]
): Promise<{ custody: Custody; id: string }> {
  const opened = await openedSheet(folder)
  const evidence: Evidence[] = []
  for (const bytes of files) evidence.push(await kept(opened.custody, opened.id, bytes))
  const attached: SheetEvent[] = evidence.length === 0 ? [] : [{ type: 'attached', item: 'sr-005', evidence }]
  await appendAll(opened.custody, opened.id, [
    mark(1, 3),
    { type: 'cleared', item: 'sr-002' },
    { type: 'excluded', item: 'sr-003', reason: '无此类道路' },
    mark(4, 9),
    { type: 'noted', item: 'sr-005', note: '次日复查' },
    ...attached,
    { type: 'sealed', unchecked: 1, reason: '时间不足' },
  ])
  return opened
}
