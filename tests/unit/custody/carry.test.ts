import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Custody, openCustody } from '../../../electron/custody/custody'
import { rubricDigest } from '../../../electron/custody/digest'
import { shippedRubric } from '../../../electron/custody/shipped-rubric'
import { points } from '../../../shared/domain/points'
import { allItems, type Item, type Rubric } from '../../../shared/domain/rubric/rubric'
import { replaySheet, sheetResult } from '../../../shared/domain/sheet/replay'
import { stampedEventSchema } from '../../../shared/schema/event-schema'
import { resultSchema } from '../../../shared/schema/result-schema'
import {
  appendAll,
  code,
  countingIds,
  DRAFT,
  mark,
  newFolder,
  SCORER,
  SMALL_RUBRIC,
  tickingClock,
  value,
} from './sheet-fixture'

/** The same standard, version 2: dearer, one item gone, one with a clause more, one with another unit. */
const SECOND = changed((item) => {
  switch (item.id) {
    case 'sr-001':
      return {
        ...item,
        clauses: item.clauses.map((one) => ({ ...one, pointsPerUnit: points(400) })) as never,
      }
    case 'sr-002': {
      const more = { id: 'b', form: 'all-or-nothing' as const, text: '扣完1分为止', deduct: points(1_000) }
      return { ...item, clauses: [...item.clauses, more] }
    }
    case 'sr-004':
      return { ...item, clauses: item.clauses.map((one) => ({ ...one, unit: '项' })) as never }
    default:
      return item
  }
})

function changed(change: (item: Item) => Item): Rubric {
  const categories = SMALL_RUBRIC.categories.map((category) => ({
    ...category,
    children: allItems(SMALL_RUBRIC).map(change),
  }))
  return { ...SMALL_RUBRIC, version: '2', categories }
}

const SECOND_DIGEST = rubricDigest(SECOND)

const custodies: Custody[] = []
afterAll(async () => {
  for (const custody of custodies) await custody.close()
})

async function scoredSheet() {
  const folder = await newFolder()
  const custody = await openCustody(folder, tickingClock(), {
    builtin: [shippedRubric(SMALL_RUBRIC), shippedRubric(SECOND)],
    newId: countingIds(),
  })
  custodies.push(custody)
  const round = value(await custody.createRound({ ...DRAFT, team: [SCORER] }))
  const sheet = value(await custody.createSheet(round.id, 'zz', SCORER))
  const id = sheet.header.sheetId
  await appendAll(custody, id, [
    mark(1, 3),
    { type: 'cleared', item: 'sr-002' },
    { type: 'excluded', item: 'sr-003', reason: '无此类道路' },
    mark(4, 2),
    { type: 'noted', item: 'sr-004', note: '次日复查' },
    { type: 'noted', item: 'sr-005', note: '待查' },
  ])
  return { folder, custody, id, round }
}

describe('a sheet carried to another version', () => {
  it('is shown first: both totals, what goes over and what does not', async () => {
    const { custody, id } = await scoredSheet()
    const preview = value(await custody.previewCarry(id, SECOND_DIGEST))
    expect(preview).toMatchObject({
      sheetId: id,
      rubric: { digest: SECOND_DIGEST, version: '2' },
      before: { checked: 4, count: 5 },
      after: { checked: 2, count: 5 },
      carried: 2,
      already: null,
      round: null,
    })
    expect(preview.notCarried.map(({ item, why }) => [item.id, why])).toEqual([['sr-004', 'meaning-changed']])
    expect(preview.lookAgain.map(({ item, why }) => [item.id, why])).toEqual([
      ['sr-002', 'clause-added'],
      ['sr-004', 'mark-lost'],
    ])
    expect(value(await custody.listSheets())).toHaveLength(1)
    expect(value(await custody.listRounds())).toHaveLength(1)
  })

  it('is a new sheet in a round of the same subjects and team that says where it came from', async () => {
    const { custody, folder, id, round } = await scoredSheet()
    const before = await readFile(join(folder, 'sheets', id, 'journal.jsonl'))
    const { head, after } = value(await custody.previewCarry(id, SECOND_DIGEST))
    const made = value(await custody.carrySheet(id, SECOND_DIGEST, head, '模拟考核 · 标准 2'))
    expect(made.header).toMatchObject({
      subject: { id: 'zz' },
      scorer: SCORER,
      correction: null,
      carriedFrom: { sheetId: id, head, rubricDigest: DRAFT.rubricDigest, rubricVersion: '1' },
      round: { title: '模拟考核 · 标准 2', rubricVersion: '2', rubricDigest: SECOND_DIGEST },
    })
    const [newest] = value(await custody.listRounds())
    expect(newest).toMatchObject({ subjects: round.subjects, team: round.team, kind: round.kind })
    expect(await readFile(join(folder, 'sheets', id, 'journal.jsonl'))).toEqual(before)

    const lines = value(await custody.readJournal(made.header.sheetId, 0))
    expect(lines.map(({ event }) => event.type)).toEqual(['opened', 'carried', 'noted', 'noted'])
    const played = replaySheet(SECOND, lines)
    if (!played.ok) throw new Error(played.code)
    await appendAll(custody, made.header.sheetId, [{ type: 'sealed', unchecked: 3, reason: '到时' }])
    const sealed = replaySheet(SECOND, value(await custody.readJournal(made.header.sheetId, 0)))
    if (!sealed.ok) throw new Error(sealed.code)
    const result = sheetResult(SECOND, sealed.state)
    expect(result.score).toMatchObject({ low: after.low, high: after.high })
    expect(resultSchema.safeParse(result).success).toBe(true)
  })

  it('is made once of the same marks, and joins the round that was made for the others', async () => {
    const { custody, id, round } = await scoredSheet()
    const { head } = value(await custody.previewCarry(id, SECOND_DIGEST))
    const made = value(await custody.carrySheet(id, SECOND_DIGEST, head, '标准 2'))
    const again = value(await custody.carrySheet(id, SECOND_DIGEST, head, '又一轮'))
    expect(again.header.sheetId).toBe(made.header.sheetId)
    expect(value(await custody.previewCarry(id, SECOND_DIGEST)).already).toBe(made.header.sheetId)

    const other = value(await custody.createSheet(round.id, 'zz', { ...SCORER, name: '检查员乙' }))
    const next = value(await custody.previewCarry(other.header.sheetId, SECOND_DIGEST))
    expect(next.round).toBe('标准 2')
    const joined = value(
      await custody.carrySheet(other.header.sheetId, SECOND_DIGEST, other.head, '不用的名字'),
    )
    expect(joined.header.round.id).toBe(made.header.round.id)
    expect(value(await custody.listRounds())).toHaveLength(2)
  })

  it('goes over from a sealed sheet too, and can be corrected itself', async () => {
    const { custody, id } = await scoredSheet()
    await appendAll(custody, id, [{ type: 'sealed', unchecked: 1, reason: '到时' }])
    const { head } = value(await custody.previewCarry(id, SECOND_DIGEST))
    const made = value(await custody.carrySheet(id, SECOND_DIGEST, head, '标准 2'))
    expect(made.isSealed).toBe(false)
    const newId = made.header.sheetId
    await appendAll(custody, newId, [{ type: 'sealed', unchecked: 3, reason: '到时' }])
    const correction = value(await custody.startCorrection(newId, '复核'))
    expect(correction.header.carriedFrom).toEqual(made.header.carriedFrom)
    expect(correction.header.correction?.sheetId).toBe(newId)
  })

  it('is refused to its own standard, to one that is not there, and where the sheet has gone on', async () => {
    const { custody, id } = await scoredSheet()
    const { head } = value(await custody.previewCarry(id, SECOND_DIGEST))
    expect(code(await custody.previewCarry(id, DRAFT.rubricDigest))).toBe('bad-request')
    expect(code(await custody.previewCarry(id, '0'.repeat(64)))).toBe('not-found')
    expect(code(await custody.previewCarry('nobody', SECOND_DIGEST))).toBe('not-found')
    await appendAll(custody, id, [mark(5, 1)])
    expect(code(await custody.carrySheet(id, SECOND_DIGEST, head, '标准 2'))).toBe('stale')
    expect(value(await custody.listRounds())).toHaveLength(1)
  })

  it('freezes a draft that it goes to, and refuses one with errors', async () => {
    const { custody, id } = await scoredSheet()
    const own = { ...SECOND, id: 'own', version: '3' }
    const draft = value(await custody.drafts.create(own, null))
    const digest = rubricDigest(draft.rubric)
    const { head } = value(await custody.previewCarry(id, digest))
    value(await custody.carrySheet(id, digest, head, '标准 3'))
    const listed = value(await custody.listRubrics()).find((one) => one.digest === digest)
    expect(listed?.state).toBe('frozen')

    const lighter = own.categories.map((category) => ({ ...category, weight: 9_000 }))
    const broken = value(await custody.drafts.create({ ...own, version: '4', categories: lighter }, null))
    expect(code(await custody.previewCarry(id, rubricDigest(broken.rubric)))).toBe('rubric-unproved')
  })
})

describe('a journal from before sheets could be carried', () => {
  it('reads as it did: its header says nothing of an origin', async () => {
    const { custody, id } = await scoredSheet()
    const [first] = value(await custody.readJournal(id, 0))
    if (first?.event.type !== 'opened') throw new Error('no header')
    expect(first.event.header).not.toHaveProperty('carriedFrom')
    const read = stampedEventSchema.safeParse(first)
    expect(read.success && read.data).toEqual(first)
    const odd = { ...first, event: { ...first.event, header: { ...first.event.header, carriedFrom: null } } }
    expect(stampedEventSchema.safeParse(odd).success).toBe(false)
  })
})
