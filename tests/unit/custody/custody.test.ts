import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rubricDigest, sha256 } from '../../../electron/custody/digest'
import { canonicalJson } from '../../../shared/domain/canonical-json'
import {
  appendAll,
  code,
  DRAFT,
  mark,
  newFolder,
  open,
  openedSheet,
  SCORER,
  SMALL_RUBRIC,
  sealedSheet,
  value,
} from './sheet-fixture'

describe('rounds and sheets', () => {
  it('freezes the standard of a round under its digest', async () => {
    const folder = await newFolder()
    const { custody, id } = await openedSheet(folder)
    const digest = rubricDigest(SMALL_RUBRIC)
    const text = canonicalJson(SMALL_RUBRIC)
    expect(await readFile(join(folder, 'rubrics', `${digest}.json`), 'utf8')).toBe(text)
    expect(await readFile(join(folder, 'sheets', id, 'rubric.json'), 'utf8')).toBe(text)
    expect(value(await custody.listRounds())).toMatchObject([{ title: '模拟考核', rubricDigest: digest }])
    expect(value(await custody.readRubric(digest)).title).toBe('小样本标准')
  })

  it('refuses what it does not know, and ids that are paths', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    expect(code(await custody.createRound({ ...DRAFT, rubricDigest: 'f'.repeat(64) }))).toBe('not-found')
    expect(code(await custody.createRound({ ...DRAFT, date: 'soon' }))).toBe('bad-request')
    expect(code(await custody.createSheet('../../etc', 'zz', SCORER))).toBe('not-found')
    expect(code(await custody.readJournal(`../${id}`, 0))).toBe('not-found')
    expect(code(await custody.readRubric('../../secret'))).toBe('not-found')
    expect(code(await custody.readEvidence(id, '../journal.jsonl'))).toBe('bad-request')
  })

  it('writes canonical, chained lines and reads them again after a restart', async () => {
    const folder = await newFolder()
    const { custody, id } = await openedSheet(folder)
    const [first] = await appendAll(custody, id, [mark(1, 2), { type: 'cleared', item: 'sr-002' }])
    await custody.close()
    const texts = (await readFile(join(folder, 'sheets', id, 'journal.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(texts).toHaveLength(3)
    for (const text of texts) {
      const { hash, ...rest } = JSON.parse(text)
      expect(canonicalJson({ ...rest, hash })).toBe(text)
      expect(sha256(canonicalJson(rest))).toBe(hash)
    }
    const again = await open(folder)
    const sheets = value(await again.listSheets())
    expect(sheets).toMatchObject([{ seq: 3, isSealed: false, hasPackage: false, damage: null }])
    expect(value(await again.readJournal(id, 1))[0]).toEqual(first)
  })

  it('writes simultaneous appends one after the other and refuses the one that is behind', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const [a, b] = await Promise.all([
      custody.appendEvents(id, 1, [mark(1, 1)]),
      custody.appendEvents(id, 1, [mark(2, 1)]),
    ])
    expect([code(a), code(b)]).toEqual([null, 'stale'])
    expect(code(await custody.appendEvents(id, 2, [mark(2, 1)]))).toBe(null)
  })

  it('refuses events that the domain or the schema refuses, all of a batch or none', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    expect(await custody.appendEvents(id, 1, [mark(1, 1), mark(9, 1)])).toEqual({
      ok: false,
      code: 'event-refused',
      detail: 'unknown-item',
    })
    const hostile = { type: 'cleared', item: 'sr-001', extra: 1 } as never
    expect(code(await custody.appendEvents(id, 1, [hostile]))).toBe('bad-request')
    expect(value(await custody.readJournal(id, 0))).toHaveLength(1)
  })

  it('is read-only once sealed', async () => {
    const { custody, id } = await sealedSheet(await newFolder())
    expect(code(await custody.appendEvents(id, 7, [mark(1, 1)]))).toBe('sealed')
  })
})

describe('a correction', () => {
  it('opens a numbered successor with the items as they stood', async () => {
    const { custody, id } = await sealedSheet(await newFolder())
    const head = value(await custody.readJournal(id, 6))[0]?.hash
    const next = value(await custody.startCorrection(id, '复核后更正'))
    expect(next.header.correction).toEqual({ no: 1, sheetId: id, head, reason: '复核后更正' })
    const [, carried, noted] = value(await custody.readJournal(next.header.sheetId, 0))
    expect(carried?.event).toMatchObject({
      type: 'carried',
      items: { 'sr-001': { status: 'scored' }, 'sr-003': { status: 'excluded', reason: '无此类道路' } },
    })
    expect(noted?.event).toEqual({ type: 'noted', item: 'sr-005', note: '次日复查' })
    const same = value(await custody.startCorrection(id, '再来'))
    expect(same.header.sheetId).toBe(next.header.sheetId)
  })

  it('needs a sealed sheet and a reason', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    expect(code(await custody.startCorrection(id, '更正'))).toBe('not-sealed')
    const sealed = await sealedSheet(await newFolder())
    expect(code(await sealed.custody.startCorrection(sealed.id, ' '))).toBe('bad-request')
  })
})

describe('evidence', () => {
  it('is kept as its original bytes under its digest', async () => {
    const folder = await newFolder()
    const { custody, id } = await openedSheet(folder)
    const bytes = Buffer.from('照片')
    const digest = value(await custody.putEvidence(id, bytes))
    expect(digest).toBe(sha256(bytes))
    expect(value(await custody.putEvidence(id, bytes))).toBe(digest)
    expect(await readdir(join(folder, 'sheets', id, 'evidence'))).toEqual([digest])
    expect(Buffer.from(value(await custody.readEvidence(id, digest)))).toEqual(bytes)
    const path = join(folder, 'sheets', id, 'evidence', digest)
    const fromFile = value(await custody.putEvidence(id, path))
    expect(fromFile).toBe(digest)
    await rm(path)
    expect(code(await custody.readEvidence(id, digest))).toBe('not-found')
    expect(code(await custody.putEvidence(id, path))).toBe('not-found')
  })
})
