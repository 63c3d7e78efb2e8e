import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOf, lineText } from '../../../electron/custody/journal-line'
import { readJournalBytes } from '../../../electron/custody/journal-read'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import { appendAll, code, mark, newFolder, open, openedSheet, sealedSheet, value } from './sheet-fixture'

async function written(): Promise<{ folder: string; id: string; journal: string; lines: StampedEvent[] }> {
  const folder = await newFolder()
  const { custody, id } = await openedSheet(folder)
  await appendAll(custody, id, [mark(1, 1), mark(2, 2), mark(3, 3)])
  const lines = [...value(await custody.readJournal(id, 0))]
  await custody.close()
  return { folder, id, journal: join(folder, 'sheets', id, 'journal.jsonl'), lines }
}

describe('a torn last line', () => {
  it.each([1, 2, 40, 200])('of which %i bytes are missing is cut off, kept and reported', async (missing) => {
    const { folder, id, journal, lines } = await written()
    const whole = await readFile(journal)
    await truncate(journal, whole.length - missing)
    const custody = await open(folder)
    expect(value(await custody.listSheets())).toMatchObject([
      { seq: 3, damage: { kind: 'torn-tail', line: 4 } },
    ])
    const kept = await readFile(join(folder, 'sheets', id, 'journal.torn-1'))
    expect(kept.length).toBeGreaterThan(0)
    expect(whole.subarray(0, whole.length - missing).subarray(-kept.length)).toEqual(kept)
    expect(code(await custody.appendEvents(id, 4, [mark(4, 1)]))).toBe('stale')
    expect(value(await custody.restoreJournal(id, lines))).toMatchObject({ seq: 4, damage: null })
    expect(await readFile(journal)).toEqual(whole)
    expect(code(await custody.appendEvents(id, 4, [mark(4, 1)]))).toBe(null)
  })

  it('of zero bytes (a file grown but not filled) is torn too', async () => {
    const { folder, journal } = await written()
    await appendFile(journal, Buffer.alloc(700))
    const custody = await open(folder)
    expect(value(await custody.listSheets())).toMatchObject([
      { seq: 4, damage: { kind: 'torn-tail', line: 5 } },
    ])
  })
})

describe('a broken chain', () => {
  const changes: readonly [string, number, (texts: string[]) => string[]][] = [
    [
      'an edited line',
      2,
      (texts) => texts.map((text, at) => (at === 1 ? text.replace('"n":1', '"n":0') : text)),
    ],
    ['a removed line', 2, (texts) => texts.filter((_, at) => at !== 1)],
    ['two lines swapped', 2, ([a = '', b = '', c = '', d = '']) => [a, c, b, d]],
    ['a line twice', 3, ([a = '', b = '', ...rest]) => [a, b, b, ...rest]],
    ['white space', 3, (texts) => texts.map((text, at) => (at === 2 ? text.replace(':', ': ') : text))],
    ['an empty line', 4, ([a = '', b = '', c = '', d = '']) => [a, b, c, '', d]],
    [
      'an edited last line',
      4,
      (texts) => texts.map((text, at) => (at === 3 ? text.replace('"n":3', '"n":0') : text)),
    ],
  ]

  it.each(changes)(
    '%s is found at its line and stops writing until it is restored',
    async (_, line, change) => {
      const { folder, id, journal, lines } = await written()
      const texts = (await readFile(journal, 'utf8')).trimEnd().split('\n')
      const damaged = `${change(texts).join('\n')}\n`
      await writeFile(journal, damaged)
      const custody = await open(folder)
      const [sheet] = value(await custody.listSheets())
      expect(sheet).toMatchObject({ seq: line - 1, damage: { kind: 'broken-chain', line } })
      expect(value(await custody.readJournal(id, 0))).toEqual(lines.slice(0, line - 1))
      expect(code(await custody.appendEvents(id, line - 1, [mark(4, 1)]))).toBe('journal-damaged')
      expect(code(await custody.restoreJournal(id, lines.slice(0, line - 2)))).toBe('bad-request')
      expect(value(await custody.restoreJournal(id, lines.slice(line - 1)))).toMatchObject({
        seq: 4,
        damage: null,
      })
      expect(await readFile(join(folder, 'sheets', id, 'journal.damaged-1'), 'utf8')).toBe(damaged)
      expect(await readFile(journal, 'utf8')).toBe(lines.map(lineText).join(''))
      expect(code(await custody.appendEvents(id, 4, [mark(4, 1)]))).toBe(null)
    },
  )

  it('is not mended by lines that rewrite what is there', async () => {
    const { folder, id, journal, lines } = await written()
    await truncate(journal, Buffer.byteLength(lines.slice(0, 3).map(lineText).join('')))
    const custody = await open(folder)
    const forged = lines.map((line) => ({ ...line }))
    for (const [at, line] of forged.entries()) {
      const prev = at === 0 ? line.prev : (forged[at - 1]?.hash ?? '')
      const next = { ...line, by: '别人', prev }
      forged[at] = { ...next, hash: hashOf(next) }
    }
    expect(await custody.restoreJournal(id, forged)).toEqual({
      ok: false,
      code: 'bad-request',
      detail: 'line 1 differs',
    })
    const [, , , last] = lines
    if (last === undefined) throw new Error('no line')
    expect(code(await custody.restoreJournal(id, [{ ...last, by: '别人' }]))).toBe('bad-request')
    expect(value(await custody.restoreJournal(id, [last]))).toMatchObject({ seq: 4 })
  })
})

describe('a sheet that is gone', () => {
  it('is made again from the lines that the screen has', async () => {
    const { folder, id, journal, lines } = await written()
    const whole = await readFile(journal)
    await rm(join(folder, 'sheets'), { recursive: true })
    const custody = await open(folder)
    expect(value(await custody.listSheets())).toEqual([])
    expect(code(await custody.restoreJournal(id, lines.slice(1)))).toBe('not-found')
    expect(value(await custody.restoreJournal(id, lines))).toMatchObject({ seq: 4, damage: null })
    expect(await readFile(journal)).toEqual(whole)
  })

  it('keeps its evidence when only the journal is gone', async () => {
    const { folder, id, journal, lines } = await written()
    await writeFile(journal, 'garbage\n')
    const custody = await open(folder)
    expect(value(await custody.restoreJournal(id, lines))).toMatchObject({ seq: 4 })
    expect(await readdir(join(folder, 'sheets', id))).toContain('journal.damaged-1')
  })

  it('is not lengthened after its seal', async () => {
    const folder = await newFolder()
    const { custody, id } = await sealedSheet(folder)
    const lines = value(await custody.readJournal(id, 0))
    const last = lines.at(-1)
    if (last === undefined) throw new Error('no line')
    const next = { ...last, seq: last.seq + 1, prev: last.hash, event: mark(1, 0) }
    const answer = await custody.restoreJournal(id, [{ ...next, hash: hashOf(next) }])
    expect(answer).toEqual({ ok: false, code: 'event-refused', detail: 'sealed' })
  })
})

describe('readJournalBytes', () => {
  it('finds a flip of any bit of a journal', async () => {
    const { journal } = await written()
    const whole = await readFile(journal)
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      expect(readJournalBytes(bytes).damage, `byte ${at}`).not.toBe(null)
    }
  })
})
