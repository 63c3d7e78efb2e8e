import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { dropOnItem, phonePhotos } from '../../drive/photos'
import { randomFrom } from '../../drive/plan'
import { savedSeq } from '../../drive/scoring'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { evidenceOnDisk } from './evidence-on-disk'
import { hearAcknowledgements, killAll, pause, timesOf } from './power-cut'
import { goOn, readJournal } from './sheet-on-disk'

const KILLS = timesOf(40, 5)
/** Photos dropped at a time, and about as long as taking them in lasts. */
const PHOTOS = 100
const PHOTO_BYTES = 1 << 20
const LONGEST_MS = 1200

let dataFolder: string
const random = randomFrom(Date.now())

test.beforeEach(() => {
  dataFolder = freshDataFolder()
})

test.afterEach(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test(`${KILLS} times SIGKILL while photos are taken in: none is half kept, every attached one is whole`, async () => {
  test.setTimeout(60_000 + KILLS * 30_000)
  const photos = join(dataFolder, 'DCIM')
  let [acknowledged, lost, orphans, underWay] = [0, 0, 0, 0]
  for (let kill = 0; kill <= KILLS; kill++) {
    const launched = await launchApp({ dataFolder })
    const { page } = launched
    if (kill === 0) await startRound(page, handsOn(page), { subject: '洛阳' })
    else {
      await goOn(page)
      const { lines, damage } = readJournal(dataFolder)
      const disk = evidenceOnDisk(dataFolder)
      lost += Math.max(0, acknowledged - lines.length) + (disk.named.length - disk.whole)
      orphans = Math.max(orphans, disk.orphans)
      expect(damage).toBeNull()
      expect(await savedSeq(page)).toBe(lines.length)
      expect(lost, 'acknowledged and not there').toBe(0)
      expect(disk.false, 'files that are not what their names say').toEqual([])
    }
    if (kill === KILLS) {
      await launched.close()
      break
    }
    await phonePhotos(page, photos, PHOTOS, PHOTO_BYTES + kill)
    const heard = await hearAcknowledgements(page)
    const before = readJournal(dataFolder).lines.length
    // Another item each time: an item holds no more than 500.
    for (let down = 0; down < kill; down++) await page.keyboard.press('ArrowDown')
    await dropOnItem(page, photos)
    await pause(random() * LONGEST_MS)
    await killAll(launched)
    acknowledged = Math.max(acknowledged, before, heard())
    if (readJournal(dataFolder).lines.length === before) underWay += 1
  }
  report({
    fault: 'SIGKILL while photos are taken in',
    times: KILLS,
    acknowledged,
    lost,
    found: `${underWay} kills before the photos were attached; at most ${orphans} whole originals that no line names`,
  })
})
