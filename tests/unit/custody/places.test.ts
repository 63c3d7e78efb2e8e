import { afterAll, describe, expect, it } from 'vitest'
import { type Custody, openCustody } from '../../../electron/custody/custody'
import { rubricDigest } from '../../../electron/custody/digest'
import { shippedRubric } from '../../../electron/custody/shipped-rubric'
import type { Place, PlannedPlace } from '../../../shared/domain/round/place'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import {
  appendAll,
  code,
  countingIds,
  DRAFT,
  mark,
  newFolder,
  open,
  SCORER,
  SMALL_RUBRIC,
  tickingClock,
  value,
} from './sheet-fixture'

const ROAD: Place = { name: '人民路', kind: 'road', grade: '主干道' }
const PLANNED: readonly PlannedPlace[] = [
  { ...ROAD, subject: 'zz' },
  { name: '鼓楼', kind: 'other', subject: 'kf' },
  { name: '汽车站', kind: 'station' },
]

const custodies: Custody[] = []
afterAll(async () => {
  for (const custody of custodies) await custody.close()
})

const SECOND: Rubric = { ...SMALL_RUBRIC, version: '2' }

/** A sheet of a round with a list of places, with one more listed and one seen. */
async function walked() {
  const folder = await newFolder()
  const builtin = [shippedRubric(SMALL_RUBRIC), shippedRubric(SECOND)]
  const custody = await openCustody(folder, tickingClock(), { builtin, newId: countingIds() })
  custodies.push(custody)
  const round = value(await custody.createRound({ ...DRAFT, places: PLANNED }))
  const id = value(await custody.createSheet(round.id, 'zz', SCORER)).header.sheetId
  await appendAll(custody, id, [
    mark(1, 2),
    {
      type: 'places-listed',
      places: [
        { name: '汽车站', kind: 'station', isSeen: true },
        { name: '文化宫', kind: 'office' },
      ],
    },
  ])
  return { custody, folder, id, round }
}

const AFTER = [ROAD, { name: '汽车站', kind: 'station', isSeen: true }, { name: '文化宫', kind: 'office' }]

describe('a round with a list of places', () => {
  it('keeps it, and begins each sheet with those of its subject; headers carry none', async () => {
    const { custody, id } = await walked()
    expect(value(await custody.listRounds())).toMatchObject([{ places: PLANNED }])
    const [opened] = value(await custody.readJournal(id, 0))
    expect(opened?.event).toMatchObject({
      type: 'opened',
      places: [ROAD, { name: '汽车站', kind: 'station' }],
    })
    expect(value(await custody.listSheets())[0]?.header.round).not.toHaveProperty('places')
  })

  it('that has none says nothing of them', async () => {
    const custody = await open(await newFolder())
    const round = value(await custody.createRound({ ...DRAFT, places: [] }))
    expect(round).not.toHaveProperty('places')
    const id = value(await custody.createSheet(round.id, 'zz', SCORER)).header.sheetId
    expect(value(await custody.readJournal(id, 0))[0]?.event).not.toHaveProperty('places')
  })

  it('is refused what is no place', async () => {
    const custody = await open(await newFolder())
    const wrong = [{ name: '', kind: 'road' }] as const
    expect(code(await custody.createRound({ ...DRAFT, places: wrong }))).toBe('bad-request')
  })

  it('hands its sheet’s places on to a correction', async () => {
    const { custody, id } = await walked()
    await appendAll(custody, id, [{ type: 'sealed', unchecked: 4, reason: '到时' }])
    const next = value(await custody.startCorrection(id, '更正')).header.sheetId
    expect(value(await custody.readJournal(next, 0))[0]?.event).toMatchObject({ places: AFTER })
  })

  it('and to a sheet under another version, whose round keeps the list', async () => {
    const { custody, id } = await walked()
    const digest = rubricDigest(SECOND)
    const preview = value(await custody.previewCarry(id, digest))
    const next = value(await custody.carrySheet(id, digest, preview.head, '模拟考核 2')).header.sheetId
    expect(value(await custody.readJournal(next, 0))[0]?.event).toMatchObject({ places: AFTER })
    expect(value(await custody.listRounds())[0]).toMatchObject({ title: '模拟考核 2', places: PLANNED })
  })
})
