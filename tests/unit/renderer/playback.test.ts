import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { memorySource } from '../../../electron/result-package/byte-source'
import { verifySource } from '../../../electron/result-package/verify-package'
import { playback } from '../../../renderer/features/verify/playback'
import { allItems } from '../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../shared/domain/scoring/score-sheet'
import { replaySheet } from '../../../shared/domain/sheet/replay'
import { madePackage } from '../result-package/package-fixture'

async function packed() {
  const { path } = await madePackage()
  const { rubric, journal } = await verifySource(memorySource(await readFile(path)), 'a.zip')
  const last = journal?.at(-1)
  const item = rubric === null ? undefined : allItems(rubric)[0]
  if (rubric === null || journal === null || last === undefined || item === undefined)
    throw new Error('the package has no journal')
  // Long enough to pass several kept states; playing looks at the events, not at their hashes.
  const notes = Array.from({ length: 150 }, (_, at) => ({
    ...last,
    event: { type: 'noted', item: item.id, note: `${at}` } as const,
  }))
  return { rubric, journal: [...journal.slice(0, -1), ...notes, last] }
}

test('after every line the score is that of the journal so far, in whatever order it is asked for', async () => {
  const { rubric, journal } = await packed()
  const play = playback(rubric, journal)
  expect(play.playable).toBe(journal.length)
  for (const step of [...journal.keys(), journal.length].reverse()) {
    const replay = replaySheet(rubric, journal.slice(0, step))
    if (!replay.ok) throw new Error(replay.code)
    expect(play.at(step).score).toEqual(scoreSheet(rubric, replay.state))
  }
})

test('it stops before a line that the standard does not admit', async () => {
  const { rubric, journal } = await packed()
  const at = Math.floor(journal.length / 2)
  const broken = journal.map((line, index) =>
    index === at ? { ...line, event: { type: 'cleared', item: 'no-such-item' } as const } : line,
  )
  const play = playback(rubric, broken)
  expect(play.playable).toBe(at)
  expect(play.at(journal.length).step).toBe(at)
})
