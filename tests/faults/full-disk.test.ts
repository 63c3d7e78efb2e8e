import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readJournalBytes } from '../../electron/custody/journal-read'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { appendAll, code, mark, open, openedSheet, value } from '../unit/custody/sheet-fixture'

/** A real small disk: tmpfs needs root. Null where there is none, and the tests say that they were left out. */
function mountSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'scorebench-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'pipe' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

let disk: string | null = null
beforeEach(() => {
  disk = mountSmallDisk()
})
afterEach(() => {
  if (disk === null) return
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true })
})

describe('a full disk', () => {
  it('stops scoring with a clear word, loses nothing acknowledged, and goes on when there is room', async (context) => {
    if (disk === null) return context.skip('no tmpfs can be mounted here (Linux and root are needed)')
    const { custody, id } = await openedSheet(disk)
    const journal = join(disk, 'sheets', id, 'journal.jsonl')
    const ballast = join(disk, 'ballast')
    const acknowledged: StampedEvent[] = [...value(await custody.readJournal(id, 0))]
    for (let round = 0; round < 3; round++) {
      fill(ballast)
      let refused: string | null = null
      for (let n = 1; refused === null && n < 500; n++) {
        const answer = await custody.appendEvents(id, acknowledged.length, [mark((n % 5) + 1, n), mark(1, n)])
        if (answer.ok) acknowledged.push(...answer.value)
        else refused = answer.code
      }
      expect(refused).toBe('disk-full')
      expect(value(await custody.readJournal(id, 0))).toEqual(acknowledged)
      const reading = readJournalBytes(readFileSync(journal))
      expect(reading.damage).toBe(null)
      expect(reading.lines).toEqual(acknowledged)
      expect(code(await custody.startCorrection(id, '更正'))).toBe('not-sealed')
      expect(code(await custody.putEvidence(id, Buffer.alloc(300_000)))).toBe('disk-full')
      rmSync(ballast)
      acknowledged.push(
        ...(await appendAll(custody, id, [{ type: 'noted', item: 'sr-001', note: `第${round}次` }])),
      )
      expect(statSync(journal).size).toBeGreaterThan(0)
    }
    await custody.close()
    const again = await open(disk)
    expect(value(await again.listSheets())).toMatchObject([{ seq: acknowledged.length, damage: null }])
    expect(value(await again.readJournal(id, 0))).toEqual(acknowledged)
  })

  it('makes no half sheet and no half round', async (context) => {
    if (disk === null) return context.skip('no tmpfs can be mounted here (Linux and root are needed)')
    const { custody } = await openedSheet(disk)
    const [round] = value(await custody.listRounds())
    if (round === undefined) throw new Error('no round')
    fill(join(disk, 'ballast'))
    expect(
      code(
        await custody.createSheet(
          round.id,
          'zz',
          round.team[0] ?? { name: '甲', unit: '', role: 'inspector' },
        ),
      ),
    ).toBe('disk-full')
    expect(value(await custody.listSheets())).toHaveLength(1)
    const { id: _id, createdAt: _at, rubricId: _a, rubricVersion: _b, rubricTitle: _c, ...draft } = round
    expect(code(await custody.createRound(draft))).toBe('disk-full')
    expect(value(await custody.listRounds())).toHaveLength(1)
  })
})

function fill(path: string): void {
  for (const size of [4096, 512, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}
